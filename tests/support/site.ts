import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromium as executablePath } from "#tests/setup/chromium.ts";
import { serveBuilt } from "./built-site.ts";
import { type Handles, test as withDatabase } from "./database.ts";
import { password } from "./make-viewer.ts";

/** A reader's window on the site. */
export interface Window {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, what the policy refused. */
  readonly complaints: readonly string[];
  /** Signs in with the password every made viewer has. */
  signIn(email: string): Promise<void>;
}

export interface Site {
  readonly address: string;
  open(options?: BrowserContextOptions): Promise<Window>;
}

export { password };

/** `test` with the built product in front of a real browser, on this test's own database. */
export const test = withDatabase.extend<{ site: Site }>({
  site: async ({ web, steward }: Pick<Handles, "web" | "steward">, use) => {
    if (executablePath === null) throw new Error("No Chromium: set CHROMIUM to where it is.");
    const serving = await serveBuilt({ web, steward });
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    await use({
      address: serving.address,
      open: (options) => openWindow(browser, serving.address, options),
    });
    await browser.close();
    await serving.close();
  },
});

async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({ baseURL: address, locale: "fr-FR", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A page that is not there says so in the console of every browser.
    if (message.type() === "error" && !/status of 404/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return {
    page,
    complaints,
    async signIn(email) {
      await page.goto("/sign-in");
      await page.fill("input[name=email]", email);
      await page.fill("input[name=password]", password);
      await page.click("main button[type=submit]");
      await page.waitForURL((url) => url.pathname !== "/sign-in");
    },
  };
}

/**
 * What axe finds on a page: the rule and where, so that a failure says what to mend. With `rules`,
 * only those are asked.
 */
export async function axeFindings(
  page: Page,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
  );
}

/** How far a page can be scrolled to the side: 0 when it fits. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
