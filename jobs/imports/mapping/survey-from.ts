import { z } from "zod";

const url = z.url({ protocol: /^https?$/, error: "an address, https://…" });
/** Part of an address of the tool, so nothing that leads elsewhere. */
const survey = z.coerce
  .string()
  .regex(/^[\w-]+$/, "the survey's own name in its tool: letters, digits, - and _");

/** Where the answers are read, when they come in no file. Secrets are never in it. */
export const surveyFrom = z.discriminatedUnion(
  "tool",
  [
    z.strictObject({
      tool: z.literal("limesurvey"),
      /** Of the installation, or of its RemoteControl where that is elsewhere. */
      url,
      survey,
      user: z.string().min(1),
    }),
    /** `url` names the data centre: https://fra1.qualtrics.com */
    z.strictObject({ tool: z.literal("qualtrics"), url, survey }),
    z.strictObject({
      tool: z.literal("formbricks"),
      url: url.default("https://app.formbricks.com"),
      survey,
      version: z.enum(["v1", "v2"]).default("v2"),
    }),
    /** Accounts kept in Europe answer at https://api.eu.typeform.com or https://api.typeform.eu */
    z.strictObject({
      tool: z.literal("typeform"),
      url: url.default("https://api.typeform.com"),
      survey,
    }),
  ],
  { error: "tool: limesurvey, qualtrics, formbricks or typeform" },
);

export type SurveyFrom = z.infer<typeof surveyFrom>;
