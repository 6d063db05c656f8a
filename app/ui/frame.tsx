import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Go } from "./go.tsx";
import { Icon, type IconName, Mark } from "./icons.tsx";
import { useReading, withParameter } from "./reading.ts";

/** One page in the menu. */
export interface Place {
  readonly name: Exclude<IconName, "more">;
  readonly to: string;
}

interface FrameProps {
  readonly places: readonly Place[];
  readonly viewerName: string | null;
  /** The demo company is still being loaded. */
  readonly isFilling: boolean;
  readonly children: ReactNode;
}

/** How many places fit under the thumb, beside the one that leads to the rest. */
const UNDER_THE_THUMB = 4;

/** What surrounds every page: a rail on a desk, a bar on a phone, and the plan at the foot. */
export function PageFrame({ places, viewerName, isFilling, children }: FrameProps) {
  const { t } = useReading();
  return (
    <>
      <HatchPattern />
      <a className="skip" href="#content">
        {t("nav.skip")}
      </a>
      <Rail places={places} viewerName={viewerName} />
      <main className="page" id="content" tabIndex={-1}>
        {isFilling && <p className="notice filling">{t("nav.filling")}</p>}
        {children}
        <footer className="block" id="plan">
          <nav className="full" aria-label={t("nav.plan")}>
            <ul className="key plan">
              {places.map(({ name, to }) => (
                <li key={name}>
                  <Go to={to}>{t(`nav.${name}`)}</Go>
                </li>
              ))}
              {viewerName !== null && (
                <li>
                  <Go to="/account">{t("nav.account")}</Go>
                </li>
              )}
              <li>
                <LanguageSwitch />
              </li>
            </ul>
          </nav>
        </footer>
      </main>
    </>
  );
}

function Rail({ places, viewerName }: Pick<FrameProps, "places" | "viewerName">) {
  const { t } = useReading();
  const { pathname } = useLocation();
  return (
    <nav className="rail" aria-label={t("nav.pages")}>
      <Go className="brand" to="/" aria-label={t("app.home")}>
        <Mark />
        <span>
          Frontline
          <br />
          Barometer
        </span>
      </Go>
      <ul>
        {places.map(({ name, to }, index) => (
          <li key={name} className={index < UNDER_THE_THUMB ? undefined : "late"}>
            <Go to={to} aria-current={pathname === to ? "page" : undefined}>
              <Icon name={name} />
              <span>{t(`nav.${name}`)}</span>
            </Go>
          </li>
        ))}
        <li className="more">
          <a href="#plan">
            <Icon name="more" />
            <span>{t("nav.more")}</span>
          </a>
        </li>
      </ul>
      <p className="rest quiet">
        {viewerName !== null && (
          <>
            <Go to="/account">{viewerName}</Go>
            <br />
          </>
        )}
        <LanguageSwitch />
      </p>
    </nav>
  );
}

/** The same page in the other language: the address changes and holds the choice. */
function LanguageSwitch() {
  const { t, language } = useReading();
  const { pathname, search } = useLocation();
  const other = language === "fr" ? "en" : "fr";
  return (
    <Link
      to={withParameter(pathname + search, "lang", other)}
      lang={other}
      hrefLang={other}
      reloadDocument
    >
      {t("language.other")}
    </Link>
  );
}

/** The hatch of what is hidden, for drawings. */
function HatchPattern() {
  return (
    <svg width="0" height="0" className="defs" aria-hidden="true">
      <defs>
        <pattern
          id="hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="hatch-line" d="M0 0v7" />
        </pattern>
      </defs>
    </svg>
  );
}
