// One incident: the matrix of who says what, why it was joined, its revisions, and the way to its reports.
import { FigureOverTime } from "./figure";
import { WhyJoined } from "./why";
import { useView } from "./store";
import { useEffect } from "preact/hooks";
import * as api from "./api";
import type { Whole } from "./api";
import { Chain, chainWords } from "./chain";
import { MatrixTable } from "./matrix";
import { openAt } from "./pointing";
import { ReviewBar } from "./reviewing";
import { Failed, Waiting } from "./states";
import { change, useAnswer } from "./store";
import { useTitle } from "./title";
import { seesAll } from "./who";
import { count, day, GRADES, spoken } from "./words";

export function IncidentPane({ id }: { id: string }) {
  const { asOf } = useView();
  const answer = useAnswer(`${id}|${asOf}`, (signal) => api.incident(id, asOf, signal));
  const whole = answer.value;
  useEffect(() => { if (whole && whole.summary.id !== id) change({ incident: whole.summary.id }, true); }, [whole]);
  return (
    <div class="pane" aria-busy={answer.busy}>
      <button type="button" class="back" onClick={() => change({ incident: null, report: null })}>← all incidents</button>
      {answer.problem && <Failed problem={answer.problem} onAgain={answer.again} />}
      {!whole && answer.busy && <Waiting lines={8} />}
      {whole && asOf === null && <ReviewBar whole={whole} />}
      {whole && <Shown whole={whole} />}
    </div>
  );
}

export function Shown({ whole }: { whole: Whole }) {
  const { summary, matrix, incident } = whole;
  useTitle(`${summary.act}${summary.place ? `, ${summary.place.label}` : ""}`);
  useEffect(() => { openAt(summary.place); return () => openAt(null); }, [summary.id]);
  return (
    <>
      <h1>{summary.act}{summary.place && <> · <bdi>{summary.place.label}</bdi></>}</h1>
      <p class="line">
        <time>{spoken(summary.when ?? "no date")}</time> · <span class={`grade ${summary.grade}`} title={GRADES[summary.grade]}>{summary.grade}</span> · {count(summary.reports, "report")} · {count(summary.outlets, "outlet")} · {count(incident.speakers, "speaker")} · {count(summary.origins, "independent origin")}
        {summary.place?.radius_km != null && <> · {summary.place.area ? "somewhere within" : "place known within"} {summary.place.radius_km} km</>}
      </p>
      <div class="wide"><MatrixTable whole={whole} /></div>
      {matrix.figures.length > 0 && <Figures figures={matrix.figures} />}
      <FigureOverTime figures={matrix.figures} />
      <details open={whole.reports.length <= 6}><summary>Reports ({whole.reports.length})</summary>
        <ul class="reports">{whole.reports.map((one) => <li key={one.id}><ReportLink id={one.id} title={one.title} outlet={one.outlet} published={one.published} /></li>)}</ul>
      </details>
      <details><summary>Where it comes from ({count(new Set(whole.reports.map((one) => one.origin ?? one.id)).size, "independent story", "independent stories")})</summary><OriginTree whole={whole} /></details>
      <details><summary>Why these claims are one incident</summary><p class="why">{incident.why || "One claim alone; nothing was joined."}</p></details>
      <details><summary>Revisions ({whole.revisions.length})</summary>
        <ol class="revisions">{whole.revisions.map((one) => <li key={one.revision} value={one.revision}>{one.grade}, {count(one.claims, "claim")}{one.supersedes.length > 0 && <>; took in {one.supersedes.join(", ")}</>}</li>)}</ol>
      </details>
      {seesAll() && <details><summary>Every join and refusal</summary><WhyJoined id={summary.id} /></details>}
      <p class="small"><a href={`/incidents/${summary.id}`}>permalink</a> · <code>{summary.id}</code> · revision {summary.revision}</p>
    </>
  );
}

/** Stories, the reports that tell each, and who speaks in them: forty outlets that reprint one story are one branch. */
function OriginTree({ whole }: { whole: Whole }) {
  const origins = new Map<string, number[]>();
  whole.reports.forEach((one, at) => { const key = one.origin ?? one.id; origins.set(key, [...(origins.get(key) ?? []), at]); });
  const told = (at: number) => {
    const one = whole.reports[at];
    const chains = new Map(whole.claims.filter((claim) => claim.report === at).map((claim) => [chainWords(claim.chain), claim.chain]));
    return one && <><ReportLink id={one.id} title={one.title} outlet={one.outlet} published={one.published} /><ul>{[...chains].map(([words, chain]) => <li key={words}><Chain names={chain} /></li>)}</ul></>;
  };
  return (
    <ol class="origins">{[...origins].map(([key, members]) => (
      <li key={key}>{members.length === 1 ? told(members[0] ?? 0) : <>One story in {members.length} reports<ul>{members.map((at) => <li key={at}>{told(at)}</li>)}</ul></>}</li>))}</ol>
  );
}

function ReportLink({ id, title, outlet, published }: { id: string; title: string; outlet: string | null; published: string | null }) {
  return <a href={`/reports/${id}`} onClick={(event) => { event.preventDefault(); change({ report: id }); }}><bdi>{title || "without a title"}</bdi> <span class="small"><bdi>{outlet ?? "no outlet"}</bdi>, {day(published)}</span></a>;
}

/** The figures for the dead as ranges beside each other, in the order in which they were published; an open end fades out. */
function Figures({ figures }: { figures: Whole["matrix"]["figures"] }) {
  const most = Math.max(1, ...figures.map(([, low, high]) => Math.max(low ?? 0, high ?? low ?? 0))) * 1.15;
  return (
    <section class="figures"><h2>Killed, by who says so</h2>
      <ul>{figures.map(([who, low, high, published], at) => (
        <li key={at}><span class="said-by"><bdi>{who}</bdi> <span class="small">{day(published)}</span></span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={`${low ?? "?"} to ${high ?? "open"}`}>
            <rect x={(100 * (low ?? 0)) / most} y="2" height="4" width={Math.max(1.2, (100 * ((high ?? most) - (low ?? 0))) / most)} class={high === null ? "open" : "closed"} />
          </svg>
          <span class="number">{low ?? "?"}{high === null ? " or more" : high !== low ? `–${high}` : ""}</span>
        </li>))}</ul>
    </section>
  );
}
