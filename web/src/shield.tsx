// The shield over what is hard to bear: it says why it is there, and one key or click lifts it, for this report or until the page is closed.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";

const LIFTED = "warledger.shield";
const lifted = new Set<string>();
const allLifted = (): boolean => { try { return sessionStorage.getItem(LIFTED) === "lifted"; } catch { return false; } };

export function Shield({ report, reasons, children }: { report: string; reasons: string[] | null; children: ComponentChildren }) {
  const [, again] = useState(0);
  if (reasons === null || reasons.length > 0) {
    if (!lifted.has(report) && !allLifted()) {
      const lift = () => { lifted.add(report); again((turn) => turn + 1); };
      const liftAll = () => { try { sessionStorage.setItem(LIFTED, "lifted"); } catch { /* then only this one */ } lift(); };
      return (
        <div class="shield">
          <p><b>This report is hard to bear.</b> {reasons ? <>It has the words <bdi>{reasons.map((one) => `“${one}”`).join(", ")}</bdi>.</> : "It tells what was done to bodies."}</p>
          <p><button type="button" onClick={lift}>Show it</button> <button type="button" onClick={liftAll}>Show all such reports until I close this tab</button></p>
        </div>
      );
    }
  }
  return <>{children}</>;
}
