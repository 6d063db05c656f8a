/** The page of exports: what a file holds, and what each column means. */
export const exporting = {
  "exports.title": "Exports",
  "exports.lead": "The released figures, as on screen, in a file.",
  "exports.lead.rest":
    "You take what your rights show you and nothing more; a hidden cell stays hidden. The same address always gives the same lines in the same order, until the next release.",
  "exports.filters": "{content}, {cut}, {measure}",
  "exports.content": "Content",
  "exports.content.all": "Waves and weeks",
  "exports.content.waves": "All waves",
  "exports.content.weeks": "All weeks",
  "exports.content.wave": "One wave",
  "exports.from": "Weeks, from",
  "exports.to": "to that of",
  "exports.from.any": "the first",
  "exports.to.any": "the last",
  "exports.cut": "Cut",
  "exports.cut.any": "All cuts",
  "exports.measure": "Measure",
  "exports.measure.any": "All measures",
  "exports.separators": "Numbers",
  "exports.separators.point": "0.5 and commas (R, Python, SPSS)",
  "exports.separators.comma": "0,5 and semicolons (French spreadsheet)",
  "exports.download": "Download the CSV file",
  "exports.noted": "Every export is written in the audit trail: who, when, which choices.",
  "exports.preview": "Preview",
  "exports.preview.sentence": {
    one: "The first line of the file.",
    other: "The first {n} lines of the file.",
  },
  "exports.preview.none": "No line to show for these choices.",
  "exports.preview.empty":
    "Nothing has been released yet: the file fills with the first wave that closes or the first week of activity that is counted.",
  "exports.preview.region": "Preview of the file, scrolls from left to right",
  "exports.codebook": "Codebook",
  "exports.codebook.sentence": "One line a figure: a measure, for a population, in a release.",
  "exports.codebook.column": "Column",
  "exports.codebook.meaning": "What it holds",
  "exports.codebook.file":
    "UTF-8 with a byte order mark, lines ended by CR LF, quoted as in RFC 4180. A text that begins like a formula (=, +, -, @) is preceded by an apostrophe.",
  "exports.column.release_kind": "wave: a wave of questions; week: a week of activity.",
  "exports.column.release_key": "The key of the wave, or the Monday of the week (YYYY-MM-DD).",
  "exports.column.released_at":
    "When these figures were released (ISO 8601, universal time). They never change afterwards.",
  "exports.column.population_key":
    "The stable key of the population: company, unit:…, site:…, segment:…:….",
  "exports.column.population": "Its name in your language, as it was at the release.",
  "exports.column.cut": "The cut it belongs to: organisation, site or the key of a segment.",
  "exports.column.parent_key": "The population that contains it; empty for the company.",
  "exports.column.measure": "What is measured: see the list of measures.",
  "exports.column.form":
    "share: a share; mean: a mean on its scale; count: a number of acts. Empty when hidden.",
  "exports.column.n":
    "How many people the figure rests on: exact from {exact} on, otherwise 5–9 or 10–19. Answers for a question or an indicator, invitations for participation, headcount for adoption and active people, authors for messages.",
  "exports.column.value":
    "The figure as on screen: whole percents, a mean to three digits, a whole number of acts. Where it is rounded, it is the middle of what value_least and value_most say; under {exact} people a share is in tenths (50 reads “about 5 in 10”). Empty for a range, whose middle would not be the figure.",
  "exports.column.value_exact":
    "The figure itself, where it is released exactly: a share goes from 0 to 1. Empty where it is rounded or only a range: nothing finer exists.",
  "exports.column.value_least":
    "The least the value can be, in the same unit, where it is rounded or only a range; empty where it is exact. It is no margin of error: it is all that is released.",
  "exports.column.value_most": "The most it can be. A share that goes up to 1 reads “60% or more”.",
  "exports.column.low":
    "Low end of the 95% interval, in the same unit; of a range it starts from the low end. Empty for a complete count.",
  "exports.column.high": "High end of the interval.",
  "exports.column.hidden":
    "“hidden” when the rule of discretion withholds the figure; empty otherwise. A hidden cell carries no number, and it is not a zero.",
  "exports.column.without":
    "Networks that had not answered when the week was released, separated by “|”.",
  "exports.measures": "Measures",
  "exports.measures.key": "Key",
  "exports.measures.name": "What is measured",
  "exports.weighted": "No weights: every answer counts as one, every person as one.",
  "exports.methods": "How each figure is computed",
} as const;
