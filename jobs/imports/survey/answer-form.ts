/** Whether a line is to be taken, by what stands in a column; lines of a file without it are. */
interface Sieve {
  /** The first of these the file has. */
  readonly columns: readonly string[];
  takes(value: string): boolean;
}

/** How a survey tool writes its answers, where it is more than a header and lines. */
export interface AnswerForm {
  /** Where the tool's own name of a response stands: what makes a response known when it is read again. */
  readonly id: readonly string[];
  /** A response that is not finished may still change. */
  readonly finished: Sieve;
  /** Trials and what the tool took for machines are nobody's answers. */
  readonly genuine?: Sieve;
}

const isSaid = (value: string) => value !== "";
const isTrue = (value: string) => !/^(|0|no|false|non|faux|nein|falsch|falso)$/i.test(value);
/** Qualtrics: previews, tests and what it took for machines, by number or word. */
const isMeant = (value: string) =>
  !/^(1|2|8|9|12|17|40)$/.test(value) && !/preview|test|spam/i.test(value);

/**
 * Headings are those of the English interface and of its codes. Those of a file from a tool in
 * another language are said in the mapping: `id:`, `complete:`.
 */
export const answerForms = {
  qualtrics: {
    id: ["ResponseId", "ResponseID", "_recordId"],
    finished: { columns: ["Finished", "finished"], takes: isTrue },
    genuine: { columns: ["Status", "status"], takes: isMeant },
  },
  limesurvey: {
    id: ["id", "Response ID"],
    finished: { columns: ["submitdate", "Date submitted"], takes: isSaid },
  },
  formbricks: {
    id: ["Response ID", "id"],
    finished: { columns: ["Finished", "finished"], takes: isTrue },
  },
  typeform: {
    id: ["#", "token"],
    finished: { columns: ["Submit Date (UTC)", "submitted_at"], takes: isSaid },
  },
  "microsoft-forms": {
    id: ["ID", "Id"],
    finished: { columns: ["Completion time", "Heure de fin"], takes: isSaid },
  },
  // A response has no name of its own there, and only sent ones are in the file.
  "google-forms": { id: [], finished: { columns: [], takes: isSaid } },
} as const satisfies Record<string, AnswerForm>;

export type FormName = keyof typeof answerForms;

export const formNames = Object.keys(answerForms) as [FormName, ...FormName[]];
