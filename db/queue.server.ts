import pg from "pg";
import PgBoss from "pg-boss";

const SCHEMA = "pgboss";

/** pg-boss passes what is scheduled through a queue of its own, which the worker may not create. */
const SCHEDULED = "__pgboss__send-it";

/** A job of this queue is a night to run. */
export const NIGHT = "night";

/** A job of this one is a look at the networks that forget within a day. */
export const OFTEN = "often";

/** A job of this one is a look at what waves and their letters wait for. */
export const MINUTE = "minute";

/**
 * Creates what pg-boss needs, as the owner, and lets the worker use it: the worker itself may create
 * neither schemas nor tables. Safe to run at every start.
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = open(ownerUrl, { migrate: true, supervise: false, schedule: false });
  await boss.start();
  try {
    await boss.createQueue(SCHEDULED);
    // One night at a time, whatever the number of workers. A worker that was killed holds its night
    // until it expires; then it is run again, which is safe.
    const night = { policy: "singleton", expireInHours: 6, retryLimit: 1 } as const;
    await boss.createQueue(NIGHT, { name: NIGHT, ...night });
    // One under way and one waiting at most: missed looks are not made up for.
    const often = { policy: "stately", expireInMinutes: 60, retryLimit: 0 } as const;
    await boss.createQueue(OFTEN, { name: OFTEN, ...often });
    await boss.createQueue(MINUTE, { name: MINUTE, ...often });
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: "barometer migrate",
  });
  await owner.connect();
  try {
    await owner.query(`
      grant usage on schema ${SCHEMA} to barometer_worker;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to barometer_worker;
      grant execute on all functions in schema ${SCHEMA} to barometer_worker;
    `);
  } finally {
    await owner.end();
  }
}

/** The queue as the worker uses it. Whoever opens it starts and stops it. */
export function openQueue(workerUrl: string): PgBoss {
  return open(workerUrl, { migrate: false, supervise: true, schedule: true });
}

function open(
  connectionString: string,
  options: { migrate: boolean; supervise: boolean; schedule: boolean },
): PgBoss {
  const application = { application_name: "barometer queue", max: 3 };
  const boss = new PgBoss({ connectionString, schema: SCHEMA, ...application, ...options });
  // Without a listener, a database that goes away for a moment would end the process.
  boss.on("error", () => {});
  return boss;
}
