import { and, eq, isNull, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { applications, vettingDecisions } from "~db/schema";
import { lockOrganisation } from "./lock-organisation.server";
import { tellAdministrators } from "./tell-about-vetting.server";
import { mayVet } from "./vetting.policy";
import { writtenReason } from "./written-reason";

type Decision = {
  organisationId: string;
  /** The application as it was read: a corrected one is another. */
  applicationId: string;
  kind: "approval" | "refusal";
  reason: string;
  by: Viewer;
  at: Date;
};
type Settled = { outcome: "approved" | "refused"; until: string | null };

/** One officer's word on an application. The second approval of an authority vets; a refusal closes. */
export function decideOnApplication(
  db: Db,
  { organisationId, applicationId, kind, reason, by, at }: Decision,
) {
  return asActor(db, by, async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    if (!organisation) return refused("not_found");
    if (by.memberId === null || !mayVet(by, organisation)) return refused("not_allowed");
    if (organisation.vetting === "suspended" || organisation.vetting === "revoked")
      return refused("not_standing");
    const written = writtenReason(reason);
    if (!written.ok) return written;

    const open = await openApplication(tx, organisationId);
    if (!open) return refused("no_application");
    if (open.id !== applicationId) return refused("application_changed");
    const given = await tx.select().from(vettingDecisions).where(eq(vettingDecisions.applicationId, open.id));
    if (given.some(({ memberId }) => memberId === by.memberId)) return refused("already_decided");
    if (kind === "approval" && given.some(({ authorityId }) => authorityId !== by.organisationId)) {
      return refused("other_authority_decides");
    }

    await tx.insert(vettingDecisions).values({
      applicationId: open.id,
      authorityId: by.organisationId,
      memberId: by.memberId,
      kind,
      reason: written.value,
      language: by.language,
      at,
    });
    const [row] = await tx.execute<{ settled: Settled | null }>(
      sql`select application_settle(${open.id}::uuid, ${at.toISOString()}::timestamptz) as settled`,
    );
    const settled = row?.settled ?? null;
    if (settled) await tell(tx, organisationId, settled, at);
    await recordEvent(tx, {
      action: kind === "approval" ? "application.approved" : "application.refused",
      subject: { kind: "organisation", id: organisationId },
      detail: {
        application: open.id,
        vetted: settled?.outcome === "approved",
        until: settled?.until ?? null,
      },
      at,
    });
    return done({ outcome: settled?.outcome ?? null, until: settled?.until ?? null });
  });
}

async function openApplication(tx: Transaction, organisationId: string) {
  const [row] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.organisationId, organisationId), isNull(applications.closedAt)));
  return row;
}

const tell = (tx: Transaction, organisationId: string, { outcome, until }: Settled, at: Date) =>
  outcome === "approved" && until !== null
    ? tellAdministrators(tx, {
        kind: "organisation-vetted",
        about: { organisationId, until },
        organisationId,
        at,
      })
    : tellAdministrators(tx, { kind: "organisation-refused", about: { organisationId }, organisationId, at });
