import { type Indicator, isIndicator } from "#app/model/indicator.ts";
import type { TeamReading } from "#app/services/team.server.ts";
import { useReading } from "#app/ui/reading.ts";

/** Where nothing may be said of a team, or nothing stands out: three questions every team can answer. */
const forEveryTeam: readonly Indicator[] = ["connection", "safety", "action"];

/** The questions a conversation opens with, each with room to write below it. */
export function Questions({
  reading: { points, indicators, names },
}: {
  readonly reading: Pick<TeamReading, "points" | "indicators" | "names">;
}) {
  const { t } = useReading();
  const openings = points.toWorkOn.map(({ measure }) => opening(indicators[measure]));
  const asked = points.toWorkOn.map(({ measure }, index) => {
    const own = openings[index] ?? "other";
    // Two points of one indicator would open with the same question.
    const first = openings.indexOf(own) === index;
    return {
      key: measure,
      about: names[measure] ?? measure,
      question: t(`guide.ask.${first ? own : "other"}`),
    };
  });
  const general = forEveryTeam.map((indicator) => ({
    key: indicator,
    about: null,
    question: t(`guide.ask.${indicator}`),
  }));
  const [strength] = points.strengths;
  const kept =
    strength === undefined
      ? []
      : [
          {
            key: "keep",
            about: names[strength.measure] ?? strength.measure,
            question: t("guide.ask.keep"),
          },
        ];
  return (
    <ol className="talk">
      {[...(asked.length > 0 ? asked : general), ...kept].map(({ key, about, question }) => (
        <li key={key}>
          {about !== null && <p className="label">{about}</p>}
          <p>{question}</p>
          <Lines names={[t("guide.notes")]} />
        </li>
      ))}
    </ol>
  );
}

function opening(indicator: string | undefined): Indicator | "other" {
  return indicator !== undefined && isIndicator(indicator) ? indicator : "other";
}

/** Room to write by hand, each line with its name. */
export function Lines({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="by-hand">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
