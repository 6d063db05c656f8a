/** Why a network could not be read, and what to do about it. */
export const troubles = {
  "networks.trouble": "{network} could not be read: {reason}.",
  "networks.trouble.status": "{network} could not be read: {reason} (HTTP {status}).",
  "networks.trouble.do": "To do: {advice}.",
  "networks.trouble.since": "Read up to {at}, and not since.",
  "networks.trouble.nights": {
    one: "{n} night, {to}",
    other: "{n} nights, from {from} to {to}",
  },
  "networks.trouble.never": "Never read yet.",
  "networks.trouble.over": "Read again since, up to {at}.",
  "networks.trouble.detail": "What the night noted",
  "networks.trouble.address": "its address is not one that can be called",
  "networks.trouble.address.do": "correct the server address in its settings",
  "networks.trouble.busy": "the network asks for a longer wait than a night",
  "networks.trouble.busy.do":
    "nothing to do: the next night tries again; if it comes back, ask for a higher limit",
  "networks.trouble.failing": "the server is failing",
  "networks.trouble.failing.do":
    "nothing to do here: the next night tries again; if it lasts, warn whoever runs the server",
  "networks.trouble.forbidden": "the token may not read this",
  "networks.trouble.forbidden.do":
    "give the token’s account this right; “barometer networks check” says which is missing",
  "networks.trouble.missing": "the address leads nowhere",
  "networks.trouble.missing.do": "check the server address in its settings",
  "networks.trouble.redirected": "it points to another server",
  "networks.trouble.redirected.do": "if that is the right one, write its address in the settings",
  "networks.trouble.refused": "it refuses the request",
  "networks.trouble.refused.do": "check its settings",
  "networks.trouble.slow": "no complete answer in time",
  "networks.trouble.slow.do":
    "the next night tries again; if it lasts, warn whoever runs the server",
  "networks.trouble.too-large": "an answer is larger than allowed",
  "networks.trouble.too-large.do": "ask for a shorter period",
  "networks.trouble.unauthorised": "the access token is refused or has expired",
  "networks.trouble.unauthorised.do":
    "replace the token, or the secret it is made with, in its settings",
  "networks.trouble.unreachable": "the server does not answer",
  "networks.trouble.unreachable.do": "check the address, and that this machine can reach it",
  "networks.trouble.unreadable": "the answer is not what its contract says",
  "networks.trouble.unreadable.do":
    "check that the address is that of the API, with no sign-in page or proxy before it",
  "networks.trouble.untrusted": "its certificate is not trusted",
  "networks.trouble.untrusted.do": "have it renewed, or name the company’s authority",
} as const;
