import type { Db } from "~db/client.server";
import { createLucia, type SessionCare } from "./lucia.server";

type Start = SessionCare & {
  memberId: string;
  /** When the person last proved who they are. */
  confirmedAt: Date | null;
  /** A session ends after this long however much it is used. */
  hours: number;
  /** Browser and system, as names. */
  device: string;
  deviceHash: Uint8Array | null;
};

/** Returns the `Set-Cookie` value. */
export async function startSession(
  db: Db,
  { memberId, confirmedAt, hours, device, deviceHash, ...care }: Start,
): Promise<string> {
  const lucia = createLucia(db, care);
  // By the machine's own clock, as Lucia reckons: RIBERA_CLOCK stands still, and a session would never end.
  const endsAt = new Date(Date.now() + hours * 3_600_000);
  const session = await lucia.createSession(memberId, {
    publicId: "",
    confirmedAt,
    endsAt,
    device,
    deviceHash,
  });
  return lucia.createSessionCookie(session.id).serialize();
}
