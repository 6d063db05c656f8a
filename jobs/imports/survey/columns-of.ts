import { Columns } from "../mapping/columns.ts";
import { type SurveyMapping, surveyOf } from "../mapping/survey-mapping.ts";
import { FormOfFile } from "./form-of-file.ts";

/** All that a mapping reads of a response, each name once; nothing else is asked for, or kept. */
export function columnsOf(mapping: SurveyMapping): readonly string[] {
  const { only, person, unit, segments, questions } = mapping;
  const columns = new Columns();
  const named = [only?.column, person, unit?.column];
  for (const { column } of [...Object.values(segments), ...questions]) named.push(column);
  for (const one of named) if (one !== undefined) columns.at(one);
  // The tool's own name of the response, and whether it is finished.
  new FormOfFile({ ...mapping, form: surveyOf(mapping).form }, columns);
  return columns.names;
}
