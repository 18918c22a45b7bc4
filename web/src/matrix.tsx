// The matrix: a row for each field, a column for each voice; what all versions come to stands first, and each cell opens to its words.
import { useState } from "preact/hooks";
import type { Entry, Row, Voice, Whole } from "./api";
import { Chain, chainWords } from "./chain";
import { Shield } from "./shield";
import { change } from "./store";
import { AGREEMENTS, day, spoken } from "./words";

// So many versions of a field are named in a cell; the rest are counted, and shown when they are asked for.
const NAMED = 3;

export function MatrixTable({ whole }: { whole: Whole }) {
  const { voices, rows } = whole.matrix;
  return (
    <table class="matrix">
      <caption class="unseen">Who says what</caption>
      <thead><tr><th scope="col">Field</th><th scope="col">All versions</th>{voices.map((voice, at) => <th scope="col" key={at}><Speaker voice={voice} /></th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field} class={row.agreement === "contradict" ? "contradict" : undefined}>
            <th scope="row">{row.label}</th>
            <td class="all"><Versions row={row} />{row.agreement && <span class={`agreement ${row.agreement.replace(" ", "-")}`} title={AGREEMENTS[row.agreement]}>{row.agreement}</span>}</td>
            {voices.map((_voice, at) => {
              const entries = row.entries.filter((entry) => entry[0] === at);
              return <td key={at}>{entries.length === 0 ? <span class="nothing" role="img" aria-label="says nothing of it">–</span> : <Cells entries={entries} whole={whole} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who says it, through whom, in which outlet; a report that names nobody speaks for itself. */
function Speaker({ voice }: { voice: Voice }) {
  const whole = [chainWords(voice.chain), voice.outlet].filter(Boolean).join(", told by ");
  if (voice.chain.length === 0) return <div class="voice" title={whole}><bdi>{voice.outlet ?? "no outlet"}</bdi> <span class="small">the report itself</span></div>;
  return <div class="voice" title={whole}><Chain names={voice.chain} /> <span class="small"><bdi>{voice.outlet ?? "no outlet"}</bdi></span></div>;
}

/** What all versions come to: a range of figures, or the versions by how many voices have each. */
function Versions({ row }: { row: Row }) {
  if (row.summary) return <span class="sum">{spoken(row.summary)}</span>;
  const voices = new Map<string, Set<number>>();
  for (const [voice, text] of row.entries) voices.set(text, (voices.get(text) ?? new Set()).add(voice));
  const versions = [...voices].map(([text, those]) => [text, those.size] as const).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (
    <ul class="versionlist">
      {versions.slice(0, NAMED).map(([text, many]) => <li key={text} title={spoken(text)}><bdi>{spoken(text)}</bdi>{versions.length > 1 && <span class="small"> ×{many}</span>}</li>)}
      {versions.length > NAMED && <li class="small">and {versions.length - NAMED} more</li>}
    </ul>
  );
}

function Cells({ entries, whole }: { entries: Entry[]; whole: Whole }) {
  const [all, setAll] = useState(false);
  return (
    <>
      {entries.slice(0, all ? entries.length : NAMED).map((entry, k) => <Cell key={k} entry={entry} whole={whole} />)}
      {entries.length > NAMED && <button type="button" class="link small" aria-expanded={all} onClick={() => setAll(!all)}>{all ? "fewer" : `${entries.length - NAMED} more`}</button>}
    </>
  );
}

function Cell({ entry, whole }: { entry: Entry; whole: Whole }) {
  const [open, setOpen] = useState(false);
  const [, text, at, published, shown, inferred] = entry;
  const claim = at === null ? undefined : whole.claims[at];
  const sentence = claim?.record.passages.find((one) => one.field === "sentence");
  const quotes = claim ? shown.map((k) => claim.record.passages[k]).filter((one) => one !== undefined) : [];
  const graphic = claim !== undefined && claim.report !== null && whole.reports[claim.report]?.graphic === true;
  // What is hard to bear is not shown by passing over it.
  const hint = graphic || !sentence ? day(published) : `${day(published)}: ${sentence.quote}`;
  return (
    <div class="cell">
      <button type="button" aria-expanded={open} title={hint} onClick={() => setOpen(!open)}><bdi class={open ? undefined : "clamped"}>{spoken(text)}</bdi></button>
      {inferred && <span class="small" title="No word of the report says it; this rule does"> inferred: {inferred}</span>}
      {open && claim && (
        <div class="passage"><Shield report={claim.record.report} reasons={graphic ? null : []}>
          {quotes.map((one, k) => <q key={k} dir="auto">{one.quote}</q>)}
          {sentence && <p dir="auto">{sentence.quote}</p>}
          <p class="small">{day(published)} · <a href={`/reports/${claim.record.report}`} onClick={(event) => { event.preventDefault(); change({ report: claim.record.report }); }}>in the report</a></p>
        </Shield></div>
      )}
    </div>
  );
}
