import type { TellNews } from "#app/i18n/news/read.ts";
import { sayValue } from "#app/i18n/say-value.ts";
import type { Alert } from "#app/model/alert.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { firstUsualWeek, usualShare } from "#app/statistics/falling.ts";
import type { Db } from "#db/client.server.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { waveProgress } from "#db/figures/wave-progress.ts";
import { readConnections } from "#db/records/connections.ts";
import { readPlannedWave } from "#db/records/plan-wave.ts";
import type { AlertReading } from "../alerts.server.ts";
import { nameIn, type Words } from "../around.ts";
import { shown } from "../disclosed.ts";
import { troubles } from "../networks/night.ts";

type NewsWords = Words & { readonly tell: TellNews };
type Said = Pick<AlertReading, "sentence" | "advice" | "address">;

/** One alert in words; its figures are read again, as this viewer may see them. */
export async function sayAlert(
  viewer: Viewer,
  alert: Alert,
  { db }: { readonly db: Db },
  words: NewsWords,
): Promise<AlertReading> {
  const { kind, subject, raisedOn, endedOn } = alert;
  const { tell, format } = words;
  const from = format.day(raisedOn);
  const when =
    endedOn === null
      ? tell("alerts.since", { day: from })
      : tell("alerts.over", { from, to: format.day(endedOn) });
  const said = await ways[kind](viewer, alert, db, words);
  return { key: `${kind} ${subject} ${raisedOn}`, when, isOver: endedOn !== null, ...said };
}

type Way = (viewer: Viewer, alert: Alert, db: Db, words: NewsWords) => Promise<Said>;

const ways: Readonly<Record<Alert["kind"], Way>> = {
  async participation(viewer, { population, details }, db, words) {
    const { tell } = words;
    const key = details.wave ?? "";
    const found = await readPlannedWave(db, key);
    const wave = found === null ? key : nameIn(words, found);
    const name = population === null ? "" : nameIn(words, population);
    const rows = found === null ? [] : (await waveProgress(db, found.id)).disclose(viewer);
    const rangeOf = (sought: string | undefined) => {
      const row = rows.findLast((one) => one.population.key === sought);
      return row === undefined ? null : sayRange([row.least, row.most], words);
    };
    const [part, whole] = [rangeOf(population?.key), rangeOf("company")];
    return {
      sentence:
        part === null || whole === null
          ? tell("alerts.participation", { name, wave })
          : tell("alerts.participation.shown", { name, wave, part, whole }),
      advice: tell("alerts.participation.do"),
      address: page(viewer, "waves", `/waves/${encodeURIComponent(key)}`),
    };
  },

  async adoption(viewer, { population, details }, db, words) {
    const { tell, format } = words;
    const week = details.week ?? "";
    const name = population === null ? "" : nameIn(words, population);
    const sealed = await weekFigures(db, {
      measures: ["active"],
      populations: [population?.key ?? ""],
      from: firstUsualWeek(week),
      to: week,
    });
    const figures = sealed.disclose(viewer);
    const now = shown(figures.find(({ release }) => release.key === week) ?? null);
    const shares = figures.flatMap((one) => {
      const share = shown(one)?.value;
      return share === undefined ? [] : [{ monday: one.release.key, share }];
    });
    const usual = usualShare(shares, week);
    const day = format.day(week);
    return {
      sentence:
        now === null || usual === null
          ? tell("alerts.adoption", { name, day })
          : tell("alerts.adoption.shown", {
              name,
              day,
              share: sayValue(words, now),
              usual: format.share(usual),
            }),
      advice: tell("alerts.adoption.do"),
      address: page(
        viewer,
        "adoption",
        `/adoption?${new URLSearchParams({ population: population?.key ?? "company" })}`,
      ),
    };
  },

  async network(viewer, { subject, details }, db, { tell, format }) {
    const known = (await readConnections(db)).find(({ key }) => key === subject);
    const network = known?.title ?? subject;
    const { fileUntil, since = "" } = details;
    return {
      ...(fileUntil === undefined
        ? {
            sentence: tell("alerts.network", { network, day: format.day(since) }),
            advice: tell("alerts.network.do"),
          }
        : {
            sentence: tell("alerts.network.file", { network, day: format.day(fileUntil) }),
            advice: tell("alerts.network.file.do"),
          }),
      address: page(viewer, "networks", "/networks"),
    };
  },

  async night(viewer, { subject, details: { network, trouble } }, _, { tell, t }) {
    const known = troubles.find((word) => word === trouble);
    const address = page(viewer, "networks", "/networks");
    if (network === undefined) {
      const sentence = tell("alerts.night", { name: subject });
      return { sentence, advice: tell("alerts.night.do"), address };
    }
    if (known === undefined) {
      const sentence = tell("alerts.night.untold", { network });
      return { sentence, advice: tell("alerts.night.do"), address };
    }
    return {
      sentence: tell("alerts.night.network", { network, reason: t(`networks.trouble.${known}`) }),
      advice: `${t("networks.trouble.do", { advice: t(`networks.trouble.${known}.do`) })}`,
      address,
    };
  },
};

/** A range of participation, as sentences say it. */
export function sayRange(
  [least, most]: readonly [number, number],
  { tell, format }: NewsWords,
): string {
  const [low, high] = [format.share(least), format.share(most)];
  if (least <= 0) return tell("range.atMost", { high });
  if (most >= 1) return tell("range.atLeast", { low });
  return tell("range.between", { low, high });
}

function page(
  viewer: Viewer,
  name: "waves" | "adoption" | "networks",
  address: string,
): string | null {
  return may(viewer, { do: "read-page", page: name }) ? address : null;
}
