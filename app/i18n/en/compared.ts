/**
 * What a test lets be said of a difference, as whole sentences: when each is true stands in
 * `services/compared.ts`. `{n}` is the size in points, `{points}` the same with its sign.
 */
export const compared = {
  "compared.change.above": {
    one: "{n} point up since {wave} (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points up since {wave} (between {least} and {most}): more than chance would explain.",
  },
  "compared.change.below": {
    one: "{n} point down since {wave} (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points down since {wave} (between {least} and {most}): more than chance would explain.",
  },
  "compared.change.chance": {
    one: "{points} point since {wave} (from {low} to {high}): the two waves cannot be told apart; chance alone gives such differences.",
    other:
      "{points} points since {wave} (from {low} to {high}): the two waves cannot be told apart; chance alone gives such differences.",
  },
  "compared.change.many": {
    one: "{points} point since {wave} (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "{points} points since {wave} (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "compared.change.small": {
    one: "{points} point since {wave} (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "{points} points since {wave} (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "compared.change.untested": "Too few people to tell whether this has moved since {wave}.",
  "compared.change.exact": {
    one: "{points} point since {wave}, exactly: everybody answered both times, there is nothing to test.",
    other:
      "{points} points since {wave}, exactly: everybody answered both times, there is nothing to test.",
  },
  "compared.rest.above": {
    one: "{n} point above the rest (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points above the rest (between {least} and {most}): more than chance would explain.",
  },
  "compared.rest.below": {
    one: "{n} point below the rest (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points below the rest (between {least} and {most}): more than chance would explain.",
  },
  "compared.rest.chance": {
    one: "{points} point from the rest (from {low} to {high}): it cannot be told from the rest; chance alone gives such differences.",
    other:
      "{points} points from the rest (from {low} to {high}): it cannot be told from the rest; chance alone gives such differences.",
  },
  "compared.rest.many": {
    one: "{points} point from the rest (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "{points} points from the rest (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "compared.rest.small": {
    one: "{points} point from the rest (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "{points} points from the rest (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "compared.rest.untested": "Too few people to tell it from the rest.",
  "compared.rest.exact": {
    one: "{points} point from the rest, exactly: everybody answered, there is nothing to test.",
    other: "{points} points from the rest, exactly: everybody answered, there is nothing to test.",
  },
  "compared.gap.above": {
    one: "The frontline is {n} point above the desks (between {least} and {most}): more than chance would explain.",
    other:
      "The frontline is {n} points above the desks (between {least} and {most}): more than chance would explain.",
  },
  "compared.gap.below": {
    one: "The frontline is {n} point below the desks (between {least} and {most}): more than chance would explain.",
    other:
      "The frontline is {n} points below the desks (between {least} and {most}): more than chance would explain.",
  },
  "compared.gap.chance": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): they cannot be told apart; chance alone gives such differences.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): they cannot be told apart; chance alone gives such differences.",
  },
  "compared.gap.many": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "compared.gap.small": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "compared.gap.untested": "Too few people to tell the frontline from the desks.",
  "compared.gap.exact": {
    one: "The frontline is {points} point from the desks, exactly: everybody answered, there is nothing to test.",
    other:
      "The frontline is {points} points from the desks, exactly: everybody answered, there is nothing to test.",
  },
} as const;
