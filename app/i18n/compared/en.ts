/**
 * What a test lets be said of a difference, as whole sentences: when each is true stands in
 * `services/compared.ts`. `{n}` is the size in points, `{points}` the same with its sign.
 */
export const comparedInEnglish = {
  "change.above": {
    one: "{n} point up since {wave} (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points up since {wave} (between {least} and {most}): more than chance would explain.",
  },
  "change.below": {
    one: "{n} point down since {wave} (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points down since {wave} (between {least} and {most}): more than chance would explain.",
  },
  "change.chance": {
    one: "{points} point since {wave} (from {low} to {high}): the two waves cannot be told apart; chance alone gives such differences.",
    other:
      "{points} points since {wave} (from {low} to {high}): the two waves cannot be told apart; chance alone gives such differences.",
  },
  "change.many": {
    one: "{points} point since {wave} (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "{points} points since {wave} (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "change.small": {
    one: "{points} point since {wave} (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "{points} points since {wave} (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "change.untested": "Too few people to tell whether this has moved since {wave}.",
  "change.rounded":
    "One of the two figures is rounded: it cannot be told whether this has moved since {wave}.",
  "change.exact": {
    one: "{points} point since {wave}, exactly: everybody answered both times, there is nothing to test.",
    other:
      "{points} points since {wave}, exactly: everybody answered both times, there is nothing to test.",
  },
  "rest.above": {
    one: "{n} point above the rest (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points above the rest (between {least} and {most}): more than chance would explain.",
  },
  "rest.below": {
    one: "{n} point below the rest (between {least} and {most}): more than chance would explain.",
    other:
      "{n} points below the rest (between {least} and {most}): more than chance would explain.",
  },
  "rest.chance": {
    one: "{points} point from the rest (from {low} to {high}): it cannot be told from the rest; chance alone gives such differences.",
    other:
      "{points} points from the rest (from {low} to {high}): it cannot be told from the rest; chance alone gives such differences.",
  },
  "rest.many": {
    one: "{points} point from the rest (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "{points} points from the rest (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "rest.small": {
    one: "{points} point from the rest (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "{points} points from the rest (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "rest.untested": "Too few people to tell it from the rest.",
  "rest.rounded": "One of the two figures is rounded: it cannot be told whether they differ.",
  "rest.exact": {
    one: "{points} point from the rest, exactly: everybody answered, there is nothing to test.",
    other: "{points} points from the rest, exactly: everybody answered, there is nothing to test.",
  },
  "gap.above": {
    one: "The frontline is {n} point above the desks (between {least} and {most}): more than chance would explain.",
    other:
      "The frontline is {n} points above the desks (between {least} and {most}): more than chance would explain.",
  },
  "gap.below": {
    one: "The frontline is {n} point below the desks (between {least} and {most}): more than chance would explain.",
    other:
      "The frontline is {n} points below the desks (between {least} and {most}): more than chance would explain.",
  },
  "gap.chance": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): they cannot be told apart; chance alone gives such differences.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): they cannot be told apart; chance alone gives such differences.",
  },
  "gap.many": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): alone it would be more than chance; among {all} comparisons, chance gives such ones.",
  },
  "gap.small": {
    one: "The frontline is {points} point from the desks (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
    other:
      "The frontline is {points} points from the desks (from {low} to {high}): probably not chance, but under {floor} points before rounding, too little to matter.",
  },
  "gap.untested": "Too few people to tell the frontline from the desks.",
  "gap.rounded": "Rounded figures do not tell whether the frontline differs from the desks.",
  "gap.exact": {
    one: "The frontline is {points} point from the desks, exactly: everybody answered, there is nothing to test.",
    other:
      "The frontline is {points} points from the desks, exactly: everybody answered, there is nothing to test.",
  },
} as const;
