// Deciding on the incident that is open: confirm, reject, doubt, correct, merge, part, note, undo; and what was decided about it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Whole } from "./api";
import { Correct } from "./correct";
import { decide, undo } from "./deciding";
import { useReviewKeys } from "./review_keys";
import { Merge, Part } from "./merging";
import * as api from "./review_api";
import type { Act, Logged } from "./review_api";
import { useAnswer } from "./store";
import { ACT_WORDS, instant, valueWords } from "./audit_words";
import { mayDecide, seesAll } from "./who";

type Open = "same" | "different" | "correct" | "note" | null;
const DONE: Partial<Record<Act, string>> = { confirm: "Confirmed.", reject: "Rejected.", unsure: "Noted as unsure.", publish: "Published.", note: "The note is kept.", correct: "Corrected." };

/** onDone is called when a key has answered what a queue asked; undo is the queue's key then, since it does not wait for an incident. */
export function ReviewBar(given: { whole: Whole; onDone?: () => void }) {
  if (!seesAll()) return null;  // the log is for those who see the whole ledger
  return mayDecide() ? <Bar key={given.whole.summary.id} {...given} /> : <Log id={given.whole.summary.id} />;
}

function Log({ id }: { id: string }) {
  const log = useAnswer(`log ${id}`, (signal) => api.log({ subject: id, limit: 50 }, signal));
  return <Decisions log={log.value?.items ?? []} />;
}

function Bar({ whole, onDone }: { whole: Whole; onDone?: () => void }) {
  const id = whole.summary.id;
  const log = useAnswer(`log ${id}`, (signal) => api.log({ subject: id, limit: 50 }, signal));
  const [open, setOpen] = useState<Open>(null);
  const [why, setWhy] = useState("");
  const [waiting, setWaiting] = useState<Act | null>(null);
  const reason = useRef<HTMLInputElement>(null);

  const on = { [id]: whole.summary.revision };
  const seen = log.value ? { run: log.value.run } : {};
  const reasoned = () => (why.trim() ? { why: why.trim() } : {});
  const say = (act: Act) => {
    void decide({ act, subjects: [id], on, ...seen, ...reasoned() }, DONE[act] ?? act);
    setWhy(""); setWaiting(null); onDone?.();
  };
  const act = (name: Act) => (capital: boolean) => { if (capital) { setWaiting(name); reason.current?.focus(); } else say(name); };
  const panel = (name: Open) => () => setOpen(open === name ? null : name);
  useReviewKeys({ a: act("confirm"), r: act("reject"), u: act("unsure"), p: act("publish"), s: panel("same"), d: panel("different"), e: panel("correct"), n: panel("note"), ...(onDone ? {} : { z: () => void undo() }), escape: () => { setOpen(null); return open !== null; } });
  const done = (wish: api.Wish, words: string) => { void decide({ on, ...seen, ...reasoned(), ...wish }, words); setOpen(null); setWhy(""); onDone?.(); };

  return (
    <section class="review" aria-label="Review">
      <div class="keys">
        <Key name="A" onPress={() => say("confirm")}>Confirm</Key><Key name="R" onPress={() => say("reject")}>Reject</Key><Key name="U" onPress={() => say("unsure")}>Unsure</Key>
        <Key name="E" open={open === "correct"} onPress={panel("correct")}>Correct</Key><Key name="S" open={open === "same"} onPress={panel("same")}>Same as …</Key>
        {whole.claims.length > 1 && <Key name="D" open={open === "different"} onPress={panel("different")}>Part …</Key>}
        <Key name="P" onPress={() => say("publish")}>Publish</Key><Key name="N" open={open === "note"} onPress={panel("note")}>Note</Key><Key name="Z" onPress={() => void undo()}>Undo</Key>
      </div>
      <form class="reason" onSubmit={(event) => { event.preventDefault(); if (waiting) say(waiting); }}>
        <input ref={reason} aria-label="Reason, if there is one to give" placeholder={waiting ? `why ${waiting}? Enter decides` : "a reason, if there is one to give"} value={why} maxLength={2000} onInput={(event) => setWhy(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === "Escape") { setWaiting(null); event.currentTarget.blur(); } }} />
        {waiting && <button type="submit">{waiting}</button>}
      </form>
      {open === "correct" && <Correct whole={whole} why={why} onDone={done} />}
      {open === "same" && <Merge whole={whole} onDone={done} />}
      {open === "different" && <Part whole={whole} onDone={done} />}
      {open === "note" && <Note onNote={(text) => done({ act: "note", subjects: [id], why: text }, "The note is kept.")} />}
      <Decisions log={log.value?.items ?? []} />
    </section>
  );
}

export function Key({ name, open, onPress, children }: { name: string; open?: boolean; onPress: () => void; children: ComponentChildren }) {
  return <button type="button" aria-keyshortcuts={name} aria-expanded={open} onClick={onPress}><kbd aria-hidden="true">{name}</kbd> {children}</button>;
}

function Note({ onNote }: { onNote: (text: string) => void }) {
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <form class="panel" onSubmit={(event) => { event.preventDefault(); if (text.trim()) onNote(text.trim()); }}>
      <label>Note<textarea ref={area} rows={3} maxLength={2000} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" disabled={!text.trim()}>Keep the note</button>
    </form>
  );
}

/** Notes in full, and a line for each decision. */
function Decisions({ log }: { log: Logged[] }) {
  if (log.length === 0) return null;
  return (
    <ul class="decided" aria-label="What was decided about this incident">{log.map(({ decision: one, holds, undone, by_who }) => (
      <li key={one.id} class={holds ? undefined : "past"}>
        <b><bdi>{one.who}</bdi></b> {one.undoes ? `took back: ${ACT_WORDS[one.act]}` : ACT_WORDS[one.act]}{one.field && <> {one.field} to <bdi>{valueWords(one.value)}</bdi></>}{one.why && <>: <q dir="auto">{one.why}</q></>} <time class="small" dateTime={one.at}>{instant(one.at)}</time>
        {!holds && <span class="small"> {undone ? `taken back by ${by_who}` : `replaced by ${by_who}`}</span>}
      </li>))}</ul>
  );
}
