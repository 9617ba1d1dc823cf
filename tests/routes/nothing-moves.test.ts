import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { makeFeedAddress } from "~/domain/auth/make-feed-address.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { paths } from "~/paths";
import { aDraft, aFlag, anIssued, aStaff, at, type Staff, text, value } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { aBank, apply, type Bank, reason, someOfficers } from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

// The leak list of product.md §8 the other way round: what one may not see happens, and not one byte of what one is answered
// moves. Counts, facets, order, pages, suggestions, calendars and feeds are all in these answers.

let world: World;
let site: Site;
let staff: Staff;
let bank: Bank;
let officers: Awaited<ReturnType<typeof someOfficers>>;
const askers: Record<string, { headers: Record<string, string>; calendar?: string; feed?: string }> = {};

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  staff = await aStaff(world);
  officers = await someOfficers(world);
  bank = await aBank(world, "vetted", "2027-06-30");
  for (const n of [1, 2, 3])
    await anIssued(world, staff, {
      title: text(`Depósitos de prueba ${n}`, `Test deposits ${n}`),
      redFlags: [aFlag(1, { text: text("Depósitos repetidos en efectivo.", "Repeated cash deposits.") })],
    });
  const outsider = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["compliance-officer", "administrator"],
  });
  const revoked = await aBank(world, "vetted", "2027-06-30");
  askers.nobody = { headers: {} };
  askers["a bank outside the audience"] = await asking(outsider);
  askers["another authority"] = await asking(await aMember(world, { roles: ["analyst", "publisher"] }));
  askers["an officer abroad"] = await asking(officers.abroad);
  askers["a guild"] = await asking(
    await aMember(world, {
      organisation: await anOrganisation(world, { kind: "guild" }),
      roles: ["observer"],
    }),
  );
  askers["a member of a revoked bank"] = await asking(revoked.administrator);
  await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.id}`;
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function asking(member: Member) {
  const made = () => ({ by: member, name: "x", secret: randomBytes(32), at: new Date() });
  const address = await makeCalendarAddress(world.db, made());
  const feed = await makeFeedAddress(world.db, made());
  return {
    headers: {
      Cookie: (await aSession(world, member)).cookie,
      Authorization: `Bearer ${await aToken(world, member)}`,
    },
    calendar: value(address).token,
    feed: value(feed).token,
  };
}

const pages = [
  paths.advisories("es"),
  paths.search("es", "depósitos"),
  paths.search("en", "deposits"),
  `${paths.advisories("en")}?page=2`,
  paths.typologies("es"),
  paths.feed("es"),
  paths.today("es"),
  paths.organisations("es"),
  paths.people("es"),
];
const documents = [
  "/advisories",
  "/advisories?q=depositos",
  "/advisories?limit=2",
  `/red-flags?language=es&q=${encodeURIComponent("Depósitos repetidos")}`,
  "/red-flags?language=en",
  "/typologies",
  "/drafts",
  "/members",
  "/invitations",
];

const withoutWhatIsNewEachTime = (page: string) =>
  page.replaceAll(/\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b/g, "");

async function seenBy({ headers, calendar, feed }: (typeof askers)[string]) {
  const { Cookie, Authorization } = headers;
  const seen: Record<string, unknown> = {};
  const look = async (path: string, init: Record<string, string>) => {
    const answer = await site.ask(path, { headers: { "Accept-Language": "es", ...init } });
    seen[path] = [answer.status, withoutWhatIsNewEachTime(await answer.text())];
  };
  for (const path of pages) await look(path, Cookie ? { Cookie } : {});
  for (const path of documents) await look(paths.api(path as "/"), Authorization ? { Authorization } : {});
  if (calendar) await look(paths.calendar(calendar), {});
  if (feed) await look(paths.ownFeed(feed), {});
  return seen;
}

test("whatever happens where one may not look, not a byte of what one is answered moves", async () => {
  const before: Record<string, unknown> = {};
  for (const [name, asker] of Object.entries(askers)) before[name] = await seenBy(asker);

  const restricted = {
    tlp: "AMBER" as const,
    title: text("Depósitos reservados", "Restricted deposits"),
    redFlags: [aFlag(1, { tlp: "AMBER", text: text("Depósitos repetidos.", "Repeated deposits.") })],
  };
  await anIssued(world, staff, restricted);
  const { id } = await aDraft(world, staff, restricted);
  await world.owner`update drafts set scheduled_for = now() + interval '1 day', scheduled_by = ${staff.publisher.memberId} where id = ${id}`;
  const { administrator } = bank;
  value(
    await inviteMember(world.db, {
      email: "nueva@banco.example",
      name: null,
      language: "es",
      roles: ["analyst"],
      by: administrator,
      at: new Date(),
      key: randomBytes(32),
    }),
  );
  await apply(world, bank, undefined, new Date("2027-05-01T12:00:00Z"));
  const given = { organisationId: bank.id, kind: "suspension" as const, emergency: false, reason, at };
  value(await proposeMeasure(world.db, { ...given, by: officers.first }));

  for (const [name, asker] of Object.entries(askers)) expect(await seenBy(asker), name).toEqual(before[name]);
}, 240_000);

test("the same answers do move for who may know of it", async () => {
  const own = await asking(staff.publisher);
  const before = await seenBy(own);
  await aDraft(world, staff, { title: text("Otro borrador", "Another draft") });
  expect(await seenBy(own)).not.toEqual(before);
}, 240_000);

describe("a write about what one may not know of answers as one about nothing", () => {
  const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
  const places = (bankId: string, personId: string): [string, Record<string, string>][] => [
    [paths.organisationAct("es", bankId, "measures"), { kind: "suspension", reason }],
    [paths.organisationAct("es", bankId, "approval"), { applicationId: nowhere, reason }],
    [paths.organisationAct("es", bankId, "refusal"), { applicationId: nowhere, reason }],
    [paths.personRoles("es", personId), { "roles[]": "analyst" }],
    [paths.personDeparture("es", personId), {}],
  ];

  test("for every asker but an officer of the country, who is told no", async () => {
    const person = bank.analyst.memberId;
    for (const [name, { headers }] of Object.entries(askers)) {
      const there = places(bank.id, person);
      const not = places(nowhere, nowhere);
      for (const [n, [path, fields]] of there.entries()) {
        const send = async (to: string) => {
          const answer = await site.ask(to, {
            method: "POST",
            headers: { Origin: site.origin, ...(headers.Cookie ? { Cookie: headers.Cookie } : {}) },
            body: new URLSearchParams(fields),
          });
          const said = withoutWhatIsNewEachTime(await answer.text()).replaceAll(bank.id, nowhere);
          return [answer.status, answer.headers.get("location"), said.replaceAll(person, nowhere)];
        };
        const [a, b] = [await send(path), await send(not[n]?.[0] ?? "")];
        // Staff of every authority know that the bank takes part; what they may do with it they may not know.
        if (name === "an officer abroad" || name === "another authority") {
          expect([403, 404], `${name} ${path}`).toContain(a[0]);
        } else expect(a, `${name} ${path}`).toEqual(b);
      }
    }
  }, 240_000);
});
