// The queue: one question at a time, one key each; the next is there as soon as a key has answered the last.
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { Chain } from "./chain";
import { decide, undo } from "./deciding";
import { Shown } from "./incident";
import { useReviewKeys } from "./review_keys";
import * as review from "./review_api";
import type { Act, Question, Told } from "./review_api";
import { Card } from "./list";
import { Key, ReviewBar } from "./reviewing";
import { useTitle } from "./title";
import { Failed, Waiting } from "./states";
import { change, useAnswer } from "./store";
import { ACT_WORDS } from "./audit_words";
import { day, number, spoken } from "./words";

const ORDERS = { uncertainty: "the least sure first", weight: "what most rides on first" } as const;
const ASK_AGAIN_MS = 3000;
const WORDS: Partial<Record<Act, string>> = { same: "One happening.", different: "Two happenings.", unsure: "Noted as unsure." };

export function QueuePane({ filters }: { filters: URLSearchParams }) {
  useTitle("Review");
  const [order, setOrder] = useState<keyof typeof ORDERS>("uncertainty");
  const [second, setSecond] = useState(false);
  const [turn, setTurn] = useState(0);
  const [queue, setQueue] = useState<review.Queue | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const place = useRef(0);
  place.current = at;

  useEffect(() => {
    const abort = new AbortController();
    let timer = 0;
    const load = (first: boolean) => review.queue(filters, order, second, abort.signal).then(
      (found) => {
        setProblem(null);
        // What was and is being looked at stays where it is: no key may answer another question than the one that was read.
        setQueue((before) => {
          const read = first ? [] : before?.items.slice(0, place.current + 1) ?? [];
          return { ...found, items: [...read, ...found.items.filter((one) => !read.some((held) => key(held) === key(one)))] };
        });
        if (first) setAt(0);
        if (found.weighing) timer = window.setTimeout(() => void load(false), ASK_AGAIN_MS);
      },
      (error: Error) => { if (!abort.signal.aborted) setProblem(error.message); });
    setQueue(null);
    void load(true);
    return () => { abort.abort(); window.clearTimeout(timer); };
  }, [filters.toString(), order, second, turn]);

  const items = queue?.items ?? [];
  const question = items[at];
  const next = () => setAt((now) => Math.min(now + 1, items.length));
  const back = () => setAt((now) => Math.max(0, now - 1));
  useReviewKeys({ j: next, k: back, z: () => void undo() });
  return (
    <div class="pane queue" aria-busy={queue === null && problem === null}>
      <button type="button" class="back" onClick={() => change({ pane: null })}>← all incidents</button>
      <div class="listhead">
        <h1>Review</h1>
        <label>Order <select value={order} onChange={(event) => setOrder(event.currentTarget.value as keyof typeof ORDERS)}>{Object.entries(ORDERS).map(([name, words]) => <option key={name} value={name}>{words}</option>)}</select></label>
        <label class="tick"><input type="checkbox" checked={second} onChange={(event) => setSecond(event.currentTarget.checked)} /> as a second reader</label>
      </div>
      {problem && <Failed problem={problem} onAgain={() => setTurn(turn + 1)} />}
      {!queue && !problem && <Waiting lines={6} words="Looking for what is least sure" />}
      {queue && <p class="line small" role="status">{items.length > at ? `${number(at + 1)} of ${number(queue.total)} questions` : `${number(queue.total)} questions`}{queue.weighing && " · pairs are still being weighed, more come"}</p>}
      {items.length > 0 && <div class="keys">
        <Key name="K" onPress={back}>Previous</Key><Key name="J" onPress={next}>Next</Key>
      </div>}
      {queue && items.length === 0 && <p class="empty">{second ? "Nobody else has decided anything that you have not." : "Nothing in this view is to be decided."}</p>}
      {queue && items.length > 0 && !question && <p class="empty">That was the last of these. <button type="button" onClick={() => setTurn(turn + 1)}>Ask for more</button></p>}
      {question && <Why question={question} />}
      {question && (question.kind === "pair" ? <Pair key={key(question)} question={question} run={queue?.run ?? 0} onDone={next} /> : <WholeQuestion key={key(question)} id={question.incidents[0]?.id ?? null} onDone={next} />)}
    </div>
  );
}

const key = (one: Question) => `${one.kind} ${one.subjects.join(" ")} ${one.decided?.id ?? ""}`;

function Why({ question }: { question: Question }) {
  const before = question.decided;
  return (
    <div class="asked">
      <h2>{question.kind === "pair" ? "Are these one happening?" : "Does this stand?"}</h2>
      <p class="small">{before ? <>Decided by <bdi>{before.who}</bdi> on {day(before.at)} ({ACT_WORDS[before.act]}), and open again: </> : ""}{question.why} · <span title="People killed, by best figure, and claims: what rides on the answer">weight {number(question.stakes)}</span></p>
    </div>
  );
}

function WholeQuestion({ id, onDone }: { id: string | null; onDone: () => void }) {
  const answer = useAnswer(id, (signal) => api.incident(id ?? "", null, signal));
  if (id === null) return <p class="empty">What this is about is in no incident any more.</p>;
  return (
    <div aria-busy={answer.busy}>
      {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
      {!answer.value && answer.busy && <Waiting lines={8} />}
      {answer.value && <><ReviewBar whole={answer.value} onDone={onDone} /><Shown whole={answer.value} /></>}
    </div>
  );
}

function Pair({ question, run, onDone }: { question: Question; run: number; onDone: () => void }) {
  const [why, setWhy] = useState("");
  const say = (act: Act) => {
    const on = Object.fromEntries(question.incidents.map((one) => [one.id, one.revision]));
    void decide({ act, subjects: question.subjects, on, run, ...(why.trim() ? { why: why.trim() } : {}) }, WORDS[act] ?? act);
    onDone();
  };
  const act = (name: Act) => () => say(name);
  useReviewKeys({ s: act("same"), d: act("different"), u: act("unsure") });
  return (
    <>
      <div class="keys"><Key name="S" onPress={act("same")}>Same</Key><Key name="D" onPress={act("different")}>Different</Key><Key name="U" onPress={act("unsure")}>Unsure</Key><Key name="Z" onPress={() => void undo()}>Undo</Key></div>
      <div class="reason"><input aria-label="Reason, if there is one to give" placeholder="a reason, if there is one to give" value={why} maxLength={2000} onInput={(event) => setWhy(event.currentTarget.value)} /></div>
      <div class="pair">{question.nearest.slice(0, 2).map((one) => <Side key={one.id} told={one} question={question} />)}</div>
    </>
  );
}

function Side({ told, question }: { told: Told; question: Question }) {
  const home = question.incidents.find((one) => one.id === told.incident);
  return (
    <section class="side">
      <p class="line"><b><Chain names={told.speakers} /></b> <span class="small"><bdi>{told.outlet ?? "no outlet"}</bdi>, {day(told.day)}</span></p>
      <q dir="auto">{told.sentence}</q>
      <p class="line">{spoken([told.act, told.place, told.when, ...told.figures].filter(Boolean).join(" · "))}</p>
      {home && <Card incident={home} />}
    </section>
  );
}
