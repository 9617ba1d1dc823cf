import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { forgetNotices } from "~/domain/notices/forget-notices.server";
import type { NoticeKind } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { asViewer } from "~db/client.server";
import { at } from "../support/desk";
import { aMember } from "../support/people";
import { aBank, type Bank, type Officers, someOfficers } from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

// The outbox sends mail in the house's name: who can put what into it, whatever the code above does?

let world: World;
let bank: Bank;
let officers: Officers;

beforeAll(async () => {
  world = await freshDatabase();
  officers = await someOfficers(world);
  bank = await aBank(world, "vetted", "2027-01-31");
});
afterAll(() => world.close());

type Recipient = Parameters<typeof queueNotice>[1]["to"];
const stranger: Recipient = { email: "cualquiera@example.org", name: null, language: "es" };

/** Every kind, as a forger would write it; the types of the acts are not asked. */
const queue = (by: Viewer, kind: NoticeKind, to: Recipient, about: Record<string, unknown>) =>
  asViewer(world.db, by, (tx) => queueNotice(tx, { kind, to, about: about as never, at }))
    .then(() => "queued")
    .catch((thrown: { cause?: { code?: string } }) => thrown.cause?.code);

const kinds: NoticeKind[] = [
  "member-invited",
  "organisation-invited",
  "founder-invited",
  "invitation-accepted",
  "roles-changed",
  "member-left",
  "sign-in-changed",
  "device-seen",
  "token-issued",
  "calendar-address-made",
  "feed-address-made",
  "organisation-applied",
  "organisation-vetted",
  "organisation-refused",
  "vetting-ending",
  "vetting-ended",
  "organisation-expired",
  "organisation-suspended",
  "organisation-reinstated",
  "organisation-revoked",
  "measure-proposed",
  "emergency-declared",
  "emergency-lapsed",
  "round-opened",
  "round-closing",
  "round-extended",
  "round-called-off",
  "release-published",
  "statistics-published",
  "confidential-news",
  "confidential-date",
  "confidential-due",
];

describe("a notice", () => {
  test.each(kinds)("%s goes to no address that nothing was done about, whoever asks", async (kind) => {
    const about = {
      organisationId: bank.id,
      invitationId: randomUUID(),
      generation: 1,
      by: bank.administrator.memberId,
    };
    for (const by of [anonymous, bank.administrator, officers.first])
      expect(await queue(by, kind, stranger, about)).toBe("42501");
  });

  test.each(kinds)("%s is nothing that a colleague without a role could send to another", async (kind) => {
    const about = { organisationId: bank.id, until: "2027-01-31", by: bank.analyst.memberId };
    expect(await queue(bank.analyst, kind, { memberId: bank.administrator.memberId }, about)).toBe("42501");
  });

  test("about one's own sign-in goes to oneself", async () => {
    expect(await queue(bank.analyst, "token-issued", { memberId: bank.analyst.memberId }, {})).toBe("queued");
    expect(await queue(bank.analyst, "token-issued", { memberId: bank.administrator.memberId }, {})).toBe(
      "42501",
    );
  });

  test("about roles is the administrator's, in their own name, to their own people", async () => {
    const send = (by: Viewer, memberId: string, said: string) =>
      queue(by, "roles-changed", { memberId }, { by: said });
    const { administrator, analyst } = bank;
    expect(await send(administrator, analyst.memberId, administrator.memberId)).toBe("queued");
    expect(await send(administrator, analyst.memberId, analyst.memberId)).toBe("42501");
    expect(await send(administrator, officers.first.memberId, administrator.memberId)).toBe("42501");
  });

  test("about an organisation is of its country's officers, to its administrators", async () => {
    const send = (by: Viewer, memberId: string) =>
      queue(by, "organisation-vetted", { memberId }, { organisationId: bank.id, until: "2027-01-31" });
    expect(await send(officers.first, bank.administrator.memberId)).toBe("queued");
    expect(await send(officers.first, bank.analyst.memberId)).toBe("42501");
    expect(await send(officers.abroad, bank.administrator.memberId)).toBe("42501");
    expect(await send(officers.analyst, bank.administrator.memberId)).toBe("42501");
  });

  test("of the clock is told by nobody, and only of what is so", async () => {
    const send = (by: Viewer) =>
      queue(by, "vetting-ended", { memberId: bank.administrator.memberId }, { organisationId: bank.id });
    expect(await send(anonymous)).toBe("42501");
    await world.owner`update organisations set vetting = 'expired' where id = ${bank.id}`;
    expect(await send(officers.first)).toBe("42501");
    expect(await send(anonymous)).toBe("queued");
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
  });
});

test("what was settled goes after its days, and what waits stays, however old", async () => {
  const member = await aMember(world);
  const days = (n: number) => new Date(at.getTime() - n * 86_400_000);
  await world.owner`delete from notices`;
  for (const [state, age] of [
    ["sent", 91],
    ["dropped", 91],
    ["failed", 91],
    ["sent", 89],
    ["queued", 400],
  ] as const)
    await world.owner`
      insert into notices (kind, member_id, about, queued_at, next_attempt_at, state, sent_at)
      values ('device-seen', ${member.memberId}, '{}', ${days(age)}, ${days(age)}, ${state}, ${state === "sent" ? days(age) : null})`;
  expect(await forgetNotices(world.db, { days: 90, at })).toBe(3);
  expect(await world.owner`select state from notices order by state`).toEqual([
    { state: "queued" },
    { state: "sent" },
  ]);
});
