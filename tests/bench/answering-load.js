/* Sends one form each to a list of addresses, from a process of its own: node answering-load.js <plan.json> */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

const { address, paths, body, lanes, perSecond } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
);
const { hostname, port } = new URL(address);
const agent = new Agent({ keepAlive: true, maxSockets: lanes });
const headers = {
  "content-type": "application/x-www-form-urlencoded",
  "content-length": Buffer.byteLength(body),
};
const times = [];
const outcomes = {};

function send(path) {
  return new Promise((resolve) => {
    const began = performance.now();
    const sent = request({ hostname, port, path, method: "POST", agent, headers }, (answer) => {
      answer.resume().on("end", () => {
        times.push(performance.now() - began);
        const said = `${answer.statusCode} ${(answer.headers.location ?? "").split("?")[0]}`.trim();
        outcomes[said] = (outcomes[said] ?? 0) + 1;
        resolve();
      });
    });
    sent.on("error", () => {
      outcomes.lost = (outcomes.lost ?? 0) + 1;
      resolve();
    });
    sent.end(body);
  });
}

const began = performance.now();
if (perSecond === null) {
  let next = 0;
  const lane = async () => {
    while (next < paths.length) await send(paths[next++]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
} else {
  const sending = [];
  for (let at = 0; at < paths.length; ) {
    const due = Math.min(paths.length, ((performance.now() - began) / 1000) * perSecond);
    while (at < due) sending.push(send(paths[at++]));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(sending);
}
times.sort((a, b) => a - b);
const at = (share) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
const seconds = (performance.now() - began) / 1000;
console.log(
  JSON.stringify({
    seconds,
    perSecond: Math.round(paths.length / seconds),
    median: at(0.5),
    p99: at(0.99),
    slowest: Math.round(times.at(-1) ?? 0),
    outcomes,
  }),
);
agent.destroy();
