/**
 * A name with room for so many letters. Names of one company begin alike and end in what tells them
 * apart: what is left out is in the middle. The table has them whole.
 */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = Math.floor(most * 0.4);
  return `${name.slice(0, most - 1 - end).trimEnd()}…${name.slice(-end).trimStart()}`;
}
