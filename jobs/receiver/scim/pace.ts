/** Requests a second, and how many may come at once after a quiet while. */
const PER_SECOND = 50;
const AT_ONCE = 200;

/** Whether one more request may come; 0, or the seconds to wait. Every token has its own. */
export type Pace = (token: number, now: Date) => number;

export function paceOf({ perSecond = PER_SECOND, atOnce = AT_ONCE } = {}): Pace {
  const buckets = new Map<number, { left: number; at: number }>();
  return (token, now) => {
    const at = now.getTime();
    const bucket = buckets.get(token) ?? { left: atOnce, at };
    bucket.left = Math.min(atOnce, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(token, bucket);
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return 0;
  };
}
