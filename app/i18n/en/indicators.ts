/** The page of one indicator. */
export const indicators = {
  "indicator.title": "Indicator",
  "indicator.filters": "{wave}, {population}, compared with: {compare}",
  "indicator.others": "The indicators",
  "indicator.trend": "Over time",
  "indicator.trend.none": "No figure has been released yet for this indicator.",
  "indicator.questions": "Its questions",
  "indicator.questions.caption":
    "Favourable answers to the right, unfavourable to the left, in % of answers; the rest is neutral. Empty frame: range.",
  "indicator.questions.caption.alone":
    "Favourable share, in % of answers. How all answers fall is told of the company and its largest parts. Empty frame: range.",
  "indicator.questions.key.fav": "favourable",
  "indicator.questions.key.unf": "unfavourable",
  "indicator.questions.question": "Question",
  "indicator.questions.favourable": "Favourable",
  "indicator.questions.neutral": "Neutral",
  "indicator.questions.unfavourable": "Unfavourable",
  "indicator.questions.answers": "Answers",
  "indicator.questions.rest": "neutral {share}",
  "indicator.questions.beside": "unfavourable {unfavourable}, neutral {neutral}",
  "indicator.questions.side": "Answers",
  "indicator.questions.definition": "Favourable, unfavourable",
  "indicator.questions.definition.text":
    "On five points, 4 and 5 are favourable, 1 and 2 unfavourable. A question put the other way round is read the other way round.",
  "indicator.choices": "What was chosen",
  "indicator.choices.single": "In % of answers: everybody chose one.",
  "indicator.choices.multiple":
    "In % of answers: everybody could tick several, so they add up to more than 100%.",
  "indicator.choices.rank": "In % of answers: the share who put it first.",
  "indicator.segments": "By population: {cut}",
  "indicator.segments.caption":
    "● favourable share and its 95% interval, in alphabetical order. Line: {whole}. Empty frame: range.",
  "indicator.segments.caption.alone":
    "● favourable share and its 95% interval, in alphabetical order. Empty frame: range.",
  "indicator.segments.by": "Populations by",
  "indicator.slope": "From one wave to the other",
  "indicator.slope.caption":
    "Favourable share at two waves. Coloured line: beyond chance and at least 5 points; grey: it cannot be told.",
  "indicator.slope.population": "Population",
  "indicator.drivers": "What goes with it",
  "indicator.drivers.caption":
    "The part of each in what these questions explain together (≈ {share} of the variation), with its 95% interval, from at least {n} complete answers. Not a cause: working on one will not necessarily move the other.",
  "indicator.drivers.definition": "Goes with, does not cause",
  "indicator.drivers.definition.text":
    "The same people on the same day: whoever answers high on one answers high on the other. One survey cannot tell which leads.",
  "indicator.references": "External references",
  "indicator.references.sentence":
    "Figures others have published, near this indicator. They are no norms: nothing is tested against them.",
  "indicator.references.label": "External reference",
  "indicator.references.figure": "→ {value}, {period}",
  "indicator.references.more": "All its figures",
  "indicator.references.spread": "from one organisation to another: {low} to {high}",
  "indicator.references.comparable": "Comparable?",
  "indicator.references.sample": "Sample:",
  "indicator.computed": "How it is computed",
  "indicator.computed.more": "All about this method",
} as const;
