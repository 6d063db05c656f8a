import type { MethodsReading } from "#app/services/methods.server.ts";
import { useReading } from "#app/ui/reading.ts";

/** Every method by its name: the page is long, and nobody reads it from end to end. */
export function Contents({ families }: Pick<MethodsReading, "families">) {
  const { t } = useReading();
  return (
    <nav className="contents" aria-label={t("methods.contents")}>
      {families.map(({ name, methods }) => (
        <div key={name}>
          <p>
            <a href={`#${name}`}>{t(`methods.family.${name}`)}</a>
          </p>
          <ul>
            {methods.map(({ key, topic }) => (
              <li key={key}>
                <a href={`#${key}`}>{topic}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
