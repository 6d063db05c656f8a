import latin from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/layout.css";
import "./ui/frame.css";
import "./ui/figures.css";
import "./ui/plot.css";
import "./ui/tables.css";
import "./ui/listings.css";
import "./ui/notices.css";
import "./ui/actions.css";
import "./ui/guide.css";
import "./ui/narrow.css";
import "./ui/print.css";
import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { readFrame } from "#app/services/frame.server.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { PageFrame, type Place } from "#app/ui/frame.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { useReading } from "#app/ui/reading.ts";
import { Trouble } from "#app/ui/trouble.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  return readFrame(await openVisit(asked));
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><path d="M8 17h18" stroke="#747f88" stroke-width="3"/><circle cx="8" cy="17" r="7" fill="#747f88"/><path d="M20 11h12v12H20z" fill="#fff" stroke="#747f88" stroke-width="3"/></svg>`;

/** The letters before anybody asks for them, and ● and □ in the grey that shows on light and dark tabs alike. */
export const links = () => [
  {
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href: latin,
    crossOrigin: "anonymous" as const,
  },
  { rel: "icon", type: "image/svg+xml", href: `data:image/svg+xml,${encodeURIComponent(icon)}` },
];

/** The title of a page that has none of its own: an error, or one that could not be loaded. */
export const meta = () => [{ title: "Frontline Barometer" }];

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language } = useReading();
  const nonce = useNonce();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <Surroundings>{children}</Surroundings>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Says what went wrong in both languages: the language itself may be what could not be read. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Trouble kind={isRouteErrorResponse(error) && error.status < 500 ? "missing" : "failed"} />
  );
}

function Surroundings({ children }: { readonly children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const places: Place[] = (frame?.pages ?? []).map((name) => ({
    name,
    to: name === "barometer" ? "/" : `/${name}`,
  }));
  places.push({ name: "methods", to: "/methods" }, { name: "promise", to: "/promise" });
  const viewerName = frame?.viewerName ?? null;
  if (viewerName === null) places.push({ name: "signIn", to: "/sign-in" });
  return (
    <PageFrame places={places} viewerName={viewerName} isFilling={frame?.isFilling ?? false}>
      {children}
    </PageFrame>
  );
}
