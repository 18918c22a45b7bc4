// A type and a place that are put right: chosen from the codebook, and from the gazetteer or as a point.
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./review_api";
import type { PlaceRecord } from "./review_api";
import { Failed } from "./states";
import { useAnswer } from "./store";
import { number } from "./words";

/** A type with its mode, of all that the codebook has: one decision. */
export function TypeField({ type, mode, onValue }: { type: string; mode: string | null; onValue: (value: string) => void }) {
  const answer = useAnswer("codebook", (signal) => api.codebook(signal));
  const own = `${type}/${mode ?? "none"}`;
  const [key, setKey] = useState(own);
  if (answer.problem) return <Failed problem={answer.problem} onAgain={answer.again} />;
  return (
    <form class="choice" onSubmit={(event) => { event.preventDefault(); onValue(key); }}>
      <select aria-label="What happened" value={key} onChange={(event) => setKey(event.currentTarget.value)}>
        {(answer.value?.types ?? []).map((one) => (
          <optgroup key={one.key} label={one.label}>
            <option value={one.key}>{one.label}{one.modes.length > 0 ? ", no more is known" : ""}</option>
            {one.modes.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}
          </optgroup>))}
      </select>
      <button type="submit" disabled={key === own}>Correct</button>
    </form>
  );
}

const WAIT_MS = 250;

/** A place: one that a claim tells, any other of the gazetteer, or a point; for what no claim tells a reason is asked. */
export function PlaceField({ told, country, why, onValue }: { told: PlaceRecord[]; country: string | null; why: string; onValue: (value: unknown, why: string | null) => void }) {
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  const [chosen, choose] = useState<PlaceRecord | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => { const timer = window.setTimeout(() => setAsked(words.trim()), WAIT_MS); return () => window.clearTimeout(timer); }, [words]);
  const answer = useAnswer(asked.length > 1 ? `places|${asked}|${country}` : null, (signal) => api.places(asked, country, signal));
  const own = told.filter((one, at) => told.findIndex((other) => other.name === one.name && other.lat === one.lat) === at);
  if (chosen) return <Chosen place={chosen} why={why} onBack={() => choose(null)} onValue={onValue} />;
  return (
    <div class="placefield">
      {own.length > 0 && <><h3>As its claims tell it</h3><ul class="near chips">{own.map((one) => <li key={`${one.name} ${one.lat}`}><button type="button" onClick={() => onValue(one, null)}><bdi>{one.name}</bdi></button> <span class="small">{lies(one)}</span></li>)}</ul></>}
      <label>Another place, or a point as 35.86, 36.81 <input ref={field} type="search" dir="auto" value={words} maxLength={200} placeholder="a name in any spelling or script" onInput={(event) => setWords(event.currentTarget.value)} /></label>
      {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
      <ul class="near" role="status" aria-busy={answer.busy}>
        {answer.busy && !answer.value && <li class="empty">Looking …</li>}
        {answer.value?.items.map((one, at) => (
          <li key={at}><button type="button" onClick={() => choose(one.place)}><bdi>{one.place.name}</bdi></button> <span class="small">{[one.kind, lies(one.place), one.people > 0 ? `${number(one.people)} people` : ""].filter(Boolean).join(" · ")}</span></li>))}
        {answer.value?.items.length === 0 && <li class="empty">The gazetteer knows no place by this name. A point can be given instead.</li>}
      </ul>
    </div>
  );
}

const lies = (place: PlaceRecord): string => [place.admin2, place.admin1, place.country].filter(Boolean).join(", ");

function Chosen({ place, why, onBack, onValue }: { place: PlaceRecord; why: string; onBack: () => void; onValue: (value: unknown, why: string | null) => void }) {
  const [name, setName] = useState(place.name);
  const [radius, setRadius] = useState(String(place.radius_km ?? ""));
  const [reason, setReason] = useState(why);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (event: Event) => {
    event.preventDefault();
    onValue({ ...place, name: name.trim(), radius_km: radius === "" ? null : Number(radius) }, reason.trim());
  };
  return (
    <form class="choice placefield" onSubmit={send}>
      <p class="small">{lies(place)} · {place.lat?.toFixed(4)}, {place.lon?.toFixed(4)}</p>
      <label>name <input dir="auto" required value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <label>known within (km) <input type="number" min={0} max={20000} step="any" value={radius} onInput={(event) => setRadius(event.currentTarget.value)} /></label>
      <label class="whole">why this place? No claim tells of it <input ref={field} required value={reason} maxLength={2000} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <button type="submit" disabled={!reason.trim() || !name.trim()}>Correct</button><button type="button" onClick={onBack}>Another place</button>
    </form>
  );
}
