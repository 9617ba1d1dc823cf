import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import { clearLocalMail, listLocalMail, postLocally } from "~/domain/digests/local-mail.server";
import type { Mail, Post, Posted } from "~/domain/digests/mail";
import { postByResend } from "~/domain/digests/post-by-resend.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import type { NoticeAbout, NoticeKind, TakenNotice } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { asViewer, connect, type Pool } from "~db/client.server";
import { composeMail } from "../../../emails/compose-mail";
import { at, later, value } from "../../support/desk";
import { bothWays } from "../../support/outbox";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let arranging: Pool;
let bank: Awaited<ReturnType<typeof anOrganisation>>;
let administrator: Member;
beforeAll(async () => {
  arranging = connect(world.ownerUrl, { max: 1 });
  bank = await anOrganisation(world, { kind: "institution" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
});
afterAll(() => arranging.close());
beforeEach(() => world.owner`delete from notices`);

const key = new Uint8Array(32).fill(7);
const address = {
  origin: "https://ribera.example",
  organiser: "ribera@ribera.example",
  tokenOf: ({ id, generation }: { id: string; generation: number }) =>
    invitationToken({ id, generation, key }),
  unsubscribeToken: () => "STOP",
};
const compose = (notice: TakenNotice) => composeMail(notice, address);

/** A post that keeps what it is given, or answers as told. */
function aPost(answer: Posted | (() => never) = { ok: true }) {
  const sent: Mail[] = [];
  const post: Post = async (mail) => {
    sent.push(mail);
    return typeof answer === "function" ? answer() : answer;
  };
  return { sent, post };
}
const deliver = (post: Post, when = at) =>
  deliverNotices(world.db, { compose, ...bothWays(post), at: when, random: () => 0.5 });
/** As its owner: who may queue which notice is the wall's matter, not the delivery's. */
const queue = (memberId = administrator.memberId) =>
  arranging.db.transaction((tx) =>
    queueNotice(tx, { kind: "device-seen", to: { memberId }, about: { device: "Firefox, Linux" }, at }),
  );
const rows = () =>
  world.owner`select state, attempts, problem, next_attempt_at as next, address from notices order by queued_at, kind`;

let invited = 0;
async function anInvitation() {
  invited += 1;
  const email = `nueva-${invited}@banco.example`;
  const { id } = value(
    await inviteMember(world.db, {
      email,
      name: null,
      language: "es",
      roles: ["analyst"],
      by: administrator,
      at,
      key,
    }),
  );
  return { id, email };
}

describe("the outbox", () => {
  test("sends a notice once, to the address as it is at that moment", async () => {
    await queue();
    await world.owner`update members set email = 'nueva@banco.example' where id = ${administrator.memberId}`;
    const { sent, post } = aPost();
    expect(await deliver(post)).toMatchObject({ sent: 1 });
    expect(await deliver(post, later(60))).toMatchObject({ sent: 0 });
    expect(sent.map(({ to }) => to)).toEqual(["nueva@banco.example"]);
  });

  test("holds nothing of an act that was taken back", async () => {
    const failed = asViewer(world.db, administrator, async (tx) => {
      await queueNotice(tx, {
        kind: "roles-changed",
        to: administrator,
        about: { by: administrator.memberId },
        at,
      });
      throw new Error("taken back");
    });
    await expect(failed).rejects.toThrow("taken back");
    expect(await rows()).toEqual([]);
  });

  test("is shared by many processes without a notice being sent twice", async () => {
    for (let i = 0; i < 40; i++) await queue();
    const { sent, post } = aPost();
    await Promise.all([deliver(post), deliver(post), deliver(post), deliver(post)]);
    await deliver(post);
    expect(sent).toHaveLength(40);
    expect(new Set(sent.map((mail) => mail.key)).size).toBe(40);
  });

  test("is not waited for while another process takes from it", async () => {
    await queue();
    const { sent, post } = aPost();
    await world.owner.begin(async (other) => {
      const until = later(5).toISOString();
      const taken =
        await other`select id from notices_take(${at.toISOString()}::timestamptz, ${until}::timestamptz, 'new', 25)`;
      expect(taken).toHaveLength(1);
      expect(await deliver(post)).toMatchObject({ sent: 0 });
    });
    expect(await deliver(post)).toMatchObject({ sent: 0 });
    expect(sent).toEqual([]);
  });

  test("gives what a process that died had taken to the next one, under the same key and in the same words", async () => {
    const { email } = await anInvitation();
    const seen: Mail[] = [];
    const dying = deliver(async (mail) => {
      seen.push(mail);
      // The mail went out; what would be written afterwards is lost.
      await world.owner`update notices set state = 'queued', attempts = 1, next_attempt_at = ${later(5)}`;
      return { ok: true };
    });
    await dying;
    await world.owner`update notices set state = 'queued', address = ${email}, sent_at = null, next_attempt_at = ${later(5)}`;
    const { sent, post } = aPost();
    expect(await deliver(post, later(4))).toMatchObject({ sent: 0 });
    expect(await deliver(post, later(6))).toMatchObject({ sent: 1 });
    expect(sent).toEqual(seen);
  });

  test("tries again, ever later, when what it met will pass, and never when it will not", async () => {
    await queue();
    const busy = aPost({ ok: false, again: "later", inDoubt: false, problem: "rate_limit_exceeded" });
    const pauses: number[] = [];
    let when = at;
    for (let i = 0; i < 18; i++) {
      await deliver(busy.post, when);
      const [row] = await rows();
      if (row?.state === "queued") pauses.push(row.next.getTime() - when.getTime());
      when = row?.next;
    }
    expect(busy.sent).toHaveLength(18);
    expect(pauses.slice(0, 3)).toEqual([15_000, 30_000, 60_000]);
    expect(Math.max(...pauses)).toBe(6 * 3_600_000);
    expect(await rows()).toMatchObject([{ state: "failed", problem: "rate_limit_exceeded" }]);

    await world.owner`delete from notices`;
    await queue();
    expect(
      await deliver(aPost({ ok: false, again: "never", inDoubt: false, problem: "validation_error" }).post),
    ).toMatchObject({ failed: 1 });
    expect(await deliver(aPost().post, later(600))).toMatchObject({ sent: 0 });
  });

  test("waits as long as the service asks, where that is longer", async () => {
    await queue();
    const busy = { ok: false, again: "later", inDoubt: false, problem: "rate_limit_exceeded" } as const;
    await deliver(aPost({ ...busy, afterMs: 90_000 }).post);
    expect((await rows())[0]?.next.getTime()).toBe(at.getTime() + 90_000);
  });

  test("sends what may have gone out again only while its key holds: a day after the first doubt it is uncertain", async () => {
    await queue();
    const lost = aPost({ ok: false, again: "later", inDoubt: true, problem: "application_error" });
    await deliver(lost.post);
    const doubt = later(0);
    expect(await deliver(lost.post, later(60 * 22))).toMatchObject({ queued: 1 });
    const { sent, post } = aPost();
    await world.owner`update notices set next_attempt_at = ${later(60 * 23 + 1)}`;
    expect(await deliver(post, later(60 * 23 + 1))).toMatchObject({ uncertain: 1, sent: 0 });
    expect(sent).toEqual([]);
    expect(await world.owner`select state, doubt_since from notices`).toEqual([
      { state: "uncertain", doubt_since: doubt },
    ]);
  });

  test("counts an attempt whose end nobody wrote down as one that may have gone out", async () => {
    await queue();
    const until = later(5).toISOString();
    await world.owner`select id from notices_take(${at.toISOString()}::timestamptz, ${until}::timestamptz, 'new', 25)`;
    expect(await deliver(aPost().post, later(60 * 24))).toMatchObject({ uncertain: 1, sent: 0 });
  });

  test("sends what surely did not go out however late, and without a doubt it fails", async () => {
    await queue();
    const busy = aPost({ ok: false, again: "later", inDoubt: false, problem: "rate_limit_exceeded" });
    await deliver(busy.post);
    expect(await deliver(aPost().post, later(60 * 48))).toMatchObject({ sent: 1 });
  });

  test("forgets an address without a member once the mail is away", async () => {
    const { email } = await anInvitation();
    expect((await rows())[0]?.address).toBe(email);
    await deliver(aPost().post);
    expect((await rows())[0]?.address).toBe("");
  });
});

describe("at the moment of sending, nothing goes to", () => {
  const dropped = async (problem: string) => {
    const { sent, post } = aPost();
    await deliver(post);
    expect(sent).toEqual([]);
    expect(await rows()).toMatchObject([{ state: "dropped", problem }]);
  };

  test("a member who has left", async () => {
    const leaver = await aMember(world, { organisation: bank });
    await queue(leaver.memberId);
    await world.owner`update members set left_at = now() where id = ${leaver.memberId}`;
    await dropped("left");
  });

  test.each(["suspended", "revoked"])(
    "a member of an organisation that is %s, but the news of it",
    async (vetting) => {
      const shut = await anOrganisation(world, { kind: "institution", vetting });
      const { memberId } = await aMember(world, { organisation: shut, roles: ["administrator"] });
      await queue(memberId);
      await dropped("shut_out");
      await arranging.db.transaction((tx) =>
        queueNotice(tx, {
          kind: "organisation-suspended",
          to: { memberId },
          about: { organisationId: shut.id },
          at,
        }),
      );
      expect(await deliver(aPost().post)).toMatchObject({ sent: 1 });
    },
  );

  test("a member of an organisation whose vetting ran out, but what tells of that and of their own access", async () => {
    const expired = await anOrganisation(world, { kind: "institution", vetting: "expired" });
    const { memberId } = await aMember(world, { organisation: expired, roles: ["compliance-officer"] });
    const organisationId = expired.id;
    const tell = <Kind extends NoticeKind>(kind: Kind, about: NoticeAbout[Kind]) =>
      arranging.db.transaction((tx) => queueNotice(tx, { kind, to: { memberId }, about, at }));
    await tell("question-answered", { questionId: randomUUID() });
    await tell("red-flags-due", { redFlags: 1, until: "2026-11-25" });
    await tell("question-asked", { questionId: randomUUID() });
    await tell("red-flags-assigned", { redFlags: 1 });
    await tell("round-opened", { organisationId, roundId: randomUUID(), closesAt: later(60).toISOString() });
    await tell("confidential-news", { roundtableId: randomUUID() });
    const { sent, post } = aPost();
    expect(await deliver(post)).toMatchObject({ dropped: 6, sent: 0 });
    await tell("vetting-ended", { organisationId });
    await tell("device-seen", { device: "Firefox" });
    expect(await deliver(post)).toMatchObject({ sent: 2 });
    expect(sent.map(({ kind }) => kind).sort()).toEqual(["device-seen", "vetting-ended"]);
  });

  test("whose invitation was withdrawn", async () => {
    const { id } = await anInvitation();
    await world.owner`update invitations set withdrawn_at = now() where id = ${id}`;
    await dropped("invitation_closed");
  });

  test("whoever is told a link that a newer one has replaced", async () => {
    const { id } = await anInvitation();
    await world.owner`update invitations set generation = 2 where id = ${id}`;
    await dropped("newer_link");
  });

  test("a member who does not want that kind, and always what touches their access", async () => {
    const { memberId } = administrator;
    const { id } = await anInvitation();
    await world.owner`delete from notices`;
    for (const kind of ["invitation-accepted", "device-seen"])
      await world.owner`insert into notice_choices values (${memberId}, ${kind}, 'never', now())`;
    await arranging.db.transaction((tx) =>
      queueNotice(tx, { kind: "invitation-accepted", to: { memberId }, about: { invitationId: id }, at }),
    );
    await dropped("not_wanted");
    await queue();
    expect(await deliver(aPost().post)).toMatchObject({ sent: 1 });
    await world.owner`delete from notice_choices`;
  });
});

describe("the local mailbox", () => {
  test("takes nothing where there is no demo, each mail once where there is", async () => {
    await queue();
    await deliver(postLocally(world.db, at));
    expect(await listLocalMail(world.db)).toEqual([]);

    await world.owner`insert into demo_personas values ('somebody', ${administrator.memberId}, 0)`;
    const { email } = await anInvitation();
    await deliver(async (mail) => {
      await postLocally(world.db, at)(mail);
      return postLocally(world.db, at)(mail);
    });
    const kept = await listLocalMail(world.db);
    expect(kept).toMatchObject([{ to: email, kind: "member-invited", sentAt: at.toISOString() }]);
    expect(kept[0]?.text).toMatch(/https:\/\/ribera\.example\/es\/invitations\/[\w-]{43}/);
    await clearLocalMail(world.db);
    expect(await listLocalMail(world.db)).toEqual([]);
    await world.owner`delete from demo_personas`;
  });
});

describe("Resend", () => {
  let asked: { key: string | undefined; body: unknown }[] = [];
  let answers: [number, unknown][] = [];
  let headers: Record<string, string> = {};
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push({ key: request.headers["idempotency-key"]?.toString(), body: JSON.parse(body) });
      const [status, answer] = answers.shift() ?? [200, { id: "x" }];
      response
        .writeHead(status, { "Content-Type": "application/json", ...headers })
        .end(JSON.stringify(answer));
    });
  });
  let post: Post;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const listening = server.address();
    const port = typeof listening === "object" && listening ? listening.port : 0;
    post = postByResend({
      apiKey: "re_test",
      baseUrl: `http://127.0.0.1:${port}`,
      from: "Ribera <ribera@example.org>",
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  afterEach(() => {
    asked = [];
    answers = [];
    headers = {};
  });
  const mail: Mail = {
    key: "k-1",
    kind: "x",
    to: "a@b.mx",
    language: "es",
    subject: "S",
    html: "<p>x</p>",
    text: "x",
  };

  test("is given the same key at every attempt, and both forms of the mail", async () => {
    await post(mail);
    await post(mail);
    expect(asked.map((one) => one.key)).toEqual(["k-1", "k-1"]);
    expect(asked[0]?.body).toMatchObject({ to: "a@b.mx", subject: "S", html: "<p>x</p>", text: "x" });
  });

  test.each([
    [429, "rate_limit_exceeded", "later", false],
    [500, "internal_server_error", "later", true],
    [401, "invalid_api_key", "later", false],
    [429, "daily_quota_exceeded", "later", false],
    [409, "concurrent_idempotent_requests", "later", true],
    [422, "validation_error", "never", false],
  ])("answering %i %s is tried again %s, in doubt: %s", async (status, name, again, inDoubt) => {
    answers = [[status, { name, message: "no", statusCode: status }]];
    expect(await post(mail)).toEqual({ ok: false, again, inDoubt, problem: name });
  });

  test("answering in words of something between is in doubt", async () => {
    answers = [[502, { error: "bad gateway" }]];
    expect(await post(mail)).toEqual({ ok: false, again: "later", inDoubt: true, problem: "unknown" });
  });

  test.each([
    ["30", 30_000],
    ["Sun, 22 Nov 2026 12:00:45 GMT", 45_000],
    ["soon", undefined],
  ])("that wants to be left alone (Retry-After: %s) is", async (asked, afterMs) => {
    headers = { "Retry-After": asked, Date: "Sun, 22 Nov 2026 12:00:00 GMT" };
    answers = [[429, { name: "rate_limit_exceeded", message: "no", statusCode: 429 }]];
    const answer = await post(mail);
    expect(answer.ok ? undefined : answer.afterMs).toBe(afterMs);
  });

  test("that has already sent a mail of this key with other words has sent it", async () => {
    answers = [[409, { name: "invalid_idempotent_request", message: "no", statusCode: 409 }]];
    expect(await post(mail)).toEqual({ ok: true });
  });

  test("that cannot be reached is tried again", async () => {
    const nowhere = postByResend({ apiKey: "re_test", baseUrl: "http://127.0.0.1:1", from: "x@y.mx" });
    expect(await nowhere(mail)).toMatchObject({ ok: false, again: "later" });
  });
});
