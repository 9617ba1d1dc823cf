import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { usualSeries } from "~/domain/advisories/number-pattern";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { daysAfter, invitationDays } from "~/domain/invitations/invitation";
import {
  hashOfToken,
  type InvitationKey,
  invitationToken,
} from "~/domain/invitations/invitation-token.server";
import { normalAddress } from "~/domain/invitations/normal-address.server";
import type { GivenRole } from "~/domain/members/role";
import { anonymous } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { invitations, organisations } from "~db/schema";

type FoundableKind = "authority" | "operator";

type Founding = {
  kind: FoundableKind;
  shortName: string;
  nameEs: string;
  nameEn: string;
  /** ISO 3166-1 alpha-2. */
  jurisdiction: string;
  /** Of the first administrator, as typed. */
  email: string;
  language: Language;
  /** Of one founded before whom nobody has joined: another link, perhaps to another address. */
  again: boolean;
  key: InvitationKey;
  at: Date;
};

const rolesOfFirst: Record<FoundableKind, GivenRole[]> = {
  authority: [
    { role: "administrator", language: "" },
    { role: "officer", language: "" },
  ],
  operator: [
    { role: "administrator", language: "" },
    { role: "operator", language: "" },
  ],
};

/**
 * The first authority of a country, or the operator: what nobody inside could invite (decision 163). Called with the
 * database's owner, by the command alone: the web role may write none of it.
 */
export function foundOrganisation(owner: Db, founding: Founding) {
  const { kind, shortName, email, again, at } = founding;
  return allOrNothing(owner, anonymous, async (tx) => {
    // Of two at once the second finds what the first has founded.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('ribera.founding'))`);
    const address = normalAddress(email);
    if (!address.ok) return address;
    const placed = again ? await refound(tx, founding) : await placeNew(tx, founding);
    if (!placed.ok) return placed;

    const invitation = await invite(tx, placed.value, address.value, founding);
    await recordEvent(tx, {
      action: again ? "organisation.founder-invited-again" : "organisation.founded",
      subject: { kind: "organisation", id: placed.value },
      detail: { kind, shortName, invitation },
      at,
    });
    return done({ organisationId: placed.value, invitationId: invitation, email: address.value });
  });
}

async function placeNew(tx: Transaction, founding: Founding): Promise<Outcome<string>> {
  const { kind, shortName, nameEs, nameEn, jurisdiction, at } = founding;
  const [there] = await tx
    .select({ shortName: organisations.shortName })
    .from(organisations)
    .where(
      kind === "operator"
        ? sql`kind = 'operator'`
        : sql`kind = 'authority' and jurisdiction = ${jurisdiction}`,
    )
    .limit(1);
  if (there) return refused("already_founded", { shortName: there.shortName });
  const id = randomUUID();
  const written = await tx
    .insert(organisations)
    .values({
      id,
      kind,
      shortName,
      nameEs,
      nameEn,
      jurisdiction,
      vetting: "vetted",
      numberPatterns: kind === "authority" ? usualSeries(shortName) : {},
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  return written.length === 0 ? refused("short_name_taken") : done(id);
}

/** One whose founder never came: the earlier link is dead from now on. */
async function refound(tx: Transaction, { kind, shortName, at }: Founding): Promise<Outcome<string>> {
  const [there] = await tx.execute<{ id: string; joined: boolean }>(sql`
    select o.id, exists (select 1 from members m where m.organisation_id = o.id) as joined
    from organisations o
    where o.kind = ${kind} and o.short_name = ${shortName}
      and exists (select 1 from invitations i where i.organisation_id = o.id and i.invited_by is null)`);
  if (!there) return refused("not_founded");
  if (there.joined) return refused("founder_joined");
  await tx.execute(sql`
    update ${invitations} set withdrawn_at = ${at.toISOString()}::timestamptz
    where organisation_id = ${there.id}::uuid and accepted_at is null and withdrawn_at is null`);
  return done(there.id);
}

async function invite(
  tx: Transaction,
  organisationId: string,
  email: string,
  { kind, language, key, at }: Founding,
) {
  const id = randomUUID();
  await tx.insert(invitations).values({
    id,
    kind: "organisation",
    organisationId,
    email,
    name: null,
    language,
    roles: rolesOfFirst[kind],
    invitedBy: null,
    invitedAt: at,
    tokenHash: hashOfToken(invitationToken({ id, generation: 1, key })),
    sentAt: at,
    expiresAt: daysAfter(at, invitationDays),
  });
  await queueNotice(tx, {
    kind: "founder-invited",
    to: { email, language, name: null },
    about: { invitationId: id, generation: 1 },
    at,
  });
  return id;
}
