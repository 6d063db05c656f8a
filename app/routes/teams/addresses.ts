/** Where one team has its own page; its key may hold anything. */
export function teamAddress(team: string): string {
  return `/teams/${encodeURIComponent(team)}`;
}

/** Where its conversation guide is. */
export function guideAddress(team: string): string {
  return `${teamAddress(team)}/guide`;
}
