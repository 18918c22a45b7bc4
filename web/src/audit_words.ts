// Acts, instants and values of decisions in words.
import type { Act } from "./review_api";

export const ACT_WORDS: Record<Act, string> = {
  same: "one happening", different: "two happenings", unsure: "unsure", correct: "corrected", confirm: "confirmed", reject: "rejected", publish: "published", note: "note",
};

const INSTANT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

export function instant(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.valueOf()) ? iso : `${INSTANT.format(date)} UTC`;
}

export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value !== "object") return String(value);
  const record = value as Record<string, unknown>;
  if (typeof record.name === "string") return record.name;
  if (typeof record.type === "string") return record.mode ? `${record.type}/${String(record.mode)}` : record.type;
  if (typeof record.start === "string") return record.end && record.end !== record.start ? `${record.start} to ${String(record.end)}` : record.start;
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}
