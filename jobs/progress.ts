import cliProgress from "cli-progress";

/** How far something is: what is done and what there is to do, both counted, never guessed. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

export interface ProgressReport {
  show(progress: Progress): void;
  /** Leaves the last bar as it is. Call it before anything else is printed. */
  end(): void;
}

const SECONDS_BETWEEN_LINES = 5;

/** A bar for whoever watches, and a plain line now and then for a log. */
export function reportProgress(stream: NodeJS.WriteStream = process.stderr): ProgressReport {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): ProgressReport {
  let bar: cliProgress.SingleBar | null = null;
  let shown = "";
  return { show, end };

  function show({ label, done, total }: Progress): void {
    if (label !== shown) {
      end();
      const format = `${label} ${total === null ? "{value}" : "{bar} {value}/{total} · {eta_formatted}"}`;
      bar = new cliProgress.SingleBar({ stream, format }, cliProgress.Presets.shades_classic);
      bar.start(total ?? 0, done);
      shown = label;
    }
    if (total !== null) bar?.setTotal(total);
    bar?.update(done);
  }

  function end(): void {
    bar?.stop();
    bar = null;
    shown = "";
  }
}

function lines(stream: NodeJS.WriteStream): ProgressReport {
  let shown = "";
  let written = "";
  let last = Number.NEGATIVE_INFINITY;
  let began = { at: 0, done: 0 };
  return {
    show({ label, done, total }) {
      const now = performance.now() / 1000;
      if (label !== shown) began = { at: now, done };
      const whole = total !== null && done >= total;
      const due = label !== shown || whole || now - last >= SECONDS_BETWEEN_LINES;
      if (!due) return;
      const left = total === null ? "" : timeLeft(now - began.at, done - began.done, total - done);
      const line = `${label}: ${done}${total === null ? "" : ` of ${total}`}${left}\n`;
      // What is whole may be said again and again, by whoever reads what is left in memory.
      if (line !== written) stream.write(line);
      written = line;
      shown = label;
      last = now;
    },
    end() {},
  };
}

/** What is left at the pace so far; nothing is said before there is a pace. */
function timeLeft(seconds: number, done: number, left: number): string {
  if (seconds < 1 || done <= 0 || left <= 0) return "";
  const still = (seconds / done) * left;
  return still < 90
    ? `, about ${Math.ceil(still)} s left`
    : `, about ${Math.ceil(still / 60)} min left`;
}
