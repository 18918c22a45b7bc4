// What becomes of decisions on their way: being written, written, or refused since another was there first.
import { useEffect } from "preact/hooks";
import "./review.css";
import { forget, useWay } from "./deciding";
import { change } from "./store";
import { count } from "./words";

const SHOWN_MS = 6000;

export function DecidingLine() {
  const way = useWay();
  useEffect(() => {
    if (!way.said || way.pending > 0) return;
    const timer = window.setTimeout(forget, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [way]);
  if (way.problem) {
    return (
      <div class="way problem" role="alert">
        <p>{way.problem}</p>
        {way.changed.map((one) => <button key={one.incident} type="button" onClick={() => { forget(); change({ incident: one.now ?? one.incident, report: null }); }}>Look at it as it is now</button>)}
        <button type="button" onClick={forget}>Close</button>
      </div>
    );
  }
  if (way.pending > 0) return <p class="way" role="status">Writing {count(way.pending, "decision")} down and linking what it is about …</p>;
  return way.said ? <p class="way" role="status">{way.said}</p> : null;
}
