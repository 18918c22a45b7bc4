// A field put right, of the incident or of one of its claims, with the words beside it that it was read from.
import { useState } from "preact/hooks";
import type { Whole } from "./api";
import { chainWords } from "./chain";
import { PlaceField, TypeField } from "./correcting";
import type { PlaceRecord, Wish } from "./review_api";
import { GRADES } from "./words";

interface Tally { what: string; low: number | null; high: number | null; best: number | null; victims: string; wording: string }
interface Full { id: string; type: string; mode: string | null; stance: string; negated: boolean; place: PlaceRecord | null; when: { start: string | null; end: string | null } | null; tallies: Tally[]; passages: { field: string; quote: string }[] }
type Done = (wish: Wish, words: string) => void;

const OF_INCIDENT = { when: "when", place: "where", type: "what happened", grade: "the grade" } as const;
const OF_CLAIM = { tallies: "how many", when: "when", place: "where", type: "what happened", stance: "asserted, denied, …", negated: "whether it says that it did not happen" } as const;
const STANCES = ["asserted", "denied", "threatened", "planned", "demanded", "hypothetical", "historical"];
// The passages that show a field.
const SHOWN: Record<string, string> = { tallies: "tally", when: "when", place: "place", type: "trigger", stance: "trigger", negated: "trigger" };

export function Correct({ whole, why, onDone }: { whole: Whole; why: string; onDone: Done }) {
  const only = whole.claims.length === 1 ? whole.claims[0]?.id ?? null : null;
  const [claim, setClaim] = useState<string | null>(only);
  const [field, setField] = useState<string>(only === null ? "when" : "tallies");
  const told = whole.claims.find((one) => one.id === claim);
  const record = told?.record as unknown as Full | undefined;
  const fields: Record<string, string> = claim === null ? OF_INCIDENT : OF_CLAIM;
  const quotes = record?.passages.filter((one) => one.field === SHOWN[field]) ?? [];
  const sentence = record?.passages.find((one) => one.field === "sentence");
  const subject = claim ?? whole.summary.id;
  const send = (value: unknown, reason: string | null = null) => onDone({ act: "correct", subjects: [subject], field, value, ...(reason ? { why: reason } : {}) }, "Corrected.");
  return (
    <div class="panel correct">
      <h2>What is to be put right?</h2>
      <div class="choice">
        <label>of <select value={claim ?? ""} onChange={(event) => { setClaim(event.currentTarget.value || null); setField(event.currentTarget.value ? "tallies" : "when"); }}>
          <option value="">the incident as a whole</option>
          {whole.claims.map((one, at) => <option key={one.id} value={one.id}>{`claim ${at + 1}: ${chainWords(one.chain, (one.report !== null && whole.reports[one.report]?.outlet) || undefined)}, ${one.act}`}</option>)}
        </select></label>
        <label>the field <select value={field} onChange={(event) => setField(event.currentTarget.value)}>{Object.entries(fields).map(([name, words]) => <option key={name} value={name}>{words}</option>)}</select></label>
      </div>
      {record && <blockquote class="passage">{quotes.map((one, at) => <q key={at} dir="auto">{one.quote}</q>)}{sentence && <p dir="auto">{sentence.quote}</p>}</blockquote>}
      <Value key={`${subject} ${field}`} field={field} whole={whole} record={record ?? null} why={why} onValue={send} />
    </div>
  );
}

interface Given { field: string; whole: Whole; record: Full | null; why: string; onValue: (value: unknown, reason?: string | null) => void }

function Value({ field, whole, record, why, onValue }: Given) {
  const [text, setText] = useState(field === "stance" ? record?.stance ?? "asserted" : field === "grade" ? whole.summary.grade : "");
  if (field === "when") return <Days start={record ? record.when?.start ?? null : whole.summary.start} end={record ? record.when?.end ?? null : whole.summary.end} onValue={onValue} />;
  if (field === "tallies") return <Figures tallies={record?.tallies ?? []} onValue={onValue} />;
  if (field === "type") return <TypeField type={(record ?? whole.summary).type} mode={(record ?? whole.summary).mode} onValue={onValue} />;
  if (field === "place") return <PlaceField told={whole.claims.map((one) => (one.record as unknown as Full).place).filter((one) => one !== null)} country={whole.summary.place?.country ?? null} why={why} onValue={onValue} />;
  if (field === "negated") return <p><button type="button" onClick={() => onValue(!(record?.negated ?? false))}>{record?.negated ? "It says that it happened" : "It says that it did not happen"}</button></p>;
  const options = field === "stance" ? STANCES : Object.keys(GRADES);
  return (
    <form class="choice" onSubmit={(event) => { event.preventDefault(); onValue(text); }}>
      <select aria-label="The new value" value={text} onChange={(event) => setText(event.currentTarget.value)}>{options.map((one) => <option key={one}>{one}</option>)}</select>
      <button type="submit">Correct</button>
    </form>
  );
}

function Days({ start, end, onValue }: { start: string | null; end: string | null; onValue: (value: string) => void }) {
  const [from, setFrom] = useState(start?.slice(0, 10) ?? "");
  const [to, setTo] = useState((end ?? start)?.slice(0, 10) ?? "");
  return (
    <form class="choice" onSubmit={(event) => { event.preventDefault(); if (from) onValue(to && to !== from ? `${from}/${to}` : from); }}>
      <label>from <input type="date" required value={from} onChange={(event) => { setFrom(event.currentTarget.value); if (to === "" || to < event.currentTarget.value) setTo(event.currentTarget.value); }} /></label>
      <label>to <input type="date" value={to} min={from} onChange={(event) => setTo(event.currentTarget.value)} /></label>
      <button type="submit">Correct</button>
    </form>
  );
}

// What is counted, as the codebook has it.
const KINDS = ["killed", "wounded", "missing", "detained", "abducted", "displaced", "arrested", "surrendered", "released", "evacuated", "returned", "trapped", "troops", "casualties"];
const NEW: Tally = { what: "killed", low: null, high: null, best: null, victims: "unknown", wording: "" };

/** The figures of a claim: the least and the most that its words allow, the most left open where they do. */
function Figures({ tallies, onValue }: { tallies: Tally[]; onValue: (value: Tally[]) => void }) {
  const [figures, set] = useState<Tally[]>(tallies.length ? tallies : [NEW]);
  const number = (text: string) => (text === "" ? null : Math.max(0, Math.trunc(Number(text))));
  const put = (at: number, part: Partial<Tally>) => set(figures.map((one, k) => (k === at ? fitted({ ...one, ...part }) : one)));
  return (
    <form class="choice" onSubmit={(event) => { event.preventDefault(); onValue(figures.filter((one) => one.low !== null || one.high !== null)); }}>
      <ul class="tallies">{figures.map((one, at) => (
        <li key={at}>{at < tallies.length ? <b>{one.what}</b> : <select aria-label="What is counted" value={one.what} onChange={(event) => put(at, { what: event.currentTarget.value })}>{KINDS.map((kind) => <option key={kind}>{kind}</option>)}</select>} <span class="small">{one.victims !== "unknown" ? one.victims : ""}</span>
          <label>at least <input type="number" min={0} value={one.low ?? ""} onInput={(event) => put(at, { low: number(event.currentTarget.value) })} /></label>
          <label>at most <input type="number" min={0} placeholder="open" value={one.high ?? ""} onInput={(event) => put(at, { high: number(event.currentTarget.value) })} /></label>
        </li>))}</ul>
      <button type="submit">Correct</button><button type="button" onClick={() => set([...figures, { ...NEW, what: KINDS.find((kind) => figures.every((one) => one.what !== kind)) ?? NEW.what }])}>Another figure</button>
    </form>
  );
}

/** The best figure stays where the range still holds it, and else is the least. */
function fitted(one: Tally): Tally {
  const holds = one.best !== null && (one.low === null || one.best >= one.low) && (one.high === null || one.best <= one.high);
  return { ...one, best: holds ? one.best : one.low ?? one.high };
}
