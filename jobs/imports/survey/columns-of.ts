import { Columns } from "../mapping/columns.ts";
import { type SurveyMapping, surveyOf } from "../mapping/survey-mapping.ts";
import { columnsAsked } from "../mapping/survey-question.ts";
import { FormOfFile } from "./form-of-file.ts";

/** All that a mapping reads of a response, each name once; nothing else is asked for, or kept. */
export function columnsOf(mapping: SurveyMapping): readonly string[] {
  return formOf(mapping).columns.names;
}

/** The same, with what else the tool's own columns may be called. */
export function namesRead(mapping: SurveyMapping): ReadonlySet<string> {
  const { columns, form } = formOf(mapping);
  return new Set([...columns.names, ...Object.values(form.also).flat()]);
}

function formOf(mapping: SurveyMapping): { readonly columns: Columns; readonly form: FormOfFile } {
  const { only, person, unit, segments, questions } = mapping;
  const columns = new Columns();
  const named = [only?.column, person, unit?.column];
  named.push(...Object.values(segments).map(({ column }) => column));
  named.push(...questions.flatMap(columnsAsked));
  for (const one of named) if (one !== undefined) columns.at(one);
  return { columns, form: new FormOfFile({ ...mapping, form: surveyOf(mapping).form }, columns) };
}
