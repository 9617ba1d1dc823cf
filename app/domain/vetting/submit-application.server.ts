import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import type { ApplicationFacts } from "./application.form";
import { lockOrganisation } from "./lock-organisation.server";
import { tellOfficers } from "./tell-about-vetting.server";
import { canApply, dayOf } from "./vetting";
import { mayApply } from "./vetting.policy";

type Submission = {
  facts: ApplicationFacts;
  /** A member, or one whose organisation is not vetted (yet, or any more). */
  by: Pick<Member, "memberId" | "organisationId" | "roles">;
  at: Date;
};

/** Asks to be vetted, or again; a correction takes the place of what was open. */
export function submitApplication(db: Db, { facts, by, at }: Submission) {
  return asViewer(db, by, async (tx) => {
    const organisation = await lockOrganisation(tx, by.organisationId);
    if (!organisation) return refused("not_found");
    if (!mayApply(by, organisation)) return refused("not_allowed");
    if (!canApply(organisation, dayOf(at))) return refused("not_due_for_renewal");

    const [row] = await tx.execute<{ id: string | null }>(
      sql`select application_submit(${JSON.stringify(facts)}::jsonb, ${at.toISOString()}::timestamptz) as id`,
    );
    // They administered it when the request came.
    if (!row?.id) return refused("not_allowed");
    await tellOfficers(tx, {
      kind: "organisation-applied",
      about: { organisationId: organisation.id },
      organisationId: organisation.id,
      except: by.memberId,
      at,
    });
    await recordEvent(tx, {
      action: "application.submitted",
      subject: { kind: "organisation", id: organisation.id },
      detail: { application: row.id, from: organisation.vetting },
      at,
    });
    return done({ id: row.id });
  });
}
