// Who one is here, asked once; and what one may see and do. Nothing is offered that the server would refuse.
import { answered, type Session } from "./api";

let asked: Promise<Session> | null = null;
let known: Session | null = null;

/** Who one is, asked once, or anew: the server may have been started anew, or the session have ended. */
export const me = (anew = false): Promise<Session> => {
  if (anew || asked === null) {
    asked = answered<Session>("/session");
    asked.then((found) => { known = found; }, () => { asked = null; });
  }
  return asked;
};

/** Whether one may decide: an analyst or an admin. The page is not shown before the server has said who one is. */
export const mayDecide = (): boolean => known !== null && known.role !== "viewer";

/** Whether one may keep searches under one's own name: everybody but who has not said who they are where that is asked. */
export const mayKeep = (): boolean => known !== null && (known.signed_in || known.role !== "viewer");

/** Whether one sees the whole ledger, with its past, its decisions and its series, or what was published alone. */
export const seesAll = (): boolean => known !== null && known.whole;

/** Changes something, with the token that a change must carry; once more where another server gave that token. */
export async function act<T = null>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  const { token } = await me();
  try {
    return await send<T>(method, path, token, body);
  } catch (error) {
    const fresh = (error as { status?: number }).status === 403 ? (await me(true)).token : token;
    if (fresh === token) throw error;
    return send<T>(method, path, fresh, body);
  }
}

const send = <T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> => answered<T>(path, {
  method, body: body === undefined ? null : JSON.stringify(body),
  headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(token ? { "X-CSRF-Token": token } : {}) },
});
