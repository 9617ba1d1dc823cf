import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { BatchPosted, Mail, PostBatch } from "~/domain/digests/mail";
import type { TakenNotice } from "~/domain/notices/notice";
import { composeMail } from "../../../emails/compose-mail";
import { at, later } from "../../support/desk";
import { aBatchService, address } from "../../support/digests";
import { everyMail } from "../../support/mails";
import { anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

// At-once letters leave a hundred a call; what the service takes only one by one goes beside them.

const world = aWorld();
const many = 250;
let bank: Awaited<ReturnType<typeof anOrganisation>>;
beforeAll(async () => {
  bank = await anOrganisation(world, { kind: "institution" });
  await world.owner`
    insert into members (organisation_id, email, name, language, time_zone, created_at)
    select ${bank.id}, 'persona-' || n || '@banco.example', 'Persona ' || n, 'es', 'UTC', '2026-01-01' from generate_series(1, ${many}::int) n`;
});
beforeEach(() => world.owner`delete from notices`);

/** To so many people, one each, the oldest to the first. */
const queue = (
  how: number,
  {
    kind = "organisation-vetted",
    about = { organisationId: bank.id, until: "2027-11-20" } as Record<string, string>,
    when = at,
    from = 1,
  } = {},
) => world.owner`
  insert into notices (kind, member_id, about, queued_at, next_attempt_at)
  select ${kind}, m.id, ${world.owner.json(about)}, t, t
  from generate_series(${from}::int, ${from + how - 1}::int) n join members m on m.email = 'persona-' || n || '@banco.example'
    cross join lateral (select ${when}::timestamptz - make_interval(secs => (${many} - n) / 1000.0) as t) at`;
const aDevice = (n: number, when = at) =>
  queue(1, { kind: "device-seen", about: { device: "Firefox" }, when, from: n });

const busy: BatchPosted = { ok: false, again: "later", inDoubt: false, problem: "rate_limit_exceeded" };
const hopeless: BatchPosted = { ok: false, again: "never", inDoubt: false, problem: "validation_error" };
const compose = (notice: TakenNotice) => composeMail(notice, address);

/** One turn of the outbox. */
const deliver = (postBatch: PostBatch, when = at, composing = compose) => {
  const post = async () => ({ ok: true as const });
  return deliverNotices(world.db, { compose: composing, post, postBatch, at: when, random: () => 0.5 });
};
/** Turns until nothing is due. */
async function deliverAll(postBatch: PostBatch, when = at) {
  while (Object.values(await deliver(postBatch, when)).some((count) => count > 0));
}
const lost =
  (service: ReturnType<typeof aBatchService>): PostBatch =>
  async (key, mails) => {
    await service.post(key, mails);
    throw new Error("connection lost");
  };
const states = async () => {
  const rows = await world.owner<{ state: string; problem: string | null; n: number }[]>`
    select state, problem, count(*)::int as n from notices group by 1, 2 order by 1, 2`;
  return rows.map(({ state, problem, n }) => [state, problem, n]);
};
const person = (n: number) => `persona-${n}@banco.example`;
const people = (mails: Mail[]) => mails.map(({ to }) => to);

describe("letters that are due", () => {
  test("leave a hundred a call, the oldest first, each call under a key of its own", async () => {
    await queue(many);
    const service = aBatchService();
    await deliverAll(service.post);
    expect([...service.accepted.values()].map((mails) => mails.length)).toEqual([100, 100, 50]);
    expect(people(service.mails())).toEqual(Array.from({ length: many }, (_, n) => person(n + 1)));
    expect(new Set(service.tried).size).toBe(3);
    for (const key of service.tried) expect(key).toMatch(/^letters\/[\da-f-]{36}$/);
    expect(await states()).toEqual([["sent", null, many]]);
  });

  test("of who waits at a door leave before all that waited longer", async () => {
    await queue(many);
    await aDevice(7, later(1));
    const service = aBatchService();
    await deliver(service.post, later(1));
    expect(service.mails().map(({ kind }) => kind)).toContain("device-seen");
    expect(service.mails()).toHaveLength(100);
  });

  test("wait neither for those with a file nor these for them", async () => {
    await queue(many);
    await queue(6, { kind: "confidential-date", about: { roundtableId: bank.id } });
    const service = aBatchService();
    // There is no such session any more: what is taken by itself shows by being dropped.
    expect(await deliver(service.post)).toMatchObject({ sent: 100, dropped: 2 });
    expect(await deliver(service.post)).toMatchObject({ sent: 100, dropped: 2 });
    expect(await deliver(service.post)).toMatchObject({ sent: 50, dropped: 2 });
  });

  test("leave by themselves if they bring a file, together if they do not", async () => {
    const lanes = await world.owner<{ kind: string; lane: string }[]>`
      select k as kind, notice_lane(k) as lane from unnest(${(await everyMail("es")).map(([, { kind }]) => kind)}::text[]) k`;
    const lane = new Map(lanes.map((one) => [one.kind, one.lane]));
    for (const [name, { kind, attachments = [] }] of await everyMail("es"))
      expect([name, lane.get(kind) === "alone"]).toEqual([name, attachments.length > 0]);
  });

  test("are not held up by one that cannot be written", async () => {
    await queue(3);
    const service = aBatchService();
    const composing = async (notice: TakenNotice) => {
      if (notice.recipient.email === person(2)) throw new TypeError("broken");
      return compose(notice);
    };
    expect(await deliver(service.post, at, composing)).toMatchObject({ sent: 2, queued: 1 });
    expect(await states()).toEqual([
      ["queued", "TypeError", 1],
      ["sent", null, 2],
    ]);
    await deliver(service.post, later(1));
    expect(people(service.mails()).sort()).toEqual([person(1), person(2), person(3)]);
  });
});

describe("a batch of letters", () => {
  test("whose answer was lost is tried again whole, by the same key, and goes out once; what is new goes by another", async () => {
    await queue(3);
    const service = aBatchService();
    await deliver(lost(service));
    await queue(2, { from: 10 });
    await deliverAll(service.post, later(1));
    expect(service.tried).toHaveLength(3);
    expect(service.accepted.size).toBe(2);
    expect(people(service.mails()).sort()).toEqual([1, 2, 3, 10, 11].map(person).sort());
    expect(await states()).toEqual([["sent", null, 5]]);
  });

  test("that may have gone out is taken by one process alone, all of it", async () => {
    await queue(60);
    const service = aBatchService();
    await deliver(lost(service));
    await Promise.all(Array.from({ length: 6 }, () => deliver(service.post, later(1))));
    expect(service.tried).toHaveLength(2);
    expect(await states()).toEqual([["sent", null, 60]]);
  });

  test("that a process left when it died goes by the same key, as one that may have gone out", async () => {
    await queue(3);
    const [first] = await world.owner<{ batch: string }[]>`
      select batch from notices_take(${at}, ${later(5)}, 'new', 100)`;
    const service = aBatchService();
    expect(await deliver(service.post, later(4))).toMatchObject({ sent: 0 });
    expect(await deliver(service.post, later(6))).toMatchObject({ sent: 3 });
    expect(service.tried).toEqual([`letters/${first?.batch}`]);
  });

  test("that surely did not go out leaves by a new key, together with what is new", async () => {
    await queue(3);
    const tried: string[] = [];
    await deliver(async (key) => {
      tried.push(key);
      return busy;
    });
    await queue(2, { from: 10, when: later(1) });
    const service = aBatchService();
    await deliver(service.post, later(1));
    expect(service.mails()).toHaveLength(5);
    expect(service.tried).toHaveLength(1);
    expect(service.tried).not.toEqual(tried);
  });

  test("of which one must not go any more: nobody is told twice, and the one not at all if the first attempt had failed", async () => {
    const leave = (n: number) => world.owner`update members set left_at = ${at} where email = ${person(n)}`;
    const back = () => world.owner`update members set left_at = null`;
    const service = aBatchService();
    await queue(3);
    await deliver(async () => {
      throw new Error("connection lost");
    });
    await leave(2);
    await deliver(service.post, later(1));
    expect(people(service.mails()).sort()).toEqual([person(1), person(3)]);
    expect(await states()).toEqual([
      ["dropped", "left", 1],
      ["sent", null, 2],
    ]);
    await back();

    await world.owner`delete from notices`;
    await queue(3, { from: 21 });
    await deliver(lost(service));
    await leave(22);
    await deliver(service.post, later(1));
    expect(service.mails()).toHaveLength(5);
    expect(await states()).toEqual([["sent", null, 3]]);
    await back();
  });

  test("whose key has expired is uncertain where it may have gone out, letter by letter", async () => {
    await queue(3);
    await deliver(lost(aBatchService()));
    await world.owner`update notices set next_attempt_at = ${later(60 * 23 + 1)}`;
    const service = aBatchService();
    expect(await deliver(service.post, later(60 * 23 + 1))).toMatchObject({ uncertain: 3 });
    expect(service.tried).toEqual([]);
  });

  test("that is refused after it may have gone out is uncertain", async () => {
    await queue(3);
    await deliver(lost(aBatchService()));
    expect(await deliver(async () => hopeless, later(1))).toMatchObject({ uncertain: 3, failed: 0 });
  });

  test("in which single letters are refused sends the others", async () => {
    await queue(5);
    await deliver(async () => ({ ok: true, earlier: false, refused: [1, 3] }));
    expect(await states()).toEqual([
      ["failed", "not_accepted", 2],
      ["sent", null, 3],
    ]);
  });

  test("that is refused as a whole because of one letter harms none of the other ninety-nine", async () => {
    await queue(100);
    const service = aBatchService();
    let calls = 0;
    const strict: PostBatch = async (key, mails) => {
      calls += 1;
      return mails.some(({ to }) => to === person(63)) ? hopeless : service.post(key, mails);
    };
    await deliverAll(strict);
    expect(people(service.mails())).toHaveLength(99);
    expect(new Set(people(service.mails())).size).toBe(99);
    expect(await states()).toEqual([
      ["failed", "validation_error", 1],
      ["sent", null, 99],
    ]);
    // Halves of halves: not a hundred calls.
    expect(calls).toBeLessThanOrEqual(15);
    expect(await world.owner`select distinct attempts from notices`).toEqual([{ attempts: 1 }]);
  });

  test("that is shown to be refused while halves of it wait is lost by nobody who dies", async () => {
    await queue(4);
    await deliver(async () => hopeless);
    const halves = await world.owner<{ batch: string; n: number }[]>`
      select batch_id as batch, count(*)::int as n from notices where state = 'queued' and doubt_since is null group by 1`;
    expect(halves.map(({ n }) => n)).toEqual([2, 2]);
    const service = aBatchService();
    await deliverAll(service.post);
    expect(service.tried.sort()).toEqual(halves.map(({ batch }) => `letters/${batch}`).sort());
  });

  test("tells its letters' problems apart from those of the service: given up after two days of trying", async () => {
    await queue(2);
    let when = at;
    for (let n = 0; n < 18; n += 1) {
      await deliver(async () => busy, when);
      when = new Date(when.getTime() + 7 * 3_600_000);
    }
    expect(await states()).toEqual([["failed", "rate_limit_exceeded", 2]]);
  });
});
