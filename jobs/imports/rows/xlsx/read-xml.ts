import { SaxesParser } from "saxes";
import { ImportError } from "../../import-error.ts";

/** What is heard of an XML document while it is read; names come without their prefix. */
export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a document as its bytes come. After each chunk, `completed` gives what was finished in it, so
 * that nothing has to be held. Entities of a document's own are not expanded: they are an error.
 */
export async function* readXml<Item>(
  bytes: AsyncIterable<Buffer>,
  name: string,
  listener: Listener,
  completed: () => readonly Item[] = () => [],
): AsyncGenerator<Item> {
  const parser = new SaxesParser({ position: false });
  parser.on("opentag", ({ name: tag, attributes }) => {
    listener.open?.(local(tag), attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name: tag }) => listener.close?.(local(tag)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of bytes) {
    parsing(() => parser.write(decoder.decode(chunk, { stream: true })));
    yield* completed();
  }
  parsing(() => parser.write(decoder.decode()).close());
  yield* completed();

  function parsing(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof ImportError) throw error;
      // What the parser says may repeat what is in the document.
      throw new ImportError(
        `${name} is damaged inside. Open it, save it again as .xlsx or as CSV.`,
      );
    }
  }
}

/** The same, for documents of which only the listener wants something. */
export async function hearXml(
  bytes: AsyncIterable<Buffer>,
  name: string,
  listener: Listener,
): Promise<void> {
  for await (const _ of readXml(bytes, name, listener));
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
