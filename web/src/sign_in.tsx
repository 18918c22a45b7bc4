// Signing in and out, where the server has users; on one without, and before it has answered, nothing of this is seen.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { answered, Problem, type Session } from "./api";
import { Failed } from "./states";
import { me } from "./who";

type Known = Session | "nobody" | "asking" | { problem: string };

const post = (path: string, body?: unknown): Promise<null> => answered<null>(path, {
  method: "POST", headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) }, body: body ? JSON.stringify(body) : null });

/** What is inside where somebody may look, else the form. */
export function Door({ children }: { children: ComponentChildren }) {
  const [who, know] = useState<Known>("asking");
  useEffect(() => {
    me().then(know, (error: unknown) => know(error instanceof Problem && error.status === 401 ? "nobody" : { problem: String((error as Error).message) }));
  }, []);
  if (who === "asking") return null;
  if (who === "nobody") return <main class="door"><h1>Warledger</h1><p>Sign in to see this ledger.</p><SignIn /></main>;
  return "problem" in who ? <main class="door"><h1>Warledger</h1><Failed problem={who.problem} onAgain={() => window.location.reload()} /></main> : <>{children}</>;
}

function SignIn() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [said, say] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true); say(null);
    try { await post("/login", { name, password }); window.location.reload(); }
    catch (error) { say((error as Error).message); setPassword(""); setBusy(false); }
  };
  return (
    <>
      <form class="signin" onSubmit={send}>
        <label>Name <input name="name" autoComplete="username" autoCapitalize="none" required autoFocus value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <label>Password <input name="password" type="password" autoComplete="current-password" required value={password} onInput={(event) => setPassword(event.currentTarget.value)} /></label>
        <button type="submit" disabled={busy}>Sign in</button>
      </form>
      {said && <p class="problem" role="alert">{said}</p>}
    </>
  );
}

/** For the head: who one is with a way out, or a way in where one sees what was published alone. */
export function Whom() {
  const [who, know] = useState<Session | null>(null);
  const [opened, open] = useState(false);
  const [said, say] = useState<string | null>(null);
  useEffect(() => { me().then(know, () => know(null)); }, []);
  const leave = async () => { try { await post("/logout"); window.location.reload(); } catch (error) { say((error as Error).message); } };
  if (who === null) return null;
  if (who.signed_in) return <><button type="button" title={`${who.name}, ${who.role}`} onClick={leave}>Sign out</button>{said && <span class="problem" role="alert">{said}</span>}</>;
  if (who.whole) return null;
  return (
    <>
      <button type="button" onClick={() => open(true)}>Sign in</button>
      {opened && (
        <dialog class="help" aria-labelledby="sign-in" ref={(box) => { if (box && !box.open) box.showModal(); }} onClose={() => open(false)}>
          <div class="door"><header><h2 id="sign-in">Sign in</h2><button type="button" onClick={() => open(false)}>Close</button></header>
            <p>What was published is open to all. Analysts sign in to see the rest, and to decide.</p><SignIn /></div>
        </dialog>)}
    </>
  );
}
