// The log of decisions, who made them, when and why, what became of each; and how far analysts agree.
import { useEffect, useState } from "preact/hooks";
import { ACT_WORDS, instant, valueWords } from "./audit_words";
import { decide } from "./deciding";
import * as api from "./review_api";
import type { Agreed, Logged } from "./review_api";
import { useTitle } from "./title";
import { change, useAnswer, useVersion } from "./store";
import { Failed, Waiting } from "./states";
import { mayDecide } from "./who";
import { count, spoken } from "./words";


export function AuditPane() {
  useTitle("Decisions");
  const version = useVersion();
  const [who, setWho] = useState("");
  const [act, setAct] = useState("");
  const [items, setItems] = useState<Logged[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const [total, setTotal] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const agreement = useAnswer("agreement", (signal) => api.agreement(signal));

  const load = (from: string | null, signal?: AbortSignal) => api.log({ who, act, next: from, limit: 50 }, signal).then(
    (page) => { setItems((before) => (from === null ? page.items : [...(before ?? []), ...page.items])); setNext(page.next); setTotal(page.total); setNames((before) => (from === null ? page.names : { ...before, ...page.names })); setProblem(null); },
    (error: Error) => { if (!signal?.aborted) setProblem(error.message); });
  useEffect(() => { const abort = new AbortController(); void load(null, abort.signal); return () => abort.abort(); }, [who, act, version]);

  return (
    <div class="pane audit" aria-busy={items === null && problem === null}>
      <button type="button" class="back" onClick={() => change({ pane: null })}>← all incidents</button>
      <div class="listhead">
        <h1>Decisions</h1>
        <label>by <select value={who} onChange={(event) => setWho(event.currentTarget.value)}><option value="">everybody</option>{Object.keys(agreement.value?.analysts ?? {}).map((name) => <option key={name}>{name}</option>)}</select></label>
        <label>act <select value={act} onChange={(event) => setAct(event.currentTarget.value)}><option value="">any</option>{Object.entries(ACT_WORDS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}</select></label>
      </div>
      {problem && <Failed problem={problem} onAgain={() => void load(null)} />}
      {!items && !problem && <Waiting lines={5} />}
      {items?.length === 0 && <p class="empty">Nobody has decided anything{who || act ? " of this kind" : " yet"}. What is least sure is asked first in <a href="/review" onClick={(event) => { event.preventDefault(); change({ pane: "review" }); }}>Review</a>.</p>}
      {items && items.length > 0 && (
        <div class="wide"><table class="matrix log">
          <caption class="unseen">Decisions, newest first</caption>
          <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Why</th><th scope="col">State</th></tr></thead>
          <tbody>{items.map((one) => <Line key={one.decision.id} logged={one} mayUndo={mayDecide()} names={names} />)}</tbody>
        </table></div>)}
      {items && items.length > 0 && <p class="small">{count(total, "decision")} in all.</p>}
      {next && <button type="button" class="more" onClick={() => void load(next)}>More</button>}
      <h2>How far analysts agree</h2>
      {agreement.problem && <Failed problem={agreement.problem} onAgain={agreement.again} />}
      {agreement.value && <Kappas pairs={agreement.value.pairs} why={agreement.value.why} />}
    </div>
  );
}

function Line({ logged, mayUndo, names }: { logged: Logged; mayUndo: boolean; names: Record<string, string> }) {
  const one = logged.decision;
  const state = one.undoes ? "takes back" : logged.holds ? (one.act === "note" ? "kept" : "holds") : logged.undone ? `taken back by ${logged.by_who}` : `replaced by ${logged.by_who}`;
  return (
    <tr class={logged.holds ? undefined : "past"}>
      <td><time dateTime={one.at}>{instant(one.at)}</time></td>
      <td><bdi>{one.who}</bdi></td>
      <td>{one.undoes ? `takes back: ${ACT_WORDS[one.act]}` : ACT_WORDS[one.act]}{one.field && <> {one.field} to <bdi>{valueWords(one.value)}</bdi></>}</td>
      <td>{one.subjects.map((name) => <div key={name}>{name.startsWith("i_") ? <a href={`/incidents/${name}`} title={name} onClick={(event) => { event.preventDefault(); change({ incident: name }); }}><bdi>{spoken(names[name] ?? name)}</bdi></a> : <span title={name}>claim of <bdi>{spoken(names[name] ?? name)}</bdi></span>}</div>)}{one.undoes && <span class="small" title={one.undoes}>an earlier decision</span>}</td>
      <td>{one.why && <q dir="auto">{one.why}</q>}</td>
      <td>{state}{mayUndo && logged.holds && !one.undoes && <> <button type="button" onClick={() => void decide({ undoes: one.id }, `Undone: ${ACT_WORDS[one.act]}.`)}>Take back</button></>}</td>
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
