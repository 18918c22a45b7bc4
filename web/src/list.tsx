// The incidents of the view as a list, a page at a time.
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import type { Summary } from "./api";
import { change, useView } from "./store";
import { ORDERS, type Order } from "./view";
import { count, GRADES } from "./words";

export function List({ filters }: { filters: URLSearchParams }) {
  const view = useView();
  const key = `${filters}|${view.order}`;
  const [items, setItems] = useState<Summary[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [state, setState] = useState<"busy" | "ready" | "failed">("busy");
  const [problem, setProblem] = useState("");
  const asked = useRef(0);

  const load = (from: string | null) => {
    const turn = ++asked.current;
    setState("busy");
    api.incidents(filters, view.order, from).then(
      (page) => { if (turn !== asked.current) return; setItems((before) => (from === null ? page.items : [...before, ...page.items])); setNext(page.next); setState("ready"); },
      (error: Error) => { if (turn !== asked.current) return; setProblem(error.message); setState("failed"); });
  };
  useEffect(() => load(null), [key]);

  return (
    <div class="list" aria-busy={state === "busy"}>
      <div class="listhead">
        <h1>Incidents</h1>
        <label>Order <select value={view.order} onChange={(event) => change({ order: event.currentTarget.value as Order })}>
          {Object.entries(ORDERS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}
        </select></label>
      </div>
      {state === "failed" && <p class="problem" role="alert">{problem} <button type="button" onClick={() => load(null)}>Try again</button></p>}
      {state === "ready" && items.length === 0 && <p class="empty">Nothing in this ledger fulfils all the filters. No incident here is no evidence of peace: it may be that nobody reported.</p>}
      {state === "busy" && items.length === 0 && <p class="empty">Loading …</p>}
      <ol>
        {items.map((one) => <li key={one.id}><Card incident={one} /></li>)}
      </ol>
      {next && <button type="button" class="more" disabled={state === "busy"} onClick={() => load(next)}>More</button>}
    </div>
  );
}

export function Card({ incident }: { incident: Summary }) {
  const open = (event: Event) => { event.preventDefault(); change({ incident: incident.id, report: null }); };
  return (
    <article class="card">
      <h2><a href={`/incidents/${incident.id}`} onClick={open}>{incident.act}{incident.place ? <> <span class="where">· <bdi>{incident.place.label}</bdi></span></> : null}</a></h2>
      <p class="line">
        <time>{incident.when ?? "no date"}</time>
        {incident.killed?.words && <span class="killed"> · killed {incident.killed.words}</span>}
        {incident.wounded?.words && <span> · wounded {incident.wounded.words}</span>}
      </p>
      {incident.who.length > 0 && <p class="who"><bdi>{incident.who.slice(0, 5).join(", ")}{incident.who.length > 5 ? " …" : ""}</bdi></p>}
      <p class="line small"><span class={`grade ${incident.grade}`} title={GRADES[incident.grade]}>{incident.grade}</span>{incident.contested && incident.grade !== "contested" && <span class="rival">versions contradict</span>} {count(incident.claims, "claim")} · {count(incident.reports, "report")} · {count(incident.origins, "origin")}</p>
    </article>
  );
}
