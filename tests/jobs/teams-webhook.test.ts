import { teams } from "#jobs/connectors/teams.ts";
import { describeWebhook } from "#tests/support/describe-webhook.ts";

describeWebhook(teams, () => ({}));
