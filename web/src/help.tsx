// The help: what grades, ranges and precisions mean, what the map shows, and every key. Opened by "?".
import { useEffect, useRef } from "preact/hooks";
import { ReviewHelp } from "./review_keys";
import { AGREEMENTS, GRADES } from "./words";

const KEYS: [string, string][] = [
  ["J, K", "next and previous incident, in the list and while one is open"], ["Enter", "open the incident that is chosen in the list"], ["Escape", "back: from the report to the incident, from there to the list"],
  ["/", "search for words in reports"], ["[ and ]", "a day back, a day on"], ["\\", "all days"], ["M", "to the map; there the arrows move it, + and - change its scale"], ["?", "this help"],
];

const PRECISIONS: [string, string][] = [
  ["exact, town", "a point; the ring around it is how far off it may be"], ["district, province, region", "an area: the incident happened somewhere inside, and no pin is put on its capital"],
  ["country", "too wide for a map that one can read; told in words at the corner of the map"],
];

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog class="help" ref={box} aria-labelledby="help-title" onClose={onClose} onClick={(event) => { if (event.target === box.current) onClose(); }}>
      <div class="helptext">
        <header><h1 id="help-title">What this shows</h1><button type="button" onClick={onClose}>Close</button></header>
        <p>A <b>claim</b> is one thing that one report says, with who said it. An <b>incident</b> holds the claims that are about one happening. Warledger never decides who is right: it shows who said what, and how far they agree.</p>
        <h2>Grades</h2>
        <dl>{Object.entries(GRADES).map(([grade, words]) => <><dt><span class={`grade ${grade}`}>{grade}</span></dt><dd>{words}</dd></>)}</dl>
        <h2>How far versions agree</h2>
        <dl>{Object.entries(AGREEMENTS).map(([one, words]) => <><dt>{one}</dt><dd>{words}</dd></>)}</dl>
        <p>An <b>origin</b> is whoever a claim comes from in the end: the speaker who is named, in whatever outlets, and else the story itself. Forty sites that reprint one agency are one origin, and so are ten that quote the same monitor.</p>
        <h2>Figures are ranges</h2>
        <p>“13 to 76” means that no version says less than 13 or more than 76. “13 or more” is open above: somebody said “at least”. The map and the histogram add up best figures: the middle of what was told, never the highest.</p>
        <h2>How precisely a place is known</h2>
        <dl>{PRECISIONS.map(([one, words]) => <><dt>{one}</dt><dd>{words}</dd></>)}</dl>
        <h2>The map</h2>
        <ul class="mapkey">
          <li><span class="dot" aria-hidden="true" /> a circle's area follows the dead by best figure, or where nobody was killed the number of incidents</li>
          <li><span class="dot hollow" aria-hidden="true" /> hollow: one origin only, nobody else tells it</li>
          <li><span class="dot rival" aria-hidden="true" /> hatched: versions contradict each other, in a circle of many in half of them or more</li>
          <li><span class="dot area" aria-hidden="true" /> a dashed circle is an area, and the incident may lie anywhere in it</li>
        </ul>
        <p>Dashed borders are borders that somebody does not hold to be settled. The map takes no side on any. What it shows the list holds too: tick “only what the map shows”, and the list follows it.</p>
        <h2>What lasts longer than an incident</h2>
        <p><b>Series</b> are read off the claims: who is said to hold a place, agreements, ultimatums, displacement, sieges. “Show on the map” colours each place by who is said to hold it on a day. Above the days, <span class="sign rivalled" aria-hidden="true">!</span> is an ultimatum and <span class="sign agreed" aria-hidden="true">=</span> an agreement; a number says how many stand so close together.</p>
        <h2>As it was known</h2>
        <p>“As it was known on” shows the ledger as it was at the end of that day: what had been reported by then, and not what happened by then. For that, choose days below.</p>
        <h2>Keys</h2>
        <dl class="keys">{KEYS.map(([key, words]) => <><dt>{key.split(/( and |, )/).map((part) => (/^( and |, )$/.test(part) ? part : <kbd>{part}</kbd>))}</dt><dd>{words}</dd></>)}</dl>
        <ReviewHelp />
      </div>
    </dialog>
  );
}
