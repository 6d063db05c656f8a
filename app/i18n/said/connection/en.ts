import type { Plural } from "../../translate.ts";
import type { connectionInFrench } from "./fr.ts";

/** What the pages of ties and reach say, in sentences made on the server. */
export const connectionInEnglish: Readonly<
  Record<keyof typeof connectionInFrench, string | Plural>
> = {
  "ties.subject.reached": "the share of people reached by an announcement",
  "ties.subject.across-sites": "the share of people who exchange with another site",
  "ties.subject.across-units": "the share of people who exchange outside their team",
  "ties.subject.questions": "the share of questions answered",
  "ties.notSupplied": "No network tells yet who exchanges with whom.",
  "ties.notSupplied.rest":
    "It takes four released weeks, and a network that tells comments, reactions or views one by one: what is not known is not zero.",
  "ties.lead.hidden": "These ties are hidden for the last week.",
  "ties.lead.reached.frontline":
    "Share of the frontline that an announcement of head office or leaders reached in four weeks: {share}.",
  "ties.lead.reached.all":
    "Share of people whom an announcement of head office or leaders reached in four weeks: {share}.",
  "ties.lead.across-sites.frontline":
    "Share of the frontline that exchanged with another site in four weeks: {share}.",
  "ties.lead.across-sites.all":
    "Share of people who exchanged with another site in four weeks: {share}.",
  "ties.lead.across-units.frontline":
    "Share of the frontline that exchanged outside its team in four weeks: {share}.",
  "ties.lead.across-units.all":
    "Share of people who exchanged outside their team in four weeks: {share}.",
  "ties.matrix.sentence": {
    one: "{n} cell of {tested} really differs from the other units.",
    other: "{n} cells of {tested} really differ from the other units.",
  },
  "ties.leaders.sentence":
    "Questions put to leaders and answered within a week: {answered}; within a day: {day}.",
  "ties.leaders.week": "Questions put to leaders and answered within a week: {answered}.",
  "ties.leaders.hidden": "What leaders answered is hidden for the last week.",
  "ties.mixing.sentence":
    "Share of the week’s ties that leave the unit: {share}. If everybody exchanged with everybody, it would be {expected}.",
  "ties.mixing.hidden": "The share of ties that leave the unit is hidden this week.",
  "ties.cut.language": "Language",
  "reach.name": "Announcement of {day}",
  "reach.where": "{group}, on {network}",
  "reach.lead": "Share of the frontline that saw it: {share}.",
  "reach.folded": {
    one: "Hidden: {names}.",
    other: "{n} are hidden: {names}.",
  },
  "reach.hidden": "Who saw it is hidden.",
  "reach.notSupplied":
    "{network} does not tell who has seen an announcement: what is not known is not zero, and a reaction does not stand for a view.",
  "reach.reached.sentence": "Share of the headcount that saw it: {share}.",
  "reach.answered.sentence":
    "Share of the headcount that commented, reacted, voted or gave thanks: {share}.",
};
