import type { UserReport } from "../microsoft/usage.ts";

/**
 * What Teams reports of each person that nothing else tells. "Team Chat Message Count" is not
 * taken: in spite of its name it counts what was written in channels (posts and replies), which is
 * read one by one (https://learn.microsoft.com/microsoftteams/teams-analytics-and-reports/user-activity-report).
 */
export const userActivity: UserReport = {
  name: "getTeamsUserActivityUserDetail",
  counts: [
    { columns: ["Private Chat Message Count"], verb: "message" },
    // Reports saved before 2020 have the second only.
    { columns: ["Meetings Attended Count", "Meeting Count"], verb: "meet" },
  ],
};
