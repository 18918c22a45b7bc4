// The filters with their counts: a facet counts what fulfils all filters but its own.
import { AsOf } from "./past";
import { useState } from "preact/hooks";
import type { Facets as Counted, Value } from "./api";
import { Failed, Waiting } from "./states";
import { change, useView, type Asked } from "./store";
import { FACETS, isFiltered, unfiltered, type Facet } from "./view";
import { FACET_NAMES, GRADES, number } from "./words";

const SHOWN = 8;

export function Facets({ facets }: { facets: Asked<Counted> }) {
  const view = useView();
  const [place, setPlace] = useState(view.place ?? "");
  if (facets.problem && !facets.value) return <Failed problem={facets.problem} onAgain={facets.again} />;
  return (
    <>
      {isFiltered(view) && <p class="clear"><button type="button" onClick={() => change(unfiltered(view))}>Clear filters</button></p>}
      <form class="place" onSubmit={(event) => { event.preventDefault(); change({ place: place.trim() || null }); }}>
        <label for="place">Place, province or country</label>
        <input id="place" type="search" dir="auto" value={place} maxLength={200} onInput={(event) => setPlace(event.currentTarget.value)} onChange={(event) => { if (!event.currentTarget.value) change({ place: null }); }} />
      </form>
      <label class="tick"><input type="checkbox" checked={view.contested} onChange={(event) => change({ contested: event.currentTarget.checked })} /> versions contradict each other</label>
      <label class="tick"><input type="checkbox" checked={view.onlySeen} onChange={(event) => change({ onlySeen: event.currentTarget.checked })} /> only what the map shows</label>
      <AsOf />
      {FACETS.map((name) => <FacetBox key={name} name={name} values={facets.value?.facets[name] ?? null} />)}
    </>
  );
}

function FacetBox({ name, values }: { name: Facet; values: Value[] | null }) {
  const view = useView();
  const [all, setAll] = useState(false);
  const chosen = view.chosen[name];
  const toggle = (key: string) => change({ chosen: { ...view.chosen, [name]: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] } });
  const most = Math.max(1, ...(values ?? []).map((value) => value.count));
  const shown = all ? values ?? [] : (values ?? []).filter((value, at) => at < SHOWN || chosen.includes(value.key));
  return (
    <fieldset class="facet" aria-busy={values === null}>
      <legend>{FACET_NAMES[name]}</legend>
      {values === null && <Waiting lines={3} />}
      {values !== null && values.length === 0 && <p class="none">none</p>}
      {shown.map((value) => (
        <label key={value.key} class="value" title={name === "grade" ? GRADES[value.key] : undefined}>
          <input type="checkbox" checked={chosen.includes(value.key)} onChange={() => toggle(value.key)} />
          <bdi class="label" title={value.label}>{value.label}</bdi>
          <span class="count">{number(value.count)}</span>
          <meter aria-hidden="true" min={0} max={most} value={value.count} />
        </label>
      ))}
      {values !== null && values.length > SHOWN && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? "fewer" : `${values.length - SHOWN} more`}</button>}
    </fieldset>
  );
}
