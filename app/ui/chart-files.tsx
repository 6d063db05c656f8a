import { useLocation } from "@remix-run/react";
import { useReading, withParameter } from "./reading.ts";

interface ChartFilesProps {
  /** The name of the chart in `app/paper/charts.ts`. */
  readonly chart: string;
  /** What the chart is called on the page: three files of every chart would all be called the same. */
  readonly name: string;
  /** What the address of the page says in its path rather than in its query, or of which of several charts. */
  readonly also?: Readonly<Record<string, string>>;
}

const kinds = ["svg", "png", "csv"] as const;

/** A chart to take away as it is shown: the files are asked for with the address of the page. */
export function ChartFiles({ chart, name, also = {} }: ChartFilesProps) {
  const { t } = useReading();
  const { search } = useLocation();
  const address = (kind: string) =>
    Object.entries(also).reduce(
      (so, [parameter, value]) => withParameter(so, parameter, value),
      `/figures/${chart}.${kind}${search}`,
    );
  return (
    <p className="files">
      {t("files.take")}{" "}
      {kinds.map((kind) => (
        // A file is no page: the browser fetches it by itself, scripts or none.
        <a key={kind} href={address(kind)} aria-label={t(`files.${kind}`, { name })} download>
          {kind.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

/** The page on paper: the same address with another name. */
export function ReportLink() {
  const { t } = useReading();
  const { search } = useLocation();
  return (
    <p className="files">
      <a href={`/report.pdf${search}`} download>
        {t("files.report")}
      </a>
    </p>
  );
}
