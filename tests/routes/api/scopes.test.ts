import { afterAll, beforeAll, expect, test } from "vitest";
import { type Scope, scopes, scopesFor } from "~/domain/auth/scope";
import { everyOperation } from "~/http/api/every-operation";
import { scopeOf } from "~/http/api/operation";
import { actsOfNoRole, operationOfAct, sentenceOfAct } from "../../support/acts";
import { aMember } from "../../support/people";
import { aToken } from "../../support/program";
import { columns, maySomewhere, nameOf } from "../../support/role-table";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;

/** A token of somebody who may do everything that an authority's people may; a new one each time, for one act ends membership. */
const tokenFor = async (granted: readonly Scope[]) => {
  const roles = ["analyst", "legal", "approver", "publisher", "officer", "administrator"] as const;
  return aToken(world, await aMember(world, { roles: [...roles] }), undefined, granted);
};

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
async function ask({ method, path }: { method: string; path: string }, token: string) {
  const answer = await site.ask(`/api/v1${path.replace(/\{[^}]+\}/g, nowhere)}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(method === "GET" ? {} : { body: "{}" }),
  });
  const text = await answer.text();
  return { status: answer.status, missing: text.includes("/problems/scope_missing") };
}

test.each(everyOperation.map((operation) => [operation.name, operation] as const))(
  "%s is refused to a token without its scope, and to nobody for the scope who has it",
  async (_, operation) => {
    const needed = scopeOf(operation);
    const others = scopes.filter((scope) => scope !== needed);
    expect(await ask(operation, await tokenFor(others))).toEqual({ status: 403, missing: true });
    expect((await ask(operation, await tokenFor([needed]))).missing).toBe(false);
  },
);

/** What a token needs to do this act; nothing when no program does it. */
const scopesOfAct = (act: string) => {
  const name = operationOfAct(act.split(" ")[0] ?? "");
  return everyOperation.filter((operation) => operation.name === name).map(scopeOf);
};

test.each(columns.map((column) => [`${nameOf(column)} of an ${column.kind}`, column] as const))(
  "%s is offered the scopes that their acts need, and no other",
  (_, column) => {
    const acts = [
      ...Object.entries(sentenceOfAct)
        // Whoever may give none has none to take back.
        .filter(([act, sentence]) => act !== "drafts/takeBackClearance" && maySomewhere(column, sentence))
        .map(([act]) => act),
      ...Object.entries(actsOfNoRole)
        .filter(([, who]) => who.endsWith("for themselves alone"))
        .map(([act]) => act),
    ];
    const needed = new Set<Scope>(["read", ...acts.flatMap(scopesOfAct)]);
    expect(scopesFor({ organisationKind: column.kind, roles: [column] })).toEqual(
      scopes.filter((scope) => needed.has(scope)),
    );
  },
);

test("what a person must confirm, no token does that only reads or drafts", () => {
  const confirmed = everyOperation.filter(({ asker }) => asker.startsWith("confirmed"));
  expect(confirmed.length).toBeGreaterThan(5);
  const weak = confirmed.filter((operation) => ["read", "draft"].includes(scopeOf(operation)));
  expect(weak.map(({ name }) => name)).toEqual([]);
});

test("no write is done by a token that only reads", () => {
  const writes = everyOperation.filter(({ method }) => method !== "GET");
  expect(writes.filter((operation) => scopeOf(operation) === "read").map(({ name }) => name)).toEqual([]);
});

test("with a token pages can be read, and nothing on them done", async () => {
  const headers = { Authorization: `Bearer ${await tokenFor(scopes)}`, Origin: site.origin };
  for (const path of [
    "/es/me",
    "/es/me/tokens/revocation",
    "/es/people/invitation",
    "/es/me/recovery-codes",
    "/es/confirm",
  ]) {
    const answer = await site.ask(path, {
      method: "POST",
      headers,
      body: new URLSearchParams({ name: "x" }),
    });
    expect(answer.status, path).toBe(403);
  }
  for (const path of ["/es/me/sign-in", "/es/me/sessions", "/es/confirm"])
    expect((await site.ask(path, { headers })).status, `${path} is a person's own`).toBe(302);
});
