import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { unsubscribeToken } from "~/domain/digests/unsubscribe-token.server";
import type { Member } from "~/domain/members/viewer";
import { secretKeys } from "~/http/secret-keys.server";
import { paths } from "~/paths";
import { anIssued, aStaff } from "../support/desk";
import { aBatchService, address, turn } from "../support/digests";
import { growth, lookAt } from "../support/everything";
import { aMember, anOrganisation } from "../support/people";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let reader: Member;
let stop: (what: "digest" | "vetting-ending") => string;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  reader = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["administrator"],
  });
  const key = (await secretKeys())("unsubscribe");
  stop = (what) => paths.unsubscribe(unsubscribeToken({ memberId: reader.memberId, what, key }));
});
afterAll(async () => {
  await site.close();
  await world.close();
});
beforeEach(() => world.owner`truncate notice_choices`);

const stopped = async () =>
  (
    await world.owner<
      { kind: string }[]
    >`select kind from notice_choices where choice = 'never' order by kind`
  ).map(({ kind }) => kind);
const oneClick = (path: string) =>
  site.ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
const news = [
  "advisory-amended",
  "advisory-published",
  "advisory-withdrawn",
  "answer-published",
  "red-flags-changed",
  "translation-stale",
];

describe("the address in a mail that stops it", () => {
  test("changes nothing when it is opened, by whomever, however often", async () => {
    for (const method of ["GET", "HEAD", "GET"])
      expect((await site.ask(stop("digest"), { method })).status).toBe(200);
    expect(await stopped()).toEqual([]);
  });

  test("stops by a POST without a cookie, once and twice, what comes in digests and nothing else", async () => {
    expect((await oneClick(stop("digest"))).status).toBe(200);
    expect(await stopped()).toEqual(news);
    expect((await oneClick(stop("digest"))).status).toBe(200);
    expect(await stopped()).toEqual(news);
    const events = await world.owner`select 1 from audit_events where action = 'notices.chosen'`;
    expect(events).toHaveLength(1);
  });

  test("of one kind stops that kind", async () => {
    await oneClick(stop("vetting-ending"));
    expect(await stopped()).toEqual(["vetting-ending"]);
  });

  test("answers alike whether it is anybody's or not, and says nothing of whose", async () => {
    const said = async (path: string, method: string) => {
      const answer = await (method === "GET" ? site.ask(path) : oneClick(path));
      const token = path.split("/").at(-1) ?? "";
      return [
        answer.status,
        (await answer.text()).replaceAll(token, "").replace(/nonce="[^"]*"/g, ""),
      ] as const;
    };
    // Of the last sign two bits are nobody's: another one there may be the same code.
    const forged = stop("digest").replace(/\.(.)/, (_, first) => (first === "A" ? ".B" : ".A"));
    for (const method of ["GET", "POST"]) {
      const [status, page] = await said(stop("digest"), method);
      expect(page).not.toContain(reader.memberId);
      expect(page).not.toContain(reader.name);
      expect(await said(forged, method)).toEqual([status, page]);
    }
    await world.owner`truncate notice_choices`;
    await oneClick(forged);
    expect(await stopped()).toEqual([]);
  });

  test("and every other link of a digest may be followed by a scanner, and nothing at all changes", async () => {
    await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC'`;
    await anIssued(world, await aStaff(world));
    const service = aBatchService();
    const key = (await secretKeys())("unsubscribe");
    const real = (memberId: string) => unsubscribeToken({ memberId, what: "digest", key });
    await turn(world.db, new Date("2026-11-21T08:00:00Z"), service.post, {
      ...address,
      unsubscribeToken: real,
    });
    const mail = service.mails().find(({ text }) => text.includes(real(reader.memberId)));
    const links = [
      ...`${mail?.html} ${mail?.text} ${mail?.headers?.["List-Unsubscribe"]}`.matchAll(
        /https:\/\/ribera\.example(\/[^\s"<>]*)/g,
      ),
    ];
    expect(new Set(links.map(([, path]) => path)).size).toBeGreaterThan(2);
    const everything = lookAt(world, { aside: [] });
    const before = await everything();
    for (const [, path = "/"] of links) {
      const answer = await site.ask(path, { redirect: "manual" });
      expect([200, 302, 303]).toContain(answer.status);
      await answer.text();
    }
    expect(growth(before, await everything())).toEqual({});
  });
});
