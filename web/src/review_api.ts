// What the page asks the API about analysts' decisions, typed as src/warledger/api/review_answers.py has it.
import { Problem, type Summary } from "./api";

export type Act = "same" | "different" | "unsure" | "correct" | "confirm" | "reject" | "publish" | "note";
export interface Wish { act?: Act; subjects?: string[]; field?: string; value?: unknown; why?: string; undoes?: string; on?: Record<string, number>; run?: number }
export interface Decision { id: string; act: Act; subjects: string[]; who: string; at: string; field: string | null; value: unknown; why: string | null; undoes: string | null; held: Record<string, string[]> }
export interface Logged { decision: Decision; holds: boolean; undone: boolean; by: string | null; by_who: string | null }
export interface Log { items: Logged[]; next: string | null; total: number; run: number }
export interface Made { decision: Decision; linked: boolean; problems: string[]; now: Record<string, string | null>; run: number }
export interface Change { incident: string; now: string | null; revision: number | null; news: string[]; who: string[]; sentence: string }
export interface Told { id: string; incident: string | null; speakers: string[]; outlet: string | null; day: string | null; sentence: string; act: string; place: string | null; when: string | null; figures: string[]; report: string }
export interface Question { kind: "pair" | "whole"; subjects: string[]; uncertainty: number; stakes: number; why: string; decided: Decision | null; nearest: Told[]; incidents: Summary[] }
export interface Queue { items: Question[]; total: number; weighing: boolean; run: number }
export interface Agreed { one: string; other: string; subjects: number; observed: number | null; expected: number | null; kappa: number | null; low: number | null; high: number | null; why: string | null; table: [string, string, number][] }
export interface Agreement { pairs: Agreed[]; analysts: Record<string, number>; fewest: number; why: string | null; run: number }
export interface Session { name: string; role: "viewer" | "analyst" | "admin"; token: string | null; signed_in: boolean; whole: boolean }

/** Another has changed what was decided on; changed says how. */
export class Conflict extends Problem {
  constructor(detail: string, readonly changed: Change[]) { super(409, detail); }
}

const ROOT = "/api/v1";

async function ask<T>(path: string, how: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(ROOT + path, how);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "The server cannot be reached.");
  }
  if (answer.ok) return await answer.json() as T;
  const body = await answer.json().catch(() => null) as { detail?: string; changed?: Change[] } | null;
  const detail = body?.detail ?? `The server answered ${answer.status}.`;
  if (answer.status === 409 && body?.changed) throw new Conflict(detail, body.changed);
  throw new Problem(answer.status, detail);
}

const at = (signal?: AbortSignal): RequestInit => ({ signal: signal ?? null });
const query = (given: Record<string, string | number | boolean | null | undefined>): string => {
  const filled = Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
};

export const session = (signal?: AbortSignal) => ask<Session>("/session", at(signal));
export const log = (given: { subject?: string; who?: string; act?: string; holds?: boolean; limit?: number; next?: string | null }, signal?: AbortSignal) => ask<Log>(`/decisions?${query(given)}`, at(signal));
export const agreement = (signal?: AbortSignal) => ask<Agreement>("/decisions/agreement", at(signal));
export function queue(filters: URLSearchParams, order: string, second: boolean, signal?: AbortSignal): Promise<Queue> {
  const whole = new URLSearchParams(filters);
  whole.set("order", order); whole.set("limit", "100");
  if (second) whole.set("second", "true");
  return ask<Queue>(`/queue?${whole}`, at(signal));
}

let who: Promise<Session> | null = null;
/** Who one is here, asked once. */
export const me = (anew = false): Promise<Session> => {
  if (anew || who === null) { who = session(); who.catch(() => { who = null; }); }
  return who;
};

export async function decide(wish: Wish): Promise<Made> {
  const send = async (token: string | null) => ask<Made>("/decisions", {
    method: "POST", body: JSON.stringify(wish), headers: { "Content-Type": "application/json", ...(token === null ? {} : { "X-CSRF-Token": token }) } });
  try {
    return await send((await me()).token);
  } catch (error) {  // the server was started anew, and its token with it
    if (error instanceof Problem && error.status === 403) return send((await me(true)).token);
    throw error;
  }
}
