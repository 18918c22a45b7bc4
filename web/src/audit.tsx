// The log of decisions, who made them, when and why, what became of each; and how far analysts agree.
import { useEffect, useState } from "preact/hooks";
import { instant, valueWords } from "./audit_words";
import { decide } from "./deciding";
import * as api from "./review_api";
import type { Agreed, Logged } from "./review_api";
import { change, useAnswer, useVersion } from "./store";
import { count } from "./words";

const ACTS = ["same", "different", "unsure", "correct", "confirm", "reject", "publish", "note"];

export function AuditPane() {
  const version = useVersion();
  const [who, setWho] = useState("");
  const [act, setAct] = useState("");
  const [items, setItems] = useState<Logged[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [total, setTotal] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const agreement = useAnswer("agreement", (signal) => api.agreement(signal));
  const session = useAnswer("me", () => api.me());

  const load = (from: string | null, signal?: AbortSignal) => api.log({ who, act, next: from, limit: 50 }, signal).then(
    (page) => { setItems((before) => (from === null ? page.items : [...(before ?? []), ...page.items])); setNext(page.next); setTotal(page.total); setProblem(null); },
    (error: Error) => { if (!signal?.aborted) setProblem(error.message); });
  useEffect(() => { const abort = new AbortController(); void load(null, abort.signal); return () => abort.abort(); }, [who, act, version]);

  const mayUndo = session.value !== null && session.value.role !== "viewer";
  return (
    <div class="pane audit" aria-busy={items === null && problem === null}>
      <button type="button" class="back" onClick={() => change({ pane: null })}>← all incidents</button>
      <div class="listhead">
        <h1>Decisions</h1>
        <label>by <select value={who} onChange={(event) => setWho(event.currentTarget.value)}><option value="">everybody</option>{Object.keys(agreement.value?.analysts ?? {}).map((name) => <option key={name}>{name}</option>)}</select></label>
        <label>act <select value={act} onChange={(event) => setAct(event.currentTarget.value)}><option value="">any</option>{ACTS.map((name) => <option key={name}>{name}</option>)}</select></label>
      </div>
      {problem && <p class="problem" role="alert">{problem} <button type="button" onClick={() => void load(null)}>Try again</button></p>}
      {!items && !problem && <p class="empty">Loading …</p>}
      {items?.length === 0 && <p class="empty">Nobody has decided anything{who || act ? " of this kind" : " yet"}. What is least sure is asked first in <a href="/review" onClick={(event) => { event.preventDefault(); change({ pane: "review" }); }}>Review</a>.</p>}
      {items && items.length > 0 && (
        <div class="wide"><table class="matrix log">
          <caption class="unseen">Decisions, newest first</caption>
          <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Why</th><th scope="col">State</th></tr></thead>
          <tbody>{items.map((one) => <Line key={one.decision.id} logged={one} mayUndo={mayUndo} />)}</tbody>
        </table></div>)}
      {items && items.length > 0 && <p class="small">{count(total, "decision")} in all.</p>}
      {next && <button type="button" class="more" onClick={() => void load(next)}>More</button>}
      <h2>How far analysts agree</h2>
      {agreement.problem && <p class="problem" role="alert">{agreement.problem}</p>}
      {agreement.value && <Kappas pairs={agreement.value.pairs} why={agreement.value.why} />}
    </div>
  );
}

function Line({ logged, mayUndo }: { logged: Logged; mayUndo: boolean }) {
  const one = logged.decision;
  const state = one.undoes ? "takes back" : logged.holds ? (one.act === "note" ? "kept" : "holds") : logged.undone ? `taken back by ${logged.by_who}` : `replaced by ${logged.by_who}`;
  return (
    <tr class={logged.holds ? undefined : "past"}>
      <td><time dateTime={one.at}>{instant(one.at)}</time></td>
      <td><bdi>{one.who}</bdi></td>
      <td>{one.undoes ? `takes back: ${one.act}` : one.act}{one.field && <> {one.field} to <bdi>{valueWords(one.value)}</bdi></>}</td>
      <td>{one.subjects.map((name) => <div key={name}>{name.startsWith("i_") ? <a href={`/incidents/${name}`} onClick={(event) => { event.preventDefault(); change({ incident: name }); }}><code>{name}</code></a> : <code>{name}</code>}</div>)}{one.undoes && <code>{one.undoes}</code>}</td>
      <td>{one.why && <q dir="auto">{one.why}</q>}</td>
      <td>{state}{mayUndo && logged.holds && !one.undoes && <> <button type="button" onClick={() => void decide({ undoes: one.id }, `Undone: ${one.act}.`)}>Take back</button></>}</td>
    </tr>
  );
}

function Kappas({ pairs, why }: { pairs: Agreed[]; why: string | null }) {
  if (why) return <p class="empty">No figure can be given: {why}. With “as a second reader”, Review asks what others have decided, without their answers.</p>;
  const share = (value: number | null) => (value === null ? "–" : `${Math.round(100 * value)} %`);
  return (
    <>
      <div class="wide"><table class="matrix kappas">
        <caption class="unseen">Agreement of every two analysts</caption>
        <thead><tr><th scope="col">Analysts</th><th scope="col">Common subjects</th><th scope="col">Say the same</th><th scope="col">By chance</th><th scope="col">Cohen's kappa (95 %)</th><th scope="col">Where they differ</th></tr></thead>
        <tbody>{pairs.map((one) => (
          <tr key={`${one.one} ${one.other}`}>
            <th scope="row"><bdi>{one.one}</bdi> and <bdi>{one.other}</bdi></th><td>{one.subjects}</td><td>{share(one.observed)}</td><td>{share(one.expected)}</td>
            <td>{one.kappa === null ? <span class="small">{one.why}</span> : <><b>{one.kappa.toFixed(2)}</b> ({one.low?.toFixed(2)} to {one.high?.toFixed(2)})</>}</td>
            <td>{one.table.filter(([a, b]) => a !== b).map(([a, b, many]) => <div key={`${a} ${b}`}>{a} / {b}: {many}</div>)}</td>
          </tr>))}</tbody>
      </table></div>
      <p class="small">Kappa is the share on which two say the same, beyond what chance would bring about: 1 is always, 0 no more than chance (Cohen 1960). Each one's last word counts that nobody took back.</p>
    </>
  );
}
