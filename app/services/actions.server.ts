export { type ActionLine, readActions } from "./actions/lines.ts";
