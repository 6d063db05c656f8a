import "#app/i18n/words-of-connection.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { shares } from "#app/charts/axis.ts";
import { referenceOf, TeamRows } from "#app/charts/team-rows.tsx";
import { titled } from "#app/i18n/titled.ts";
import { type ReachReading, readReach } from "#app/services/reach.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block, Facts } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { Go } from "#app/ui/go.tsx";
import { HiddenWhy } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "connection");
  const reading = await readReach(visit.viewer, asked.params.post ?? "", visit);
  if (reading === null) throw refused(asked, visit.viewer);
  return { title: titled(visit.language, "ties.title"), ...reading };
}

export const meta = titled.meta;

/** Whom one announcement reached, and who answered it. */
export default function Reach() {
  const { name, where, network, postedOn, lead, reached, answered } =
    useLoaderData<typeof loader>();
  const { t } = useReading();
  return (
    <>
      <header className="page-head">
        <h1>{name}</h1>
      </header>
      <p>
        <Go to="/connection#announced">{t("reach.back")}</Go>
      </p>
      <p className="lead">
        {lead.said} <span>{lead.rest}</span>
      </p>
      <Facts
        facts={[
          { name: t("reach.posted"), text: postedOn },
          { name: t("reach.where.name"), text: where },
          { name: t("reach.channel"), text: t("reach.channel.text", { network }) },
        ]}
      />
      {reached.supplied && <Part id="reached" part={reached} />}
      {answered.supplied && <Part id="answered" part={answered} />}
      <HiddenWhy />
    </>
  );
}

interface PartProps {
  readonly id: "reached" | "answered";
  readonly part: ReachReading["reached"];
}

function Part({ id, part }: PartProps) {
  const { t } = useReading();
  const { post = "" } = useParams();
  return (
    <Block id={id} topic={t(`reach.${id}`)} sentence={part.sentence}>
      {part.groups.map(({ cut, name, rows, hidden }) => (
        <figure className="chart" key={cut}>
          <h3>{name}</h3>
          {rows.length > 0 && (
            <TeamRows
              axis={shares}
              reference={referenceOf(part.whole)}
              rows={rows.map((row) => ({ ...row, instead: "#hidden" }))}
            />
          )}
          {hidden !== null && (
            <p className="label">
              {hidden} <a href="#hidden">{t("hidden.link")}</a>
            </p>
          )}
          {rows.length > 0 && (
            <ChartFiles
              chart={`reach-${id}`}
              name={`${t(`reach.${id}`)}, ${name}`}
              also={{ post, cut }}
            />
          )}
        </figure>
      ))}
      <p className="quiet">{t("reach.caption")}</p>
    </Block>
  );
}
