import { moveAnswerBox, openAnonymousWaves, overdueWaves } from "#db/intake/close-wave.ts";
import { closeWave } from "../waves.ts";
import { type Step, said } from "./step.ts";

/**
 * Empties the boxes of anonymous waves, then closes the waves whose time has come. How many answers
 * moved is said nowhere: nobody is to know, while a wave is open, how many have answered.
 */
export const closeWaves: Step = {
  name: "close-waves",
  async run(context) {
    for (const waveId of await openAnonymousWaves(context.db)) {
      await moveAnswerBox(context.db, waveId);
    }
    const overdue = await overdueWaves(context.db, context.now);
    for (const wave of overdue) await closeWave(context, { wave });
    return said(overdue.length === 0 ? "no wave to close" : `closed ${overdue.join(", ")}`);
  },
};
