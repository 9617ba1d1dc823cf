import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { tellAdministrators, tellOfficers } from "./tell-about-vetting.server";
import { reminderDays } from "./vetting";

/** What the clock does to vetting: endings, reminders of them, and emergencies that nobody confirmed. Each once, whoever runs it. */
export function keepVettingTimes(db: Db, { at }: { at: Date }) {
  return asViewer(db, anonymous, async (tx) => ({
    ended: await endDue(tx, at),
    reminded: await remind(tx, at),
    lapsed: await lapse(tx, at),
  }));
}

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

async function endDue(tx: Transaction, at: Date) {
  const rows = await tx.execute<{ organisation_id: string }>(
    sql`select organisation_id from vetting_end_due(${instant(at)})`,
  );
  for (const { organisation_id: organisationId } of rows) {
    const telling = { about: { organisationId }, organisationId, at };
    await tellAdministrators(tx, { kind: "vetting-ended", ...telling });
    await tellOfficers(tx, { kind: "organisation-expired", ...telling });
    await recordEvent(tx, {
      action: "vetting.ended",
      subject: { kind: "organisation", id: organisationId },
      at,
    });
  }
  return rows.map(({ organisation_id }) => organisation_id);
}

async function remind(tx: Transaction, at: Date) {
  const rows = await tx.execute<{ organisation_id: string; until: string; days: number }>(
    sql`select organisation_id, until::text, days from vetting_reminders_take(${instant(at)}, ${sql.raw(`array[${reminderDays.join(", ")}]`)})`,
  );
  for (const { organisation_id: organisationId, until } of rows) {
    const about = { organisationId, until };
    await tellAdministrators(tx, { kind: "vetting-ending", about, organisationId, at });
  }
  return rows.map(({ organisation_id, days }) => ({ organisationId: organisation_id, days }));
}

async function lapse(tx: Transaction, at: Date) {
  const rows = await tx.execute<{ measure_id: string; organisation_id: string }>(
    sql`select measure_id, organisation_id from emergencies_lapse_due(${instant(at)})`,
  );
  for (const { measure_id: measure, organisation_id: organisationId } of rows) {
    const telling = { about: { organisationId }, organisationId, at };
    await tellOfficers(tx, { kind: "emergency-lapsed", ...telling });
    await tellAdministrators(tx, { kind: "organisation-reinstated", ...telling });
    await recordEvent(tx, {
      action: "emergency.lapsed",
      subject: { kind: "organisation", id: organisationId },
      detail: { measure },
      at,
    });
  }
  return rows.map(({ organisation_id }) => organisation_id);
}
