import { performance } from "node:perf_hooks";
import { expect } from "vitest";
import { drain } from "#jobs/receiver/drain.ts";
import { outside } from "#tests/setup/network.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { startReceiving } from "#tests/support/receiving.ts";
import { connectWhatsapp, delivery, post, seconds } from "#tests/support/whatsapp-shop.ts";

const DELIVERIES = 600;

test("acknowledging deliveries of one message, and one delivery of a thousand", async ({
  database,
  worker,
  web,
}) => {
  // What watches over the network in tests takes its time for each request.
  outside.close();
  const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
  const id = await connectWhatsapp(context);
  const { address } = await startReceiving(context, web, () => context.now);
  const status = (name: string, index: number) => ({
    id: name,
    status: "read",
    timestamp: seconds("2026-11-08T11:00:00Z"),
    recipient_user_id: `FR.${index % 5000}`,
    biz_opaque_callback_data: "post-1",
  });
  const timed = async (body: string) => {
    const began = performance.now();
    expect((await post(address, body)).status).toBe(200);
    return performance.now() - began;
  };
  await timed(delivery({ statuses: [status("warm", 0)] }));
  for (const together of [1, 8]) {
    const times: number[] = [];
    let next = 0;
    const lane = async () => {
      while (next < DELIVERIES) {
        next += 1;
        times.push(await timed(delivery({ statuses: [status(`${together} ${next}`, next)] })));
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: together }, lane));
    const rate = Math.round((DELIVERIES / (performance.now() - began)) * 1000);
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    console.log(`${together} at once: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, ${rate}/s`);
  }
  const thousand = Array.from({ length: 1_000 }, (_, index) => status(`many ${index}`, index));
  console.log(
    `a thousand messages: ${(await timed(delivery({ statuses: thousand }))).toFixed(0)} ms`,
  );
  const draining = performance.now();
  const { messages } = await drain(context, { id, key: "whatsapp" });
  const took = (performance.now() - draining) / 1000;
  console.log(`stored: ${messages} messages in ${took.toFixed(1)} s`);
});
