import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { everyOperation } from "~/http/api/every-operation";
import { aMember, anOrganisation } from "../../support/people";
import { aProgram, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
let colleague: Member;
let rivalId: string;
const ask: Record<string, Program> = {};
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  const organisation = await anOrganisation(world, { kind: "institution" });
  const administrator = await aMember(world, { organisation, roles: ["administrator"] });
  colleague = await aMember(world, { organisation, roles: ["analyst"] });
  const elsewhere = await anOrganisation(world, { kind: "institution" });
  const rival = await aMember(world, { organisation: elsewhere, roles: ["administrator"] });
  rivalId = rival.memberId;
  ask.administrator = await aProgram(world, site, administrator);
  ask.colleague = await aProgram(world, site, colleague);
  ask.rival = await aProgram(world, site, rival);
  ask.nobody = await aProgram(world, site);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const as = (name: string): Program => {
  const program = ask[name];
  if (!program) throw new Error(`nobody is called ${name}`);
  return program;
};
const answerOf = (name: string) => {
  const operation = everyOperation.find((one) => one.name === name);
  if (!operation) throw new Error(`no operation ${name}`);
  return operation.answer;
};

describe("people by the API", () => {
  test("are invited, listed, sent to again and withdrawn", async () => {
    const json = { email: "nueva@banco.example", language: "es", roles: ["analyst"] };
    const made = await as("administrator")("POST", "/invitations", { json });
    expect(made.status).toBe(201);
    const { id } = answerOf("inviteMember").parse(made.json) as { id: string };
    const listed = await as("administrator")("GET", "/invitations");
    expect(answerOf("listInvitations").parse(listed.json)).toMatchObject({
      items: [{ id, email: json.email }],
    });
    expect((await as("administrator")("POST", `/invitations/${id}/sending`)).json.type).toBe(
      "/problems/invitation_just_sent",
    );
    expect((await as("rival")("DELETE", `/invitations/${id}`)).status).toBe(404);
    expect((await as("administrator")("DELETE", `/invitations/${id}`)).status).toBe(204);
    expect((await as("administrator")("GET", "/invitations")).json.items).toEqual([]);
    const strange = { ...json, email: "ana@banсo.mx" };
    expect((await as("administrator")("POST", "/invitations", { json: strange })).json.type).toBe(
      "/problems/address_foreign_sign",
    );
  });

  test("are listed, given roles and ended by their administrator alone", async () => {
    const roles = `/members/${colleague.memberId}/roles`;
    const json = { roles: ["compliance-officer"] };
    for (const [name, status] of [
      ["nobody", 401],
      ["colleague", 403],
      ["rival", 404],
    ] as const)
      expect((await as(name)("PUT", roles, { json })).status, name).toBe(status);
    for (const path of ["/members", "/invitations"]) {
      expect((await as("colleague")("GET", path)).status).toBe(403);
      expect((await as("nobody")("GET", path)).status).toBe(401);
    }
    expect((await as("administrator")("PUT", roles, { json })).status).toBe(200);
    const listed = await as("administrator")("GET", "/members");
    const { items } = answerOf("listMembers").parse(listed.json) as {
      items: { id: string; roles: { role: string }[] }[];
    };
    expect(items.map(({ id }) => id)).not.toContain(rivalId);
    expect(items.find(({ id }) => id === colleague.memberId)?.roles).toMatchObject([
      { role: "compliance-officer" },
    ]);

    expect((await as("administrator")("POST", `/members/${colleague.memberId}/departure`)).status).toBe(204);
    expect((await as("colleague")("GET", "/members")).status).toBe(401);
    expect((await as("administrator")("GET", "/members?left=true")).json.items).toMatchObject([
      { id: colleague.memberId },
    ]);
  });
});
