import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the site. */
export default [
  index("routes/barometer.tsx"),
  route("indicators/:indicator", "routes/indicator.tsx"),
  route("teams", "routes/teams.tsx"),
  route("connection", "routes/connection.tsx"),
  route("reach/:post", "routes/reach.tsx"),
  route("adoption", "routes/adoption.tsx"),
  route("comments", "routes/comments.tsx"),
  route("moderation", "routes/moderation.tsx"),
  route("waves", "routes/waves.tsx"),
  route("waves/:wave", "routes/wave.tsx"),
  route("exports", "routes/exports.tsx"),
  route("exports.csv", "routes/exports.csv.ts"),
  route("figures/:file", "routes/figure-file.ts"),
  route("networks", "routes/networks.tsx"),
  route("accounts", "routes/accounts.tsx"),
  route("accounts.csv", "routes/accounts.csv.ts"),
  route("settings", "routes/settings.tsx"),
  route("promise", "routes/promise.tsx"),
  route("methods", "routes/methods.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("account", "routes/account.tsx"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
