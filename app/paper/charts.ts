import type { Chart } from "./sheet.ts";
import {
  activeSheet,
  adoptionChart,
  adoptionTrend,
  messagesSheet,
  unitsSheet,
} from "./sheets/adoption.ts";
import {
  adoptionPart,
  kindsSheet,
  lifeSheet,
  networksSheet,
  rhythmSheet,
} from "./sheets/adoption-parts.ts";
import { ofBarometer, trendSheet } from "./sheets/barometer.ts";
import { mapSheet, paritySheet, participationSheet } from "./sheets/barometer-parts.ts";
import {
  leadersSheet,
  matrixSheet,
  ofConnection,
  tieRowsSheet,
  tieSheet,
} from "./sheets/connection.ts";
import { announcedSheet, mixingSheet } from "./sheets/connection-parts.ts";
import { dialsSheet } from "./sheets/dials.ts";
import {
  choiceSheet,
  driversSheet,
  indicatorSlopeSheet,
  indicatorTrendSheet,
  ofIndicator,
  segmentsSheet,
} from "./sheets/indicator.ts";
import { moversSheet } from "./sheets/movers.ts";
import { perceptionSheet } from "./sheets/perception.ts";
import { questionsSheet } from "./sheets/questions.ts";
import { reachChart } from "./sheets/reach.ts";
import { standingChart } from "./sheets/team.ts";
import { sideSheet, teamsChart, tiersSheet } from "./sheets/teams.ts";
import { funnelSheet, teamChangesSheet, teamSlopeSheet } from "./sheets/teams-parts.ts";
import { gapSheet, progressSheet, waveChart } from "./sheets/wave.ts";

/** Every chart that can be taken away, by the name in its address: one line a chart. */
export const charts: Readonly<Record<string, Chart>> = {
  "barometer-dials": { page: "barometer", read: ofBarometer(dialsSheet) },
  "barometer-moved": { page: "barometer", read: ofBarometer(moversSheet("real")) },
  "barometer-seeming": { page: "barometer", read: ofBarometer(moversSheet("seeming")) },
  "barometer-map": {
    page: "barometer",
    read: ofBarometer((reading, visit) => mapSheet(reading, visit)),
  },
  "barometer-parity": { page: "barometer", read: ofBarometer(paritySheet) },
  "barometer-participation": { page: "barometer", read: ofBarometer(participationSheet) },
  "barometer-perception": { page: "barometer", read: ofBarometer(perceptionSheet) },
  "barometer-trend": { page: "barometer", read: ofBarometer(trendSheet) },
  "connection-reached": { page: "connection", read: ofConnection(tieSheet("reached")) },
  "connection-across-sites": { page: "connection", read: ofConnection(tieSheet("across-sites")) },
  "connection-across-units": { page: "connection", read: ofConnection(tieSheet("across-units")) },
  "connection-units": { page: "connection", read: ofConnection(tieRowsSheet) },
  "connection-matrix": { page: "connection", read: ofConnection(matrixSheet) },
  "connection-leaders": { page: "connection", read: ofConnection(leadersSheet) },
  "connection-mixing": { page: "connection", read: ofConnection(mixingSheet) },
  "connection-announced": { page: "connection", read: ofConnection(announcedSheet) },
  "reach-reached": reachChart("reached"),
  "reach-answered": reachChart("answered"),
  "teams-first": teamsChart(sideSheet(0)),
  "teams-second": teamsChart(sideSheet(1)),
  "teams-tiers": teamsChart(tiersSheet),
  "teams-funnel": teamsChart(funnelSheet),
  "teams-slope": teamsChart(teamSlopeSheet),
  "teams-changes": teamsChart(teamChangesSheet),
  "team-standing": standingChart,
  "wave-progress": waveChart(progressSheet),
  "wave-gap": waveChart(gapSheet),
  "adoption-trend": adoptionChart(adoptionTrend),
  "adoption-active": adoptionChart(activeSheet),
  "adoption-units": adoptionChart(unitsSheet),
  "adoption-messages": adoptionChart(messagesSheet),
  "adoption-kinds": adoptionPart(kindsSheet),
  "adoption-life": adoptionPart(lifeSheet),
  "adoption-rhythm": adoptionPart(rhythmSheet),
  "adoption-networks": adoptionPart(networksSheet),
  "indicator-trend": { page: "barometer", read: ofIndicator(indicatorTrendSheet) },
  "indicator-questions": { page: "barometer", read: ofIndicator(questionsSheet) },
  "indicator-segments": { page: "barometer", read: ofIndicator(segmentsSheet) },
  "indicator-choices": { page: "barometer", read: ofIndicator(choiceSheet) },
  "indicator-slope": { page: "barometer", read: ofIndicator(indicatorSlopeSheet) },
  "indicator-drivers": { page: "barometer", read: ofIndicator(driversSheet) },
};
