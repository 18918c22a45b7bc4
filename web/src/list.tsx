// The incidents of the view as a list, a page at a time.
import { useEffect, useRef } from "preact/hooks";
import type { Summary } from "./api";
import { useKeys } from "./keys";
import { choose, load, remember, show, useListing } from "./listing";
import { pointAt } from "./pointing";
import { Failed, Waiting } from "./states";
import { change, useView } from "./store";
import { isFiltered, ORDERS, unfiltered, type Order } from "./view";
import { count, day, GRADES, spoken } from "./words";

export function List({ filters }: { filters: URLSearchParams }) {
  const view = useView();
  const { items, next, state, problem, chosen, scrolled } = useListing();
  const box = useRef<HTMLDivElement>(null);
  useKeys([{ key: "Enter", act: () => { if (document.activeElement instanceof HTMLElement && document.activeElement.matches("button, a, summary, input")) document.activeElement.click(); else if (chosen) open(chosen); } }]);
  useEffect(() => {
    const holder = box.current?.closest(".main");
    if (!holder) return;
    holder.scrollTop = scrolled;
    const follow = () => remember(holder.scrollTop);
    holder.addEventListener("scroll", follow, { passive: true });
    return () => holder.removeEventListener("scroll", follow);
  }, []);
  // The list of a view with a long address may come while an incident is open; it is asked for here in any case.
  useEffect(() => show(filters, view.order), [filters.toString(), view.order]);
  useEffect(() => { if (chosen) { const card = box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(chosen)}"] a`); card?.focus({ preventScroll: true }); card?.closest(".card")?.scrollIntoView({ block: "nearest" }); } }, [chosen]);

  return (
    <div class="list" ref={box} aria-busy={state === "busy"}>
      <div class="listhead">
        <h1>Incidents</h1>
        <label>Order <select value={view.order} onChange={(event) => change({ order: event.currentTarget.value as Order })}>
          {Object.entries(ORDERS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}
        </select></label>
      </div>
      {state === "failed" && <Failed problem={problem} onAgain={() => load(null)} />}
      {state === "ready" && items.length === 0 && (
        <div class="empty">
          <p>{view.asOf ? `By the end of ${day(view.asOf)} this ledger held nothing that fulfils all the filters.` : "Nothing in this ledger fulfils all the filters."} No incident here is no evidence of peace: it may be that nobody reported.</p>
          {isFiltered(view) && <p><button type="button" onClick={() => change(unfiltered(view))}>Clear filters</button></p>}
          {view.onlySeen && <p><button type="button" onClick={() => change({ onlySeen: false })}>Also what the map does not show</button></p>}
        </div>)}
      {state === "busy" && items.length === 0 && <Waiting lines={6} />}
      <ol class={state === "busy" ? "older" : undefined}>
        {items.map((one) => <li key={one.id} data-id={one.id}><Card incident={one} /></li>)}
      </ol>
      {next && <button type="button" class="more" disabled={state === "busy"} onClick={() => load(next)}>More</button>}
    </div>
  );
}

const open = (id: string) => { choose(id); change({ incident: id, report: null }); };

export function Card({ incident }: { incident: Summary }) {
  return (
    <article class="card" onMouseEnter={() => pointAt(incident.place)} onMouseLeave={() => pointAt(null)}>
      <h2><a onFocus={() => pointAt(incident.place)} onBlur={() => pointAt(null)} href={`/incidents/${incident.id}`} onClick={(event) => { event.preventDefault(); open(incident.id); }}>{incident.act}{incident.place ? <> <span class="where">· <bdi>{incident.place.label}</bdi></span></> : null}</a></h2>
      <p class="line">
        <time>{spoken(incident.when ?? "no date")}</time>
        {incident.killed?.words && <span class="killed"> · killed {incident.killed.words}</span>}
        {incident.wounded?.words && <span> · wounded {incident.wounded.words}</span>}
      </p>
      {incident.who.length > 0 && <p class="who">{incident.who.slice(0, 5).map((one, k) => <>{k > 0 && ", "}<bdi key={k}>{one}</bdi></>)}{incident.who.length > 5 ? " …" : ""}</p>}
      <p class="line small"><span class={`grade ${incident.grade}`} title={GRADES[incident.grade]}>{incident.grade}</span>{incident.contested && incident.grade !== "contested" && <span class="rival">versions contradict</span>} {count(incident.claims, "claim")} · {count(incident.reports, "report")} · {count(incident.origins, "origin")}</p>
    </article>
  );
}
