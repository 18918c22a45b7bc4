// What the page asks the API about analysts' decisions, typed as src/warledger/api/review_answers.py has it.
import { answered, Problem, type Summary } from "./api";
import { act } from "./who";

export type Act = "same" | "different" | "unsure" | "correct" | "confirm" | "reject" | "publish" | "note";
export interface Wish { act?: Act; subjects?: string[]; field?: string; value?: unknown; why?: string; undoes?: string; on?: Record<string, number>; run?: number }
export interface Decision { id: string; act: Act; subjects: string[]; who: string; at: string; field: string | null; value: unknown; why: string | null; undoes: string | null; held: Record<string, string[]> }
export interface Logged { decision: Decision; holds: boolean; undone: boolean; by: string | null; by_who: string | null }
export interface Log { items: Logged[]; names: Record<string, string>; next: string | null; total: number; run: number }
export interface Made { decision: Decision; linked: boolean; problems: string[]; now: Record<string, string | null>; run: number }
export interface Change { incident: string; now: string | null; revision: number | null; news: string[]; who: string[]; sentence: string }
export interface Told { id: string; incident: string | null; speakers: string[]; outlet: string | null; day: string | null; sentence: string; act: string; place: string | null; when: string | null; figures: string[]; report: string }
export interface Question { kind: "pair" | "whole"; subjects: string[]; uncertainty: number; stakes: number; why: string; decided: Decision | null; nearest: Told[]; incidents: Summary[] }
export interface Queue { items: Question[]; total: number; weighing: boolean; run: number }
export interface Agreed { one: string; other: string; subjects: number; observed: number | null; expected: number | null; kappa: number | null; low: number | null; high: number | null; why: string | null; table: [string, string, number][] }
export interface Agreement { pairs: Agreed[]; analysts: Record<string, number>; fewest: number; why: string | null; run: number }
/** What others changed, where a decision was refused for it. */
export const changedBy = (error: unknown): Change[] => (error instanceof Problem && error.status === 409 && Array.isArray(error.told.changed) ? error.told.changed as Change[] : []);

const at = (signal?: AbortSignal): RequestInit => ({ signal: signal ?? null });
const query = (given: Record<string, string | number | boolean | null | undefined>): string => {
  const filled = Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
};

export const log = (given: { subject?: string; who?: string; act?: string; holds?: boolean; limit?: number; next?: string | null }, signal?: AbortSignal) => answered<Log>(`/decisions?${query(given)}`, at(signal));
export const agreement = (signal?: AbortSignal) => answered<Agreement>("/decisions/agreement", at(signal));
export function queue(filters: URLSearchParams, order: string, second: boolean, signal?: AbortSignal): Promise<Queue> {
  const whole = new URLSearchParams(filters);
  whole.set("order", order); whole.set("limit", "100");
  if (second) whole.set("second", "true");
  return answered<Queue>(`/queue?${whole}`, at(signal));
}

export const decide = (wish: Wish): Promise<Made> => act<Made>("POST", "/decisions", wish);

export interface PlaceRecord { name: string; lat: number | null; lon: number | null; country: string | null; admin1: string | null; admin2: string | null; precision: string; radius_km: number | null }
export interface Found { place: PlaceRecord; kind: string; people: number; likely: boolean }
export interface Type { key: string; label: string; modes: { key: string; label: string }[] }
/** Places of the gazetteer that a name may mean, or the place at a point. */
export function places(name: string, country: string | null, signal?: AbortSignal): Promise<{ items: Found[] }> {
  return answered(`/places?${query({ name, country })}`, at(signal));
}
export const codebook = (signal?: AbortSignal) => answered<{ types: Type[] }>("/codebook", at(signal));
