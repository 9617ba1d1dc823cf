import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cancelDigestRun } from "~/domain/digests/cancel-digest-run.server";
import { stateOfRun } from "~/domain/digests/digest-run";
import { listDigestRuns } from "~/domain/digests/digest-runs.server";
import { forgetDigests } from "~/domain/digests/forget-digests.server";
import type { PostBatch } from "~/domain/digests/mail";
import { pauseDigestRun } from "~/domain/digests/pause-digest-run.server";
import { resumeDigestRun } from "~/domain/digests/resume-digest-run.server";
import type { Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { anIssued, aStaff, reasonOf, type Staff, text, value } from "../../support/desk";
import { aBatchService, turn } from "../../support/digests";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let staff: Staff;
let operator: Member;
let reader: Member;
beforeAll(async () => {
  staff = await aStaff(world);
  ({ operator } = await aHouse(world));
  const organisation = await anOrganisation(world, { kind: "institution" });
  reader = await aMember(world, { organisation, roles: ["administrator"] });
  await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC'`;
});
beforeEach(() => world.owner`truncate digests, digest_batches, digest_runs, notices, news, mail_events`);

/** 20 November 2026 is a Friday; `at` of what is issued is noon of it. */
const morning = (day: number, hour = 7) => new Date(Date.UTC(2026, 10, day, hour));
const [friday, saturday] = ["2026-11-21", "2026-11-22"];
const steer = (localDate: string, when: Date) => ({ localDate, by: operator, at: when });
/** So many mails the reader got of this service. */
const got = (service: ReturnType<typeof aBatchService>) =>
  service.mails().filter(({ headers }) => headers?.["List-Unsubscribe"]?.includes(reader.memberId));
const states = async () =>
  (
    await world.owner<{ day: string; state: string }[]>`
      select local_date::text as day, state from digests where member_id = ${reader.memberId} order by local_date`
  ).map(({ day, state }) => `${day} ${state}`);

const busy: PostBatch = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
const lost: PostBatch = async () => {
  throw new Error("connection lost");
};

describe("a run of digests", () => {
  test("is told to the operator as counts, and to nobody else", async () => {
    const { number } = await anIssued(world, staff, { title: text("Un título", "A title") });
    await turn(world.db, morning(21), aBatchService().post);
    const runs = await listDigestRuns(world.db, operator);
    expect(runs).toMatchObject([{ localDate: friday, counts: { accepted: expect.any(Number) } }]);
    expect(JSON.stringify(runs)).not.toMatch(new RegExp(`${number}|título|@|${reader.memberId}`));
    for (const other of [reader, staff.administrator]) {
      expect(await listDigestRuns(world.db, other)).toEqual([]);
      const told = (tx: Parameters<Parameters<typeof asViewer>[2]>[0]) =>
        tx.execute(sql`select * from digest_runs_list(9)`);
      expect([...(await asViewer(world.db, other, told))]).toEqual([]);
    }
  });

  test("that is paused sends nothing, and what follows waits with it until it is resumed", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), busy);
    value(await pauseDigestRun(world.db, steer(friday, morning(21))));
    const service = aBatchService();
    await turn(world.db, morning(21, 9), service.post);
    await turn(world.db, morning(22), service.post);
    expect(service.tried).toEqual([]);
    expect(await states()).toEqual([`${friday} batched`, `${saturday} due`]);
    value(await resumeDigestRun(world.db, steer(friday, morning(22, 8))));
    await turn(world.db, morning(22, 8), service.post);
    await turn(world.db, morning(22, 9), service.post);
    expect(got(service)).toHaveLength(1);
    expect(await states()).toEqual([`${friday} accepted`, `${saturday} nothing-new`]);
  });

  test("that is cancelled sends nothing more, and the next one tells what it would have told", async () => {
    const { number } = await anIssued(world, staff);
    await turn(world.db, morning(21), busy);
    value(await cancelDigestRun(world.db, steer(friday, morning(21))));
    const service = aBatchService();
    await turn(world.db, morning(21, 8), service.post);
    expect(service.tried).toEqual([]);
    expect(await states()).toEqual([`${friday} cancelled`]);
    await turn(world.db, morning(22), service.post);
    expect(got(service).map(({ text: words }) => words.includes(number))).toEqual([true]);
  });

  test("that is cancelled makes no more of its day, and does not hold up the next", async () => {
    await anIssued(world, staff);
    await world.owner`insert into digest_runs (local_date, begun_at) values (${friday}, ${morning(20)})`;
    value(await cancelDigestRun(world.db, steer(friday, morning(20))));
    // As by a process that had not seen it end.
    await world.owner`insert into digests (member_id, local_date, weekly, state, made_at) values (${reader.memberId}, ${friday}, false, 'due', ${morning(21)})`;
    const service = aBatchService();
    await turn(world.db, morning(21), service.post);
    expect(service.tried).toEqual([]);
    await turn(world.db, morning(22), service.post);
    expect(got(service)).toHaveLength(1);
  });

  test("that is cancelled while a batch may have gone out leaves it uncertain, not to be told again", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), lost);
    value(await cancelDigestRun(world.db, steer(friday, morning(21))));
    const service = aBatchService();
    await turn(world.db, morning(21, 8), service.post);
    await turn(world.db, morning(22), service.post);
    expect(service.tried).toEqual([]);
    expect(await states()).toEqual([`${friday} uncertain`, `${saturday} nothing-new`]);
  });

  test("still writes down what a batch met that was under way when it was cancelled", async () => {
    await anIssued(world, staff);
    const service = aBatchService();
    const cancelling: PostBatch = async (key, mails) => {
      await cancelDigestRun(world.db, steer(friday, morning(21)));
      return service.post(key, mails);
    };
    await turn(world.db, morning(21), cancelling);
    expect(await states()).toEqual([`${friday} accepted`]);
  });

  test("is not paused twice, nor cancelled when it is over, nor known on a day without one", async () => {
    await anIssued(world, staff);
    await turn(world.db, morning(21), aBatchService().post);
    const refused = async (act: typeof pauseDigestRun, day: string, when: Date) =>
      reasonOf(await act(world.db, steer(day, when)));
    expect(await refused(resumeDigestRun, friday, morning(21))).toBe("run_not_paused");
    expect(await refused(pauseDigestRun, friday, morning(21))).toBe("done");
    expect(await refused(pauseDigestRun, friday, morning(21))).toBe("run_paused");
    expect(await refused(resumeDigestRun, friday, morning(21))).toBe("done");
    expect(await refused(cancelDigestRun, friday, morning(23))).toBe("run_over");
    for (const day of ["2026-11-01", "2026-02-31", "x"])
      expect(await refused(cancelDigestRun, day, morning(21))).toBe("not_found");
    expect(await refused(cancelDigestRun, friday, morning(21))).toBe("done");
    expect(await refused(resumeDigestRun, friday, morning(21))).toBe("run_cancelled");
    const events = await world.owner<{ action: string; subject: string; member: string }[]>`
      select action, subject_id as subject, member_id as member from audit_events where subject_kind = 'digest-run' order by seq desc limit 3`;
    expect(events.map(({ action }) => action)).toEqual([
      "digest-run.cancelled",
      "digest-run.resumed",
      "digest-run.paused",
    ]);
    expect(events).toMatchObject(events.map(() => ({ subject: friday, member: operator.memberId })));
  });

  test("stays open until its day has ended everywhere", () => {
    const run = { localDate: friday, begunAt: "", pausedAt: null, cancelledAt: null, problems: [] };
    expect(stateOfRun({ ...run, counts: { due: 1 } }, morning(30))).toBe("under-way");
    expect(stateOfRun({ ...run, counts: { accepted: 1 } }, morning(22, 11))).toBe("open");
    expect(stateOfRun({ ...run, counts: { accepted: 1 } }, morning(22, 12))).toBe("over");
    expect(stateOfRun({ ...run, counts: {}, pausedAt: "x" }, morning(30))).toBe("paused");
  });
});

describe("what was settled long ago", () => {
  const aRun = async (day: string, state: string) => {
    const { owner } = world;
    const [batch] = await owner<{ id: string }[]>`
      with run as (insert into digest_runs (local_date, begun_at) values (${day}, ${day}) returning local_date)
      insert into digest_batches (local_date, state, made_at, next_attempt_at) select local_date, 'accepted', ${day}, ${day} from run returning id`;
    const [digest] = await owner<{ id: string }[]>`
      insert into digests (member_id, local_date, weekly, state, batch_id, made_at) values (${reader.memberId}, ${day}, true, ${state}, ${batch?.id ?? ""}, ${day}) returning id`;
    await owner`insert into notices (kind, member_id, about, queued_at, next_attempt_at, state, digest_id)
      values ('device-seen', ${reader.memberId}, '{}', ${day}, ${day}, 'sent', ${digest?.id ?? ""})`;
  };
  const left = () => world.owner`select local_date::text as day from digest_runs order by 1`;

  test("is forgotten with its batches and its run; what is younger or waits is not", async () => {
    for (const [day, state] of [
      ["2026-01-10", "accepted"],
      ["2026-01-11", "due"],
      ["2026-11-10", "accepted"],
    ] as const)
      await aRun(day, state);
    await world.owner`insert into mail_events values ('msg_1', 'email.delivered', '2026-01-10', '2026-01-10'), ('msg_2', 'email.delivered', '2026-11-10', '2026-11-10')`;
    expect(await forgetDigests(world.db, { days: 90, at: morning(21) })).toBe(1);
    expect(await left()).toEqual([{ day: "2026-01-11" }, { day: "2026-11-10" }]);
    expect(await world.owner`select id from mail_events`).toEqual([{ id: "msg_2" }]);
    expect(await world.owner`select 1 from notices where digest_id is null`).toHaveLength(1);
  });

  test("stays as long as news that it told could be told again", async () => {
    // The database asks its own clock: no job's clock that ran ahead makes it forget.
    const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000);
    await aRun(daysAgo(40).toISOString().slice(0, 10), "accepted");
    expect(await forgetDigests(world.db, { days: 7, at: daysAgo(0) })).toBe(0);
  });
});
