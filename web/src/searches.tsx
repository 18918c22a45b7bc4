// Saved searches: keep the filters of the view under a name, with a feed and alerts of each.
import "./following.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./api";
import { change, useView } from "./store";
import { EMPTY, filtersOf, isFiltered, viewOf } from "./view";
import { act } from "./who";
import { count } from "./words";

interface Told { id: string; kind: "webhook" | "mail"; to: string; waiting: number; failure: string | null; secret: string | null }
interface Kept { id: string; name: string; owner: string; query: string; feed: string; has_key: boolean; alerts: Told[] }
interface Searches { items: Kept[]; kinds: Told["kind"][] }
const KINDS: Record<Told["kind"], string> = { webhook: "webhook", mail: "e-mail" };

/** The button in the head with its sheet. */
export function SavedSearches() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button type="button" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>Saved searches</button>
      {open && <Sheet onClose={() => { setOpen(false); button.current?.focus(); }} />}
    </>
  );
}

function Sheet({ onClose }: { onClose: () => void }) {
  const view = useView();
  const [found, setFound] = useState<Searches | null>(null);
  const [name, setName] = useState("");
  const [said, say] = useState<string | null>(null);
  // One asking at a time: an older answer that comes late would bring back what was deleted since.
  const asking = useRef<AbortController | null>(null);
  const load = () => {
    asking.current?.abort();
    const { signal } = asking.current = new AbortController();
    return ask<Searches>("/searches", null, signal).then((answer) => { if (!signal.aborted) setFound(answer); }, (error: Error) => { if (!signal.aborted) say(error.message); });
  };
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => { first.current?.focus(); void load(); return () => asking.current?.abort(); }, []);
  const doing = async (work: () => Promise<string | null>) => {
    try { say(await work()); await load(); } catch (error) { say((error as Error).message); }
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (name.trim()) void doing(async () => { await act<Kept>("POST", `/searches?${filtersOf(view)}`, { name: name.trim() }); setName(""); return "Saved."; });
  };
  const show = (query: string) => { const filters = viewOf({ pathname: "/", search: `?${query}` }); change({ ...EMPTY, ...filters, map: view.map }); onClose(); };
  return (
    <section class="sheet" role="dialog" aria-label="Saved searches" onKeyDown={(event) => { if (event.key === "Escape") onClose(); }}>
      <button type="button" class="close" aria-label="Close" onClick={onClose}>×</button>
      <h2>Saved searches</h2>
      <form onSubmit={save}>
        <label>Name for what is shown now{isFiltered(view) ? "" : " (all incidents)"} <input ref={first} value={name} maxLength={100} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <button type="submit" disabled={!name.trim()}>Save</button>
      </form>
      {said && <p class="told" role="status">{said}</p>}
      {!found && !said && <p class="empty">Loading …</p>}
      {found && found.items.length === 0 && <p class="empty">None yet. A saved search has a feed, and can alert you when it has new or changed incidents.</p>}
      <ul>{found?.items.map((one) => <li key={one.id}><Item one={one} kinds={found.kinds} onShow={() => show(one.query)} doing={doing} /></li>)}</ul>
    </section>
  );
}

function Item({ one, kinds, onShow, doing }: { one: Kept; kinds: Told["kind"][]; onShow: () => void; doing: (work: () => Promise<string | null>) => Promise<void> }) {
  const [name, setName] = useState<string | null>(null);
  const [feed, setFeed] = useState<string | null>(null);
  const rename = (event: Event) => {
    event.preventDefault();
    const given = name?.trim();
    if (given) void doing(async () => { await act("PATCH", `/searches/${one.id}`, { name: given }); setName(null); return "Renamed."; });
  };
  const toFeed = () => doing(async () => { setFeed((await act<{ address: string }>("POST", `/searches/${one.id}/feed`)).address); return one.has_key ? "The address before this one ends." : null; });
  return (
    <>
      {name === null
        ? <a href={`/?${one.query}`} onClick={(event) => { event.preventDefault(); onShow(); }}><bdi>{one.name}</bdi></a>
        : <form onSubmit={rename}><label>New name <input value={name} maxLength={100} onInput={(event) => setName(event.currentTarget.value)} /></label><button type="submit">Rename</button></form>}
      <span class="rowacts">
        <button type="button" class="link" onClick={() => setName(name === null ? one.name : null)}>{name === null ? "rename" : "leave it"}</button>
        <button type="button" class="link" onClick={() => void toFeed()}>{one.has_key ? "new feed address" : "feed"}</button>
        <button type="button" class="link" onClick={() => { if (window.confirm(`Delete “${one.name}” with its feed and alerts?`)) void doing(async () => { await act("DELETE", `/searches/${one.id}`); return "Deleted."; }); }}>delete</button>
      </span>
      {feed && <label class="address">For your reader of feeds <input readOnly value={feed} onFocus={(event) => event.currentTarget.select()} /></label>}
      {one.alerts.length > 0 && <ul class="alerts">{one.alerts.map((alert) => (
        <li key={alert.id}>alerts by {KINDS[alert.kind]} to <bdi>{alert.to}</bdi>{alert.waiting > 0 && <> · {count(alert.waiting, "delivery", "deliveries")} to go out</>}{alert.failure && <span class="rival"> · {alert.failure}</span>}
          {" "}<button type="button" class="link" onClick={() => void doing(async () => { await act("DELETE", `/searches/${one.id}/alerts/${alert.id}`); return "Alerts ended."; })}>end</button></li>))}</ul>}
      {kinds.length > 0 && <AlertForm one={one} kinds={kinds} doing={doing} />}
    </>
  );
}

function AlertForm({ one, kinds, doing }: { one: Kept; kinds: Told["kind"][]; doing: (work: () => Promise<string | null>) => Promise<void> }) {
  const [kind, setKind] = useState<Told["kind"]>(kinds[0] ?? "webhook");
  const [to, setTo] = useState("");
  const add = (event: Event) => {
    event.preventDefault();
    void doing(async () => {
      const made = await act<Told>("POST", `/searches/${one.id}/alerts`, { kind, to });
      setTo("");
      return made.secret ? `Alerts set up. The secret that signs them, shown this once: ${made.secret}` : "Alerts set up.";
    });
  };
  return (
    <details class="newalert"><summary class="small">alert me</summary>
      <form onSubmit={add}>
        <label>by <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Told["kind"])}>{kinds.map((name) => <option key={name} value={name}>{KINDS[name]}</option>)}</select></label>
        <label>to <input value={to} maxLength={500} required onInput={(event) => setTo(event.currentTarget.value)} /></label>
        <button type="submit">Set up</button>
      </form>
    </details>
  );
}
