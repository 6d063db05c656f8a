import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readSettings, settingNames } from "#app/settings.server.ts";

test("nothing has to be set", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    home: join(projectRoot, ".barometer"),
    databaseUrl: null,
    timeZone: "Europe/Paris",
    night: { hour: 2, minute: 0 },
    receiver: null,
    wayOut: { httpsProxy: null, httpProxy: null, noProxy: null, caFiles: [] },
    sending: { publicAddress: null, mail: null, smsFile: null },
    demo: true,
  });
});

test("a variable left empty counts as not set", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: " ", BAROMETER_DEMO: "" }).port).toBe(3000);
});

test("the home folder is absolute, wherever the command is typed", () => {
  expect(isAbsolute(readSettings({ BAROMETER_HOME: "elsewhere" }).home)).toBe(true);
  expect(readSettings({ BAROMETER_HOME: "/srv/barometer" }).home).toBe("/srv/barometer");
});

test.each([
  ["PORT", "eighty", "0 to 65535"],
  ["PORT", "70000", "0 to 65535"],
  ["HOST", "my host", "a host name or an address"],
  ["BAROMETER_TIME_ZONE", "Paris", "Europe/Paris"],
  ["BAROMETER_NIGHT", "25:00", "00:00 to 23:59"],
  ["BAROMETER_RECEIVER", "http://receiver", "receiver:3001"],
  ["BAROMETER_DEMO", "maybe", "yes or no"],
])("%s=%s is refused by name, with what was given and what is allowed", (name, given, allowed) => {
  expect(() => readSettings({ [name]: given })).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(new RegExp(`${name} is “${given}”; .*${allowed}`)),
    }),
  );
});

test("a database address that is wrong is not repeated: it holds a password", () => {
  const wrong = { DATABASE_URL: "mysql://owner:hunter2@localhost/barometer" };
  expect(() => readSettings(wrong)).toThrow(/DATABASE_URL .* postgresql:\/\//);
  expect(() => readSettings(wrong)).not.toThrow(/hunter2/);
});

test("the way out is read as every other program reads it, and its password is not repeated", () => {
  const { wayOut } = readSettings({
    https_proxy: "http://proxy.example.org:3128",
    NO_PROXY: "chat.example.org",
    BAROMETER_CA_FILE: "package.json, README.md",
    NODE_EXTRA_CA_CERTS: "/etc/extra.pem",
  });
  expect(wayOut).toEqual({
    httpsProxy: "http://proxy.example.org:3128",
    httpProxy: null,
    noProxy: "chat.example.org",
    caFiles: [join(projectRoot, "package.json"), join(projectRoot, "README.md"), "/etc/extra.pem"],
  });
  const wrong = { HTTPS_PROXY: "socks://me:hunter2@proxy.example.org" };
  expect(() => readSettings(wrong)).toThrow(/HTTPS_PROXY .*address of a proxy/);
  expect(() => readSettings(wrong)).not.toThrow(/hunter2/);
  expect(() => readSettings({ BAROMETER_CA_FILE: "nowhere.pem" })).toThrow(/nowhere\.pem.*PEM/);
});

test("mail is encrypted unless somebody says otherwise, and its password stands in no variable", () => {
  const mail = (settings: Record<string, string>) =>
    readSettings({ MAIL_FROM: "Barometer <b@example.org>", ...settings }).sending.mail;
  expect(mail({})).toBeNull();
  expect(mail({ SMTP_URL: "smtp://me%40here@mail.example.org" })).toEqual({
    host: "mail.example.org",
    port: 587,
    tls: "required",
    user: "me@here",
    passwordFile: null,
    caFiles: [],
    from: "Barometer <b@example.org>",
    replyTo: null,
    bounces: null,
    perSecond: 10,
  });
  expect(mail({ SMTP_URL: "smtps://mail.example.org" })).toMatchObject({
    port: 465,
    tls: "wrapped",
  });
  expect(mail({ SMTP_URL: "smtp://relay.internal:25?tls=none" })).toMatchObject({ tls: "none" });
  expect(mail({ SMTP_URL: "smtp://127.0.0.1:2525" })).toMatchObject({ tls: "optional" });
  const wrong = { SMTP_URL: "smtp://me:hunter2@mail.example.org" };
  expect(() => mail(wrong)).toThrow(/SMTP_URL is not understood; .*SMTP_PASSWORD_FILE/);
  expect(() => mail(wrong)).not.toThrow(/hunter2/);
});

test("the address in letters has no slash at its end, and is an address", () => {
  const address = (text: string) => readSettings({ BAROMETER_ADDRESS: text }).sending.publicAddress;
  expect(address("https://barometer.example.org/")).toBe("https://barometer.example.org");
  expect(() => address("barometer.example.org")).toThrow(/BAROMETER_ADDRESS .*https/);
});

test("every mistake is named at once", () => {
  expect(() => readSettings({ PORT: "x", BAROMETER_NIGHT: "late" })).toThrow(
    /PORT[\s\S]*BAROMETER_NIGHT/,
  );
});

test("every setting stands in .env.example", () => {
  const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
  const listed = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual([...settingNames].toSorted());
});
