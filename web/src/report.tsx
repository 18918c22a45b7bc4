// A report as it was published, with the words marked that show its claims, coloured by field.
import { useState } from "preact/hooks";
import * as api from "./api";
import type { Mark, Read } from "./api";
import { Shield } from "./shield";
import { Failed, Waiting } from "./states";
import { change, useAnswer, useView } from "./store";
import { useTitle } from "./title";
import { count, day } from "./words";

const FIELDS: Record<string, string> = { trigger: "what happened", speaker: "who says so", initiator: "who did it", target: "to whom", other: "others", place: "where", when: "when", tally: "how many" };

export function ReportPane({ id }: { id: string }) {
  const view = useView();
  const answer = useAnswer(id, (signal) => api.report(id, signal));
  return (
    <div class="pane" aria-busy={answer.busy}>
      <button type="button" class="back" onClick={() => change({ report: null })}>{view.incident ? "← the incident" : "← all incidents"}</button>
      {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
      {!answer.value && answer.busy && <Waiting lines={8} />}
      {answer.value && <Shown read={answer.value} />}
    </div>
  );
}

function Shown({ read }: { read: Read }) {
  const [claim, setClaim] = useState<string | null>(null);
  const { report } = read;
  useTitle(report.title || "A report without a title");
  const marks = read.marks.filter((one) => claim === null || one.claim === claim);
  return (
    <article class="report">
      <h1 dir="auto" lang={report.language ?? undefined}>{report.title || "A report without a title"}</h1>
      <p class="line"><b><bdi>{report.outlet ?? "no outlet"}</bdi></b>, {day(report.published)}{report.url && <> · <a href={report.url} rel="noopener noreferrer nofollow" target="_blank">as published</a></>}</p>
      <Shield report={report.id} reasons={read.graphic}>
      <ul class="legend" aria-label="Colours">{Object.entries(FIELDS).map(([field, words]) => <li key={field}><mark class={field}>{words}</mark></li>)}</ul>
      <div class="text" dir="auto" lang={report.language ?? undefined}>{pieces(report.text, marks)}</div>
      <h2>{count(read.claims.length, "claim")}</h2>
      {read.claims.length > 0 && <p class="small">Choose one, and only its words are marked.</p>}
      <ol class="claims">{read.claims.map((one) => (
        <li key={one.id}>
          <button type="button" aria-pressed={claim === one.id} onClick={() => setClaim(claim === one.id ? null : one.id)}>
            {read.acts[one.id] ?? one.type}: <q dir="auto">{one.passages.filter((part) => part.field === "trigger").map((part) => part.quote).join(" … ")}</q> {one.stance !== "asserted" && <span class="small">{one.stance}</span>}
          </button>
          {read.incidents[one.id] && <a class="small" href={`/incidents/${read.incidents[one.id]}`} onClick={(event) => { event.preventDefault(); change({ incident: read.incidents[one.id] ?? null, report: null }); }}> its incident</a>}
        </li>))}</ol>
      </Shield>
    </article>
  );
}

/** The text cut at the edges of marks; offsets are code points, so the text is taken apart by them. */
function pieces(text: string, marks: Mark[]) {
  const points = Array.from(text);
  const edges = [...new Set([0, points.length, ...marks.flatMap((one) => [one.start, one.end])])].filter((one) => one >= 0 && one <= points.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, k) => {
    const end = edges[k + 1] ?? points.length;
    const over = marks.filter((one) => one.start <= start && one.end >= end);
    const words = points.slice(start, end).join("");
    if (over.length === 0) return words;
    const fields = [...new Set(over.map((one) => one.field))];
    return <mark key={start} class={fields[0]} title={fields.map((one) => FIELDS[one] ?? one).join(", ")}>{words}</mark>;
  });
}
