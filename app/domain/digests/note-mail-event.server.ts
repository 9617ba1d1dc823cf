import { sql } from "drizzle-orm";
import { Resend } from "resend";
import { normalAddress } from "~/domain/invitations/normal-address.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";

type Telling = {
  /** As it came, byte for byte: its signature is over that. */
  payload: string;
  headers: { id: string; timestamp: string; signature: string };
  secret: string;
  at: Date;
};
type Event = ReturnType<Resend["webhooks"]["verify"]>;

/**
 * Takes what the mail service tells of a mail: signed by it, not older than five minutes, once however often it comes. An address that
 * returns mail for good or whose reader complained gets nothing more, until the service lets it go again.
 */
export async function noteMailEvent(db: Db, { payload, headers, secret, at }: Telling) {
  const event = verified(payload, headers, secret);
  if (!event) return refused("not_allowed");
  const { addresses, stops } = consequenceOf(event);
  const normal = addresses.map(normalAddress).flatMap((one) => (one.ok ? [one.value] : []));
  const [row] = await db.execute<{ fresh: boolean }>(sql`
    select mail_event_note(${headers.id}, ${event.type}, ${event.created_at}::timestamptz, ${at.toISOString()}::timestamptz,
      array(select jsonb_array_elements_text(${JSON.stringify(normal)}::jsonb)), ${stops}) as fresh`);
  return done({ fresh: row?.fresh ?? false });
}

function verified(payload: string, headers: Telling["headers"], secret: string): Event | undefined {
  try {
    // The key is of no use here and only has to be there.
    return new Resend("re_none").webhooks.verify({ payload, headers, webhookSecret: secret });
  } catch {
    return undefined;
  }
}

function consequenceOf(event: Event): { addresses: string[]; stops: boolean | null } {
  switch (event.type) {
    case "email.bounced":
      // A full mailbox or a server at rest will take mail again.
      return { addresses: event.data.to, stops: event.data.bounce.type === "Permanent" ? true : null };
    case "email.complained":
    case "email.suppressed":
      return { addresses: event.data.to, stops: true };
    case "suppression.removed":
      return { addresses: [event.data.email], stops: false };
    default:
      return { addresses: [], stops: null };
  }
}
