import type { Message } from "./wire.ts";

export interface Chosen {
  /** What was asked: the id of our message, or the token our form carried. */
  readonly asked: string;
  readonly options: readonly string[];
}

/** Names are ours: letters, digits and a few signs. */
const OPTION = /^([\w.-]{1,80}):([\w.-]{1,80})$/;
const REFERENCE = /^[\w.:=+/-]{1,256}$/;

/** What a message answers, or null when it is no answer to something we asked. */
export function chosenIn({ context, button, interactive }: Message): Chosen | null {
  const asked = context?.id;
  const form = interactive?.nfm_reply;
  if (form !== undefined) return formAnswer(form.response_json, asked);
  const option = interactive?.button_reply?.id ?? interactive?.list_reply?.id ?? button?.payload;
  return asked === undefined || option === undefined ? null : { asked, options: [option] };
}

/**
 * A form (Flow) comes back as JSON of whatever its fields hold, what people typed included. The
 * options of our forms begin with the name of their field (`q3:4`): that is how a choice is told from
 * a text, which is dropped. The form's own id is not in it, so our token is.
 */
function formAnswer(json: string, context: string | undefined): Chosen | null {
  const fields = fieldsOf(json);
  if (fields === null) return null;
  const { flow_token: token, ...others } = fields;
  const asked = typeof token === "string" && REFERENCE.test(token) ? token : context;
  if (asked === undefined) return null;
  const options = Object.entries(others).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value]).filter(
      (one): one is string => typeof one === "string" && OPTION.exec(one)?.[1] === field,
    ),
  );
  return { asked, options };
}

function fieldsOf(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
