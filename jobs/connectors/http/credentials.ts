import type { Home } from "./home.ts";

type Given = Readonly<Record<string, string>>;

/** The headers requests carry, as long as the network takes them. */
export interface Credentials {
  current(): Promise<Given>;
  /** Whether they can be asked for again. */
  readonly canRenew: boolean;
  /** Those that follow what was refused: many requests refused at once renew them once. */
  after(refused: Given): Promise<Given>;
}

/** Remembers with the server what was given, so that no error repeats it. */
export function credentialsOf(headers: Given | (() => Promise<Given>), home: Home): Credentials {
  if (typeof headers !== "function") {
    home.learn(headers);
    const current = async () => headers;
    return { current, canRenew: false, after: current };
  }
  let issued: Promise<Given> | null = null;
  const issue = () => {
    const asked = headers().then((given) => {
      home.learn(given);
      return given;
    });
    issued = asked;
    asked.catch(() => {
      if (issued === asked) issued = null;
    });
    return asked;
  };
  return {
    canRenew: true,
    current: () => issued ?? issue(),
    async after(refused) {
      const latest = await (issued ?? issue());
      return latest === refused ? issue() : latest;
    },
  };
}
