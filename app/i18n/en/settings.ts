/** The administrator's page of settings. */
export const settings = {
  "settings.title": "Settings",
  "settings.lead":
    "A threshold can be raised, never lowered. Every raise is public, and holds for the waves opened and the weeks released after it.",
  "settings.done": "Done. The promise says so to everybody from now on.",
  "settings.trouble": "Nothing was changed",
  "settings.trouble.number": "Write a whole number.",
  "settings.trouble.same": "This threshold has that value already.",
  "settings.trouble.lower":
    "A threshold never falls: people answered knowing this one. That it was asked is in the audit trail.",
  "settings.trouble.unknown": "There is no such threshold: load the page again.",
  "settings.trouble.fixed": "This number cannot be set: the bands of n end there.",
  "settings.trouble.too-high":
    "Above 1,000 hardly anything would ever be shown: give a smaller number.",
  "settings.trouble.used":
    "A wave or a release has used it: these thresholds were promised, and can only rise now. That it was asked is in the audit trail.",
  "settings.trouble.none": "There is no raise to withdraw.",
  "settings.raise": "Raise a threshold",
  "settings.raise.sentence":
    "A wave keeps the thresholds of its opening; what is released no longer changes.",
  "settings.threshold": "Threshold",
  "settings.inForce": "In force",
  "settings.new": "New",
  "settings.new.of": "New value for: {threshold}",
  "settings.raise.button": "Raise",
  "settings.raise.of": "Raise: {threshold}",
  "settings.withdraw": "Withdraw the last raise",
  "settings.withdraw.sentence":
    "No wave and no release has used the last raise yet: it may be withdrawn. The public history keeps both days.",
} as const;
