// Words for people: numbers, days, facets and grades.
import type { Facet } from "./view";

const NUMBER = new Intl.NumberFormat("en");
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export const number = (value: number): string => NUMBER.format(value);
export const count = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`;

export function day(iso: string | null): string {
  if (iso === null) return "no date";
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.valueOf()) ? iso : DAY.format(date);
}

/** Words of the server with their days as the page writes days. */
export const spoken = (words: string): string => words.replace(/\d{4}-\d\d-\d\d(?!\d)/g, (iso) => day(iso));

export const FACET_NAMES: Record<Facet, string> = {
  type: "What happened", grade: "Grade", actor: "Who takes part", side: "Country of those who take part", speaker: "Who says so",
  outlet: "Published by", country: "Country", province: "Province",
};

export const GRADES: Record<string, string> = {
  confirmed: "the party held responsible, or an independent investigation, accepts it", fair: "two or more independent origins agree on the act",
  weak: "one origin only", contested: "rival claims about who did it, or whether it happened",
};

export const AGREEMENTS: Record<string, string> = {
  agree: "independent origins say the same", range: "they differ, but one value can hold all versions", contradict: "they cannot all be right", "single origin": "only one origin speaks of it",
};
