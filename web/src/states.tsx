// What is shown while one waits, and where something failed: the same everywhere.
export function Waiting({ lines = 3, words = "Loading" }: { lines?: number; words?: string }) {
  return (
    <div class="waiting" role="status">
      <span class="unseen">{words} …</span>
      {Array.from({ length: lines }, (_, k) => <div key={k} class="bone" aria-hidden="true" />)}
    </div>
  );
}

export function Failed({ problem, onAgain }: { problem: string; onAgain?: (() => void) | undefined }) {
  return <p class="problem" role="alert">{problem} {onAgain && <button type="button" onClick={onAgain}>Try again</button>}</p>;
}
