import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { newPlaceId, OWNER, type Place, writePlace } from "./place.server.ts";
import { type Ground, initialise } from "./postmaster.server.ts";
import { canEnter, openShelter, type ServerUser } from "./server-user.server.ts";

const MAJOR = "18";

/** Where a new home's database files go: inside it, if the server's account can enter. */
export function choosePlace(
  home: string,
  user: ServerUser | null,
  log: (line: string) => void,
): Place {
  const id = newPlaceId();
  let folder = home;
  if (!canEnter(user, home)) {
    folder = openShelter(id);
    log(`PostgreSQL's own account cannot enter ${home}: its data is in ${folder}`);
  }
  const place = { id, data: join(folder, "postgres"), port: 0 };
  writePlace(home, place);
  return place;
}

/** Creates the database files unless they are there, made by this version of PostgreSQL. */
export function prepare(ground: Ground, password: string, log: (line: string) => void): void {
  const { data, user } = ground;
  if (existsSync(ground.logFile) && statSync(ground.logFile).size > 10 * 2 ** 20) {
    renameSync(ground.logFile, `${ground.logFile}.old`);
  }
  if (existsSync(data)) {
    const major = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    if (major === MAJOR) return;
    throw new Error(
      `${data} was made by PostgreSQL ${major} and this is ${MAJOR}: start the version of the ` +
        "product that made it, export, and import into a new BAROMETER_HOME.",
    );
  }
  log("Creating the database");
  // Made aside and moved in when whole, so that a kill half-way leaves nothing half-made.
  const draft = `${data}.new`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(draft), { recursive: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user !== null) {
      for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
    }
    initialise(ground, draft, passwordFile, OWNER);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}
