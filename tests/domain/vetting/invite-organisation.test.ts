import { beforeAll, describe, expect, test } from "vitest";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { invitationForm } from "~/domain/vetting/invitation.form";
import { inviteContact } from "~/domain/vetting/invite-contact.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { at, reasonOf, value } from "../../support/desk";
import { aBank, type Officers, someOfficers } from "../../support/vetting";
import { aWorld } from "../../support/world";

const world = aWorld();
let officers: Officers;
beforeAll(async () => {
  officers = await someOfficers(world);
});

const key = new Uint8Array(32).fill(3);
const typed = {
  kind: "institution",
  shortName: "Caja del Sur",
  nameEs: "Caja del Sur, S.C.",
  nameEn: "Southern Savings",
  contact: "Ana Robles",
  email: "ana@caja.example",
  language: "es",
};
const invite = (given: Partial<typeof typed> = {}, by = officers.first) =>
  inviteOrganisation(world.db, { ...invitationForm.parse({ ...typed, ...given }), by, at, key });

test("an officer invites an organisation of the own country; its contact is to be its administrator", async () => {
  const { id } = value(await invite());
  const [row] =
    await world.owner`select kind, jurisdiction, vetting, vetted_until from organisations where id = ${id}`;
  expect(row).toEqual({ kind: "institution", jurisdiction: "MX", vetting: "invited", vetted_until: null });
  const invitations =
    await world.owner`select kind, email, roles, invited_by from invitations where organisation_id = ${id}`;
  expect(invitations).toMatchObject([
    {
      kind: "organisation",
      email: "ana@caja.example",
      roles: [{ role: "administrator", language: "" }],
      invited_by: officers.first.memberId,
    },
  ]);
  const mails = await world.owner`select kind, language from notices where address = 'ana@caja.example'`;
  expect(mails).toEqual([{ kind: "organisation-invited", language: "es" }]);
});

test("nobody else does", async () => {
  const bank = await aBank(world, "vetted");
  for (const by of [officers.analyst, officers.administrator, bank.administrator]) {
    expect(reasonOf(await invite({ shortName: "Otra" }, by))).toBe("not_allowed");
  }
});

test("a name that is taken and an address that is none leave nothing behind", async () => {
  const count = async () =>
    Number((await world.owner<{ n: number }[]>`select count(*) as n from organisations`)[0]?.n);
  const before = await count();
  expect(reasonOf(await invite({ email: "otra@caja.example" }))).toBe("short_name_taken");
  expect(reasonOf(await invite({ shortName: "Nueva", email: "ana@cаja.example" }))).toBe(
    "address_foreign_sign",
  );
  expect(reasonOf(await invite({ shortName: "Nueva", email: "nadie" }))).toBe("address_malformed");
  expect(await count()).toBe(before);
  expect(await world.owner`select id from notices where address = 'otra@caja.example'`).toEqual([]);
});

describe("another contact", () => {
  const contact = { contact: "Luis Gómez", email: "luis@otra.example", language: "en" } as const;
  const inviteAnother = (
    organisationId: string,
    given: Partial<typeof contact> | object = {},
    by = officers.first,
  ) => inviteContact(world.db, { organisationId, ...contact, ...given, by, at, key });

  test("takes the place of the one whose link nobody has followed", async () => {
    const { id, invitationId } = value(await invite({ shortName: "Otra caja", email: "mal@otra.example" }));
    value(await inviteAnother(id));
    const rows = await world.owner`
      select email, withdrawn_at is not null as withdrawn, language from invitations where organisation_id = ${id} order by email`;
    expect(rows).toEqual([
      { email: "luis@otra.example", withdrawn: false, language: "en" },
      { email: "mal@otra.example", withdrawn: true, language: "es" },
    ]);
    const dead = invitationToken({ id: invitationId, generation: 1, key });
    expect(await findInvitationByToken(world.db, { token: dead, at })).toMatchObject({ state: "withdrawn" });
  });

  test("is not asked once somebody has joined, nor after a fault at a field is anything withdrawn", async () => {
    const { id, invitationId } = value(await invite({ shortName: "Con gente", email: "ana@gente.example" }));
    expect(reasonOf(await inviteAnother(id, { email: "nadie" }))).toBe("address_malformed");
    const [open] = await world.owner`select withdrawn_at from invitations where id = ${invitationId}`;
    expect(open?.withdrawn_at).toBeNull();
    await world.owner`update invitations set accepted_at = now() where id = ${invitationId}`;
    expect(reasonOf(await inviteAnother(id))).toBe("organisation_has_people");
    const bank = await aBank(world, "vetted");
    expect(reasonOf(await inviteAnother(bank.id))).toBe("organisation_has_people");
  });

  test("is asked by officers of the organisation's country alone", async () => {
    const { id } = value(await invite({ shortName: "Ajena", email: "ana@ajena.example" }));
    for (const by of [officers.abroad, officers.analyst, officers.administrator])
      expect(reasonOf(await inviteAnother(id, {}, by))).toBe("not_allowed");
    value(await inviteAnother(id, {}, officers.neighbour));
  });
});
