import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openKeys } from "~/domain/auth/open-keys.server";
import type { Member } from "~/domain/members/viewer";
import { givePart } from "~/domain/roundtables/give-part.server";
import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { findVault } from "~/domain/vaults/vaults.server";
import { at, value } from "./desk";
import { aMember } from "./people";
import { keys } from "./rounds";
import { aConvened, type Convener } from "./roundtables";
import type { World } from "./world";

/** The session of `someTimes` is from 16:00 to 18:00 UTC. */
export const during = new Date("2027-01-20T16:30:00.000Z");
export const past = (days: number, minutes = 0) =>
  new Date(Date.UTC(2027, 0, 20, 18, minutes) + days * 86_400_000);

/** A session that was held and is over, with a second officer of the lead authority in it. */
export async function anEnded(world: World, given: Parameters<typeof aConvened>[1] = {}) {
  const convened = await aConvened(world, given);
  const { roundtableId, lead } = convened;
  const second = await anotherOfficer(world, roundtableId, lead);
  value(await endRoundtable(world.db, { roundtableId, keys, by: lead.chair, at: during }));
  return { ...convened, second };
}

async function anotherOfficer(world: World, roundtableId: string, { authority, chair }: Convener) {
  const officer = await aMember(world, { organisation: authority, roles: ["officer"] });
  const { memberId } = officer;
  value(await givePart(world.db, { roundtableId, memberId, part: "clearer", keys, by: chair, at }));
  return officer;
}

export const close = (world: World, roundtableId: string, by: Member, when = during) =>
  closeRoundtable(world.db, { roundtableId, keys, by, at: when });

export const vaultSeenBy = (world: World, id: string, by: Member) => findVault(world.db, by, { id, keys });

/** The keys of an installation that keeps them in a data folder of its own. */
export async function aFolderOfKeys() {
  const dataDir = mkdtempSync(join(tmpdir(), "ribera-keys-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, open: () => openKeys({ dataDir, ...none }) };
}
const none = { secretKey: undefined, masterKey: undefined, masterKeyBefore: undefined };

export const aKey = () => randomBytes(32).toString("base64");

/** Terms, and everyone named having accepted them: what the room asks of whoever reads what was said. */
export async function enter(world: World, roundtableId: string, people: Member[]) {
  const [first] = people;
  if (!first) throw new Error("nobody enters");
  await world.owner`insert into roundtable_terms (roundtable_id, version, words, hash_es, hash_en, written_by, written_at)
    select ${roundtableId}, 1, 'x', 'es', 'en', ${first.memberId}, ${at}
    where not exists (select 1 from roundtable_terms where roundtable_id = ${roundtableId})`;
  for (const { memberId, organisationId } of people)
    await world.owner`insert into roundtable_acceptances (roundtable_id, member_id, organisation_id, version, language, hash, accepted_at)
      select ${roundtableId}, ${memberId}, ${organisationId}, max(version), 'es', 'es', ${at} from roundtable_terms
      where roundtable_id = ${roundtableId} on conflict do nothing`;
}

/** A session that is over and that everyone had entered, with a rapporteur of the lead authority. */
export async function anEntered(world: World, given: Parameters<typeof aConvened>[1] = {}) {
  const ended = await anEnded(world, given);
  const { roundtableId, lead, partner, houses } = ended;
  const rapporteur = await aMember(world, { organisation: lead.authority, roles: ["rapporteur"] });
  const { memberId } = rapporteur;
  value(await givePart(world.db, { roundtableId, memberId, part: "rapporteur", keys, by: lead.chair, at }));
  await enter(world, roundtableId, [lead.chair, partner.chair, lead.legal, rapporteur, houses[0].analyst]);
  return { ...ended, rapporteur, one: houses[0].analyst };
}
