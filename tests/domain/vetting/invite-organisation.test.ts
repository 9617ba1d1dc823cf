import { afterAll, beforeAll, expect, test } from "vitest";
import { invitationForm } from "~/domain/vetting/invitation.form";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { at, reasonOf, value } from "../../support/desk";
import { aBank, type Officers, someOfficers } from "../../support/vetting";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let officers: Officers;
beforeAll(async () => {
  world = await freshDatabase();
  officers = await someOfficers(world);
});
afterAll(() => world.close());

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
