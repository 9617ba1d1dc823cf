import { recordEvent } from "~/domain/audit/record-event.server";
import { asViewer, type Db } from "~db/client.server";
import { createLucia, type SessionCare } from "./lucia.server";

type Ended = SessionCare & { cookies: string; at: Date };

/** Signs out. Returns the `Set-Cookie` value that takes the cookie away, also where there was no session any more. */
export async function endSession(db: Db, { cookies, at, ...care }: Ended): Promise<string> {
  const lucia = createLucia(db, care);
  const id = lucia.readSessionCookie(cookies);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (id && user) {
    await asViewer(db, { memberId: user.id }, async (tx) => {
      await createLucia(tx, care).invalidateSession(id);
      await recordEvent(tx, {
        action: "session.ended",
        subject: { kind: "member", id: user.id },
        detail: { sessions: 1 },
        at,
      });
    });
  }
  return lucia.createBlankSessionCookie().serialize();
}
