// Two incidents that are one, and claims that are another happening than the rest of theirs.
import { useState } from "preact/hooks";
import * as api from "./api";
import type { Summary, Whole } from "./api";
import { Chain } from "./chain";
import type { Wish } from "./review_api";
import { Failed } from "./states";
import { useAnswer } from "./store";
import { count, day, spoken } from "./words";

// What is looked for beside an incident: within so many days, and so many degrees, of it.
const DAYS = 3, DEGREES = 0.5;
const ID = /i_[0-9a-f]{4,32}/;
type Done = (wish: Wish, words: string) => void;

export function Merge({ whole, onDone }: { whole: Whole; onDone: Done }) {
  const own = whole.summary;
  const near = useAnswer(`near ${own.id}`, (signal) => api.incidents(nearby(own), "newest", null, signal));
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const merge = (other: Summary) => onDone({ act: "same", subjects: [own.id, other.id], on: { [own.id]: own.revision, [other.id]: other.revision } }, "Merged.");
  const find = async () => {
    const id = ID.exec(typed)?.[0];
    if (!id) { setProblem("That is no id of an incident, nor a link to one."); return; }
    try {
      const found = (await api.incident(id, null)).summary;
      if (found.id === own.id) setProblem("That is this incident."); else merge(found);
    } catch (error) { setProblem(error instanceof Error ? error.message : String(error)); }
  };
  const others = (near.value?.items ?? []).filter((one) => one.id !== own.id);
  return (
    <div class="panel" aria-busy={near.busy}>
      <h2>The same happening as</h2>
      {near.problem && <Failed problem={near.problem} onAgain={near.again} />}
      {near.value && others.length === 0 && <p class="empty">No other incident within {DAYS} days and some fifty kilometres.</p>}
      <ul class="near">{others.slice(0, 20).map((one) => (
        <li key={one.id}><button type="button" onClick={() => merge(one)}>{one.act}{one.place && <> · <bdi>{one.place.label}</bdi></>}</button> <span class="small">{spoken(one.when ?? "no date")} · {[one.killed?.words ? `killed ${one.killed.words}` : "", count(one.claims, "claim"), one.who.slice(0, 3).join(", ")].filter(Boolean).join(" · ")}</span></li>))}</ul>
      <form class="reason" onSubmit={(event) => { event.preventDefault(); void find(); }}>
        <input aria-label="Another incident, by id or link" placeholder="or an incident's id or link" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} /><button type="submit">Merge</button>
      </form>
      {problem && <p class="problem" role="alert">{problem}</p>}
    </div>
  );
}

function nearby(own: Summary): URLSearchParams {
  const query = new URLSearchParams();
  const move = (iso: string, days: number) => new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  if (own.start) query.set("since", move(own.start, -DAYS));
  if (own.end ?? own.start) query.set("until", move(own.end ?? own.start ?? "", DAYS));
  const { lat, lon } = own.place ?? { lat: null, lon: null };
  if (lat !== null && lon !== null) query.set("box", [lon - DEGREES, Math.max(-90, lat - DEGREES), lon + DEGREES, Math.min(90, lat + DEGREES)].map((one) => one.toFixed(3)).join(","));
  return query;
}

export function Part({ whole, onDone }: { whole: Whole; onDone: Done }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const own = whole.summary;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const part = () => onDone({ act: "different", subjects: [own.id, ...chosen], on: { [own.id]: own.revision } }, `${count(chosen.length, "claim")} parted off.`);
  return (
    <form class="panel" onSubmit={(event) => { event.preventDefault(); part(); }}>
      <h2>Which claims are another happening?</h2>
      <ul class="parts">{whole.claims.map((one) => {
        const head = one.report === null ? undefined : whole.reports[one.report];
        const sentence = one.record.passages.find((passage) => passage.field === "sentence")?.quote;
        return (
          <li key={one.id}><label><input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} /> <b><Chain names={one.chain} none={head?.outlet ?? undefined} /></b> <span class="small"><bdi>{head?.outlet}</bdi>, {day(head?.published ?? null)} · {one.act}{one.place ? ` · ${one.place}` : ""}{one.when ? ` · ${spoken(one.when)}` : ""}</span>{sentence && <q dir="auto">{sentence}</q>}</label></li>);
      })}</ul>
      <button type="submit" disabled={chosen.length === 0 || chosen.length === whole.claims.length}>Part {chosen.length > 0 ? count(chosen.length, "claim") : "claims"} off</button>
      {chosen.length === whole.claims.length && <p class="small">One claim at least must stay.</p>}
    </form>
  );
}
