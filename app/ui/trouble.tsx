import { Link } from "@remix-run/react";
import { type Language, languages } from "#app/i18n/language.ts";
import { trouble } from "#app/i18n/trouble.ts";
import { useReading } from "./reading.ts";

/** What is shown instead of a page: the same words for what is not there and what may not be seen. */
export function Trouble({ kind }: { readonly kind: "missing" | "failed" }) {
  const { language } = useReading();
  const other = languages.filter((one) => one !== language);
  return (
    <>
      <Words kind={kind} language={language} main />
      {other.map((one) => (
        <Words key={one} kind={kind} language={one} />
      ))}
    </>
  );
}

interface WordsProps {
  readonly kind: "missing" | "failed";
  readonly language: Language;
  readonly main?: boolean;
}

function Words({ kind, language, main = false }: WordsProps) {
  const { title, text } = trouble[language][kind];
  return (
    <section lang={language} className={main ? undefined : "block quiet"}>
      {main ? <h1 className="lead">{title}</h1> : <h2>{title}</h2>}
      <p className="sentence">{text}</p>
      <p>
        <Link to={`/?lang=${language}`}>{trouble[language].home}</Link>
      </p>
    </section>
  );
}
