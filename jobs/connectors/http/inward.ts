import { BlockList, isIP } from "node:net";

const ours = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  ours.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  ours.addSubnet(net, bits, "ipv6");
}

/**
 * Whether an address, as it is written, leads into the company's own network or to this machine
 * rather than to the world. A name is only known by its ending: what it stands for is not asked.
 */
export function isInward({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  const kind = isIP(host);
  if (kind !== 0) return ours.check(host, kind === 6 ? "ipv6" : "ipv4");
  return /(^|\.)(localhost|local|internal)\.?$/.test(host) || !host.includes(".");
}
