import type { Family } from "../method.ts";

/** What is read of a wave before its results, and beside them. */
export const asking = {
  progress: {
    topic: "Participation during the wave",
    sentence: "As long as the wave is open, participation is a range, once a day.",
    plain:
      "An exact figure that moves by one step would say that somebody has just answered. The range covers at least ten answers; it moves only once a day, and never says that everybody has answered.",
    example: "40 people invited, 22 have answered: “33 to 67%”, up to the twenty-sixth answer.",
    depth: {
      rule: "Twenty equal ranges if each covers at least ten people invited, else ten, five, three or two. The last one always covers four people or more who have not answered. It is computed from two counts, invited and answered, and from nothing else. A site is read beside the units if it is not made of the same people as one of them, but for fewer than ten, and if what is left when one is taken from the other is never a few people; where the ranges of a day would together say that everybody somewhere has answered, or nobody, that day keeps silent. Nothing on the day of the opening.",
      attacker: "somebody who reloads the page after seeing a colleague answer.",
      withheld:
        "under {invited} people invited, and for whatever is neither the company, nor one of its large units, nor a site.",
      source: "decision of the project.",
    },
  },
  guesses: {
    topic: "Perception gap",
    sentence: "Before the results, those who lead say what they believe people will answer.",
    plain:
      "A guess is something somebody said: it is held to the same rules as answers. Only the mean is shown, as a range, and who guessed what is then erased. The gap is told only where the two ranges do not touch.",
    example: "Twelve guesses around 80% read “between 75 and 85%”.",
    depth: {
      rule: "Mean of at least {answers} guesses, in fifths under 10, in tenths under {exact}, in twentieths from there on; at both ends, as for answers. One population, one release: there is nothing to subtract.",
      attacker: "somebody who leads, knows their own guess and works out those of the others.",
      withheld: "under {answers} guesses.",
      source: "decision of the project.",
    },
  },
} as const satisfies Family;
