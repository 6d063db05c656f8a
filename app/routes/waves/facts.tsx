import type { readWave } from "#app/services/waves.server.ts";
import { Facts as Listed } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

export type WaveLine = Awaited<ReturnType<typeof readWave>>["wave"];

/** How a wave asks: its mode, whom, from when to when, and when people may be written to. */
export function Facts({ wave }: { readonly wave: WaveLine }) {
  const { t, format, timeZone } = useReading();
  const isPulse = wave.kind === "pulse";
  // A pulse begins and ends on the same day.
  const date = (at: Date | null) =>
    at === null ? t("waves.unplanned") : format[isPulse ? "dateTime" : "date"](at, timeZone);
  const { reminders, hours, sample, consultationOn } = wave;
  return (
    <section className="block" aria-label={t("waves.name")}>
      <Listed
        facts={[
          { name: t("wave.fact.mode"), text: t(`waves.mode.${wave.mode}`) },
          {
            name: t("wave.fact.dates"),
            text:
              wave.opensAt === null
                ? t("wave.fact.until", { to: date(wave.closesAt) })
                : t("wave.fact.span", { from: date(wave.opensAt), to: date(wave.closesAt) }),
          },
          {
            name: t("wave.fact.asked"),
            text:
              sample === null
                ? t("wave.fact.everybody")
                : t("wave.fact.sample", { share: format.share(sample) }),
          },
          { name: t("wave.fact.rule"), text: t(`waves.field.answerRule.${wave.answerRule}`) },
          {
            name: t("wave.fact.reminders"),
            text:
              reminders.length === 0
                ? t("wave.fact.reminders.none")
                : t("wave.fact.reminders.days", { days: format.list(reminders.map(String)) }),
          },
          {
            name: t("wave.fact.hours"),
            text: isPulse
              ? t("wave.fact.hours.pulse")
              : [
                  t("wave.fact.hours.text", { ...hours }),
                  ...(wave.lettersOn === null
                    ? []
                    : [t("wave.fact.lettersOn", { day: format.day(wave.lettersOn) })]),
                ].join(". "),
          },
          ...(consultationOn === null
            ? []
            : [{ name: t("wave.consulted"), text: format.day(consultationOn) }]),
          ...(wave.toldAt === null
            ? []
            : [{ name: t("wave.channel.email"), text: t("wave.told", { at: date(wave.toldAt) }) }]),
        ]}
      />
    </section>
  );
}
