import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { vettingMeasures } from "~db/schema";
import { lockOrganisation } from "./lock-organisation.server";
import { isEmergencySpent } from "./officers.server";
import { findOpenMeasure } from "./open-measure.server";
import { settleMeasure } from "./settle-measure.server";
import { tellOfficers } from "./tell-about-vetting.server";
import { emergencyHours, type MeasureKind, measuresOpenTo, mostEmergencies } from "./vetting";
import { mayTakeMeasures } from "./vetting.policy";
import { writtenReason } from "./written-reason";

type Proposal = {
  organisationId: string;
  kind: MeasureKind;
  /** In force at once, for a second officer to confirm within a day; never for a reinstatement. */
  emergency: boolean;
  reason: string;
  by: Viewer;
  at: Date;
};

/** The first of two officers' words on suspending, revoking or reinstating an organisation. */
export function proposeMeasure(db: Db, { organisationId, kind, emergency, reason, by, at }: Proposal) {
  return asActor(db, by, async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    if (!organisation) return refused("not_found");
    if (by.memberId === null || !mayTakeMeasures(by, organisation)) return refused("not_allowed");
    if (!measuresOpenTo(organisation).includes(kind)) return refused("measure_does_not_fit");
    if (emergency && kind === "reinstatement") return refused("no_emergency");
    if (await findOpenMeasure(tx, organisationId)) return refused("measure_open");
    if (emergency && (await isEmergencySpent(tx, { officer: by.memberId, organisationId, at })))
      return refused("emergency_spent");
    if (emergency && (await emergenciesLately(tx, at)) >= mostEmergencies) {
      return refused("emergencies_at_limit", { most: mostEmergencies });
    }
    const written = writtenReason(reason);
    if (!written.ok) return written;

    const id = randomUUID();
    const until = emergency ? new Date(at.getTime() + emergencyHours * 3_600_000) : null;
    // In words of SQL: an insert of the library's names every column, and the web role may fill only these.
    await tx.execute(sql`
      insert into ${vettingMeasures} (id, organisation_id, kind, authority_id, proposed_by, reason, language, proposed_at, emergency_until, state_before)
      values (${id}::uuid, ${organisationId}::uuid, ${kind}, ${by.organisationId}::uuid, ${by.memberId}::uuid, ${written.value},
              ${by.language}, ${at.toISOString()}::timestamptz, ${until?.toISOString() ?? null}::timestamptz, ${organisation.vetting})`);
    const state = await settleMeasure(tx, { id, organisation, at });
    const telling = { organisationId, except: by.memberId, at };
    await (until
      ? tellOfficers(tx, {
          kind: "emergency-declared",
          about: { organisationId, until: until.toISOString() },
          ...telling,
        })
      : tellOfficers(tx, { kind: "measure-proposed", about: { organisationId }, ...telling }));
    await recordEvent(tx, {
      action: `${kind}.${emergency ? "declared" : "proposed"}`,
      subject: { kind: "organisation", id: organisationId },
      detail: { measure: id, emergency, from: organisation.vetting, to: state },
      at,
    });
    return done({ id, vetting: state, emergencyUntil: until });
  });
}

async function emergenciesLately(tx: Transaction, at: Date) {
  const [row] = await tx.execute<{ count: number }>(
    sql`select viewer_emergencies(${at.toISOString()}::timestamptz) as count`,
  );
  return row?.count ?? 0;
}
