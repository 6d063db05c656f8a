export type { Trouble } from "./actions/asked.ts";
export { readBoard } from "./actions/board.ts";
export { type ActionLine, readActions } from "./actions/lines.ts";
export { type ActionsReading, readActionsPage } from "./actions/page.ts";
export { readReminder } from "./actions/reminder.ts";
export { type ToAct, toActOn } from "./actions/to-act.ts";
export { writeAsked } from "./actions/write.ts";
