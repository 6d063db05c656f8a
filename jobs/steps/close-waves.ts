import { moveAnswerBox, openAnonymousWaves, overdueWaves } from "#db/intake/close-wave.ts";
import { closeWave } from "../waves.ts";
import { type Step, said } from "./step.ts";

/** Empties the boxes of anonymous waves, then closes the waves whose time has come. */
export const closeWaves: Step = {
  name: "close-waves",
  async run(context) {
    let moved = 0;
    for (const waveId of await openAnonymousWaves(context.db)) {
      moved += await moveAnswerBox(context.db, waveId);
    }
    const overdue = await overdueWaves(context.db, context.now);
    for (const wave of overdue) await closeWave(context, { wave });
    const closed = overdue.length === 0 ? "no wave to close" : `closed ${overdue.join(", ")}`;
    return said(`${closed}; ${moved} anonymous answers moved`, moved);
  },
};
