import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cancelDigestRun } from "~/domain/digests/cancel-digest-run.server";
import { listDeadLetters } from "~/domain/digests/dead-letters.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post, PostBatch } from "~/domain/digests/mail";
import { retryDeadLetter } from "~/domain/digests/retry-dead-letter.server";
import { setDeadLetterAside } from "~/domain/digests/set-dead-letter-aside.server";
import { readMachineHealth } from "~/domain/machine/machine-health.server";
import type { Member } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { connect, type Pool } from "~db/client.server";
import { composeMail } from "../../../emails/compose-mail";
import { anIssued, aStaff, at, later, reasonOf, type Staff, value } from "../../support/desk";
import { aBatchService, address, turn } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let arranging: Pool;
let staff: Staff;
let operator: Member;
let reader: Member;
let bank: Awaited<ReturnType<typeof anOrganisation>>;
beforeAll(async () => {
  arranging = connect(world.ownerUrl, { max: 1 });
  staff = await aStaff(world);
  ({ operator } = await aHouse(world));
  bank = await anOrganisation(world, { kind: "institution" });
  reader = await aMember(world, { organisation: bank, roles: ["administrator"] });
  await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC'`;
});
afterAll(() => arranging.close());
beforeEach(() => world.owner`truncate digests, digest_batches, digest_runs, notices, news`);

const morning = (day: number, hour = 7) => new Date(Date.UTC(2026, 10, day, hour));
const listed = () => listDeadLetters(world.db, operator);
const retry = (id: string, lookedUp = false) =>
  retryDeadLetter(world.db, { id, lookedUp, by: operator, at: later(60 * 24 * 3) });
const aside = (id: string, reason: string) =>
  setDeadLetterAside(world.db, { id, reason, by: operator, at: later(60 * 24 * 3) });
/** The one letter on the list. */
async function theOne() {
  const [one, ...others] = await listed();
  expect(others).toEqual([]);
  if (!one) throw new Error("nothing is on the list");
  return one;
}

describe("a letter", () => {
  const queue = (kind: "device-seen" | "organisation-vetted" | "member-left") =>
    arranging.db.transaction((tx) =>
      kind === "member-left"
        ? queueNotice(tx, {
            kind,
            to: { email: "quien@example.org", language: "es", name: null },
            about: { organisationId: bank.id },
            at,
          })
        : queueNotice(tx, {
            kind,
            to: { memberId: reader.memberId },
            about: { device: "Firefox", organisationId: bank.id, until: "2027-11-20" } as never,
            at,
          }),
    );
  const refusing: Post = async () => ({
    ok: false,
    again: "never",
    inDoubt: false,
    problem: "validation_error",
  });
  const lost: Post = async () => ({
    ok: false,
    again: "later",
    inDoubt: true,
    problem: "application_error",
  });
  async function deliver(post: Post | undefined, when = at) {
    const sent: Mail[] = [];
    const keep: Post = async (mail) => {
      sent.push(mail);
      return { ok: true };
    };
    const compose = (notice: Parameters<typeof composeMail>[0]) => composeMail(notice, address);
    await deliverNotices(world.db, { compose, ...bothWays(post ?? keep), at: when, random: () => 0.5 });
    return sent;
  }

  test("that failed is on the operator's list alone, and says neither to whom nor of what", async () => {
    await queue("device-seen");
    await queue("organisation-vetted");
    await deliver(refusing);
    const letters = await listed();
    expect(letters.map(({ what, state, problem, mails }) => ({ what, state, problem, mails }))).toEqual(
      expect.arrayContaining([
        { what: "access", state: "failed", problem: "not_accepted", mails: 1 },
        { what: "letter", state: "failed", problem: "not_accepted", mails: 1 },
      ]),
    );
    expect(JSON.stringify(letters)).not.toMatch(new RegExp(`@|vetted|device|${reader.memberId}|${bank.id}`));
    expect(await listDeadLetters(world.db, reader)).toEqual([]);
    const health = await readMachineHealth(world.db, operator, at);
    expect(health?.outbox.failed).toBe(2);
  });

  test("that failed goes out once more, once", async () => {
    await queue("device-seen");
    await deliver(refusing);
    const { id } = await theOne();
    value(await retry(id));
    expect(reasonOf(await retry(id))).toBe("not_found");
    expect(await listed()).toEqual([]);
    expect(await deliver(undefined, later(60 * 24 * 4))).toHaveLength(1);
    expect(await deliver(undefined, later(60 * 24 * 5))).toHaveLength(0);
  });

  test("whose address belonged to nobody is not sent again: it is forgotten", async () => {
    await queue("member-left");
    await deliver(refusing);
    const { id, addressed } = await theOne();
    expect(addressed).toBe(false);
    expect(reasonOf(await retry(id, true))).toBe("address_forgotten");
    value(await aside(id, "told-otherwise"));
  });

  test("that may have gone out is sent again only by who looked it up", async () => {
    await queue("device-seen");
    await deliver(lost);
    await deliver(undefined, later(60 * 24));
    const { id, state } = await theOne();
    expect(state).toBe("uncertain");
    expect(reasonOf(await retry(id))).toBe("not_looked_up");
    value(await retry(id, true));
    expect(await deliver(undefined, later(60 * 24 * 4))).toHaveLength(1);
  });

  test("set aside leaves the list for one of a few reasons, and the log says which", async () => {
    await queue("device-seen");
    await deliver(refusing);
    const { id } = await theOne();
    expect(reasonOf(await aside(id, "Persona no contesta en a@b.mx"))).toBe("choice_unknown");
    value(await aside(id, "unreachable"));
    expect(await listed()).toEqual([]);
    expect(reasonOf(await aside(id, "unreachable"))).toBe("not_found");
    expect(reasonOf(await retry(id, true))).toBe("not_found");
    expect((await readMachineHealth(world.db, operator, at))?.outbox.failed).toBe(0);
    const [event] =
      await world.owner`select action, detail, member_id as member from audit_events where subject_id = ${id} order by seq desc limit 1`;
    expect(event).toEqual({
      action: "dead-letter.set-aside",
      detail: { reason: "unreachable" },
      member: operator.memberId,
    });
  });
});

describe("digests", () => {
  const refusing: PostBatch = async () => ({
    ok: false,
    again: "never",
    inDoubt: false,
    problem: "validation_error",
  });
  const lost: PostBatch = async () => {
    throw new Error("connection lost");
  };
  const got = (service: ReturnType<typeof aBatchService>) =>
    service.mails().filter(({ headers }) => headers?.["List-Unsubscribe"]?.includes(reader.memberId));
  const states = async () =>
    (
      await world.owner<
        { state: string }[]
      >`select state from digests where member_id = ${reader.memberId} order by local_date`
    ).map(({ state }) => state);

  test("that were refused go out once more, while nothing later is there", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), refusing);
    const { id, what, mails } = await theOne();
    expect([what, mails > 1]).toEqual(["digests", true]);
    expect(value(await retry(id))).toEqual({ again: mails, next: 0 });
    const service = aBatchService();
    await turn(world.db, morning(21, 9), service.post);
    expect(got(service)).toHaveLength(1);
    expect(await listed()).toEqual([]);
  });

  test("that were refused are left to the member's next one where a later one was made", async () => {
    const { number } = await anIssued(world, staff);
    await turn(world.db, morning(21), refusing);
    const service = aBatchService();
    await turn(world.db, morning(22), service.post);
    const { id, mails } = await theOne();
    expect(value(await retry(id))).toEqual({ again: 0, next: mails });
    await turn(world.db, morning(22, 9), service.post);
    await turn(world.db, morning(23), service.post);
    expect(got(service).map(({ text }) => text.includes(number))).toEqual([true]);
  });

  test("that may have gone out go out again only once looked up, as they were, although a later one took them for told", async () => {
    const { number } = await anIssued(world, staff);
    await turn(world.db, morning(21), lost);
    const service = aBatchService();
    await turn(world.db, morning(22, 8), service.post);
    expect(await states()).toEqual(["uncertain", "nothing-new"]);
    const { id, state } = await theOne();
    expect(state).toBe("uncertain");
    expect(reasonOf(await retry(id))).toBe("not_looked_up");
    const { number: newer } = await anIssued(world, staff);
    value(await retry(id, true));
    await turn(world.db, morning(23), service.post);
    expect(await states()).toEqual(["accepted", "nothing-new", "accepted"]);
    const said = got(service).map(({ text }) => [text.includes(number), text.includes(newer)]);
    expect(said).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("that may have gone out when their day was cancelled go out again all the same once looked up", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), lost);
    value(await cancelDigestRun(world.db, { localDate: "2026-11-21", by: operator, at: morning(21) }));
    const service = aBatchService();
    await turn(world.db, morning(21, 8), service.post);
    value(await retry((await theOne()).id, true));
    await turn(world.db, morning(21, 9), service.post);
    expect(got(service)).toHaveLength(1);
  });

  test("that may have gone out and are set aside are not told again", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), lost);
    const service = aBatchService();
    await turn(world.db, morning(22, 8), service.post);
    value(await aside((await theOne()).id, "arrived"));
    await turn(world.db, morning(23), service.post);
    expect(service.tried).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test("of which one was refused stand on the list as that one", async () => {
    await anIssued(world, staff);
    const picky: PostBatch = async () => ({ ok: true, earlier: false, refused: [0] });
    await turn(world.db, morning(21), picky);
    expect(await theOne()).toMatchObject({ what: "digests", mails: 1, problem: "not_accepted" });
  });
});
