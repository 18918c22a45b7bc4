// Why an incident holds its claims: every join, and the refusals nearest to it, in words and weights. Asked for only when it is opened.
import { useState } from "preact/hooks";
import { ask } from "./api";
import { change, useAnswer } from "./store";
import { number } from "./words";

interface Reason { words: string; weight: number; share: number }
interface Pair { one: string; other: string; score: number | null; why: string; reasons: Reason[]; other_incident: string | null }
interface Why { grounds: { prior: number; join: number; floor: number; joined: Pair[]; refused: Pair[]; stale: string | null }; claims: Record<string, string>; more: number }
const SHOWN = 10;
// Of two claims that were weighed there is more to read than of two that one report tells together.
const weighedFirst = (pairs: Pair[]) => [...pairs].sort((a, b) => Math.sign(b.reasons.length) - Math.sign(a.reasons.length));
const signed = (value: number) => (value < 0 ? `−${(-value).toFixed(1)}` : `+${value.toFixed(1)}`);

export function WhyJoined({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  if (!asked) return <p><button type="button" onClick={() => setAsked(true)}>Weigh them</button> <span class="small">after a run this takes as long as linking</span></p>;
  return <Told id={id} />;
}

function Told({ id }: { id: string }) {
  const answer = useAnswer(`why|${id}`, (signal) => ask<Why>(`/incidents/${encodeURIComponent(id)}/why`, null, signal));
  const why = answer.value;
  if (answer.problem) return <p class="problem" role="alert">{answer.problem}</p>;
  if (!why) return <p class="empty" role="status">Weighing all claims of the ledger …</p>;
  const { grounds, claims } = why;
  return (
    <div class="grounds">
      {grounds.stale && <p class="problem">{grounds.stale}</p>}
      <p class="small">A pair starts at {signed(grounds.prior)} and is joined above {signed(grounds.join)}; none below {signed(grounds.floor)} is ever in one incident unforced. Weights are natural log-odds.</p>
      <Pairs title="Joined" pairs={weighedFirst(grounds.joined)} more={0} claims={claims} />
      <Pairs title="Refused, the nearest first" pairs={grounds.refused} more={why.more} claims={claims} />
    </div>
  );
}

function Pairs({ title, pairs, more, claims }: { title: string; pairs: Pair[]; more: number; claims: Record<string, string> }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <h3>{title} ({number(pairs.length + more)})</h3>
      {pairs.length === 0 && <p class="small">none</p>}
      <ul>{pairs.slice(0, all ? pairs.length : SHOWN).map((pair, at) => <li key={at}><PairTold pair={pair} claims={claims} /></li>)}</ul>
      {pairs.length > SHOWN && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? "fewer" : `${number(pairs.length - SHOWN)} more`}</button>}
    </>
  );
}

function PairTold({ pair, claims }: { pair: Pair; claims: Record<string, string> }) {
  return (
    <>
      <p><q dir="auto">{claims[pair.one] ?? pair.one}</q> <span class="small">and</span> <q dir="auto">{claims[pair.other] ?? pair.other}</q></p>
      <p class="small">{pair.score !== null && <b>{signed(pair.score)} </b>}{pair.why}{pair.other_incident && <> · <a href={`/incidents/${pair.other_incident}`} onClick={(event) => { event.preventDefault(); change({ incident: pair.other_incident }); }}>the other incident</a></>}</p>
      {pair.reasons.length > 0 && <ul class="reasons">{[...pair.reasons].sort((a, b) => b.weight - a.weight).map((one, at) => <li key={at}><span class="number">{signed(one.weight)}</span> {one.words}{one.share < 1 && ` (counted at ${Math.round(one.share * 100)}%: inferred)`}</li>)}</ul>}
    </>
  );
}
