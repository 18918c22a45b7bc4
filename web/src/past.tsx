// The ledger as it was known on a day: a field among the filters, and a line that says so as long as it is in force.
import { change, useView } from "./store";
import { seesAll } from "./who";
import { day } from "./words";

export function AsOf() {
  const view = useView();
  if (!seesAll()) return null;  // what the ledger was before is not published
  return (
    <div class="asof">
      <label>As it was known on <input type="date" value={view.asOf ?? ""} max={new Date().toISOString().slice(0, 10)} onChange={(event) => change({ asOf: event.currentTarget.value || null })} /></label>
      {view.asOf && <p class="small" role="status">The ledger at the end of {day(view.asOf)} (UTC). <button type="button" class="link" onClick={() => change({ asOf: null })}>as it is now</button></p>}
    </div>
  );
}
