import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { endSession } from "~/domain/auth/end-session.server";
import { findSession } from "~/domain/auth/find-session.server";
import { notePresence } from "~/domain/drafts/note-presence.server";
import type { Member } from "~/domain/members/viewer";
import { endMembership } from "~/domain/people/end-membership.server";
import { paths } from "~/paths";
import { hearingName } from "~db/hearing.server";
import { aDraft, aStaff, type Staff, save, set, value } from "../support/desk";
import { aListener } from "../support/listener";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Two sites over one database, each with its own connections: what happens at one is heard at the other.

let world: World;
let here: Site;
let there: Site;
let staff: Staff;
let draftId: string;
let events: string;

beforeAll(async () => {
  world = await freshDatabase();
  here = await aSite(world);
  there = await aSite(world);
  staff = await aStaff(world);
  draftId = (await aDraft(world, staff)).id;
  events = paths.draftPart("es", draftId, "events");
});
afterAll(async () => {
  await here.close();
  await there.close();
  await world.close();
});

const cookieOf = async (member: Member) => ({ Cookie: (await aSession(world, member)).cookie });

let written = "Un resumen.";
let times = 0;
const write = async (by = staff.analyst) => {
  times += 1;
  const words = `Palabras nunca dichas ${times}`;
  value(await save(world, by, draftId, [set("summary/es", written, words)]));
  written = words;
};

/** A listener that has heard how the draft stands. */
async function listening(member: Member, site = there) {
  const headers = await cookieOf(member);
  const listener = await aListener(site, events, headers);
  const first = await listener.next();
  return { ...listener, first, headers };
}

describe("an open draft page", () => {
  test("hears from another process that something changed, and not what was written", async () => {
    const { next, first, leave } = await listening(staff.legal);
    await write();
    const heard = await next();
    expect(heard?.name).toBe("draft");
    expect(heard?.id).not.toBe(first?.id);
    expect(JSON.stringify(heard)).not.toContain("Palabras");
    leave();
  });

  test("hears who comes, and where they write", async () => {
    const { next, leave } = await listening(staff.legal);
    await notePresence(world.db, { draftId, path: "summary/es", by: staff.en, at: new Date() });
    expect((await next())?.body).toMatchObject({
      others: [{ memberId: staff.en.memberId, path: "summary/es" }],
    });
    leave();
  });

  test("that was away hears at once what it missed, and nothing when it missed nothing", async () => {
    const { first, headers, leave } = await listening(staff.legal);
    leave();
    const same = await aListener(there, events, { ...headers, "Last-Event-ID": first?.id ?? "" });
    await write();
    const later = await same.next();
    expect(later?.id).not.toBe(first?.id);
    same.leave();
    const missed = await aListener(there, events, { ...headers, "Last-Event-ID": first?.id ?? "" });
    expect((await missed.next())?.id).toBe(later?.id);
    missed.leave();
  });

  test("hears what was said while the process had lost its connection", async () => {
    const { next, leave } = await listening(staff.legal);
    await world.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${hearingName} and datname = current_database()`;
    await write();
    expect((await next())?.name).toBe("draft");
    leave();
  });
});

test("whatever changes a draft or ends an access is announced, by ids alone", async () => {
  const said = new Set<string>();
  const ear = postgres(world.ownerUrl, { max: 1, onnotice: () => {} });
  await ear.listen("ribera_live", (payload) => said.add(payload));
  const leaver = await aMember(world, { organisation: staff.authority, roles: ["analyst"] });
  const cookies = (await cookieOf(leaver)).Cookie;
  const session = await findSession(world.db, { cookies, secure: false, idleMinutes: 60 });
  await aToken(world, staff.publisher);
  const other = await anOrganisation(world);

  await write();
  value(await endMembership(world.db, { memberId: leaver.memberId, by: leaver, at: new Date() }));
  await world.owner`update api_tokens set revoked_at = now() where member_id = ${staff.publisher.memberId}`;
  await world.owner`update organisations set vetting = 'suspended' where id = ${other.id}`;
  // Heard in the order of saying: with the last one here, all are.
  const last = `organisation:${other.id}`;
  while (!said.has(last)) await ear`select 1`;

  expect([...said]).toEqual(
    expect.arrayContaining([
      `draft:${draftId}`,
      `member:${leaver.memberId}`,
      `session:${session?.sessionId}`,
      `member:${staff.publisher.memberId}`,
      last,
    ]),
  );
  for (const payload of said) expect(payload).toMatch(/^(draft|session|member|organisation):[0-9a-f-]{36}$/);
  await ear.end();
});

describe("a stream", () => {
  test("is for whoever may read the draft, and for others there is none", async () => {
    const rival = await aStaff(world);
    const bank = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "institution" }),
      roles: ["analyst"],
    });
    const status = async (headers: Record<string, string>, path = events) =>
      (await here.ask(path, { headers })).status;
    expect(await status(await cookieOf(rival.analyst))).toBe(404);
    expect(
      await status(
        await cookieOf(staff.analyst),
        paths.draftPart("es", "0b8f6f0e-3f0e-4a53-9b8e-2b7a7f6f6f6f", "events"),
      ),
    ).toBe(404);
    expect(await status(await cookieOf(bank))).toBe(403);
    expect(await status({})).toBe(302);
  });

  test("is kept by nobody on the way", async () => {
    const { headers, leave } = await listening(staff.legal);
    const answer = await aListener(there, events, headers);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("content-encoding")).toBeNull();
    answer.leave();
    leave();
  });

  test("is one of four of the same member, and a HEAD is none", async () => {
    const cookie = await cookieOf(staff.es);
    for (let n = 0; n < 5; n++) await there.ask(events, { method: "HEAD", headers: cookie });
    const open = [];
    for (let n = 0; n < 4; n++) {
      const listener = await aListener(there, events, cookie);
      await listener.next();
      open.push(listener);
    }
    expect((await there.ask(events, { headers: cookie })).status).toBe(429);
    const figures = await (await there.ask("/metrics")).text();
    expect(figures).toMatch(/^ribera_live_streams [4-9]/m);
    expect(figures).toMatch(/^ribera_live_streams_refused_total [1-9]/m);
    expect(figures).toMatch(/^ribera_live_streams_looking \d/m);
    expect((await aListener(there, events, await cookieOf(staff.en))).status).toBe(200);
    for (const { leave } of open) leave();
  });
});

describe("a stream ends by itself, in whichever process, when", () => {
  test("its session ends", async () => {
    const { next, headers } = await listening(staff.approver);
    await endSession(world.db, { cookies: headers.Cookie, secure: false, idleMinutes: 60, at: new Date() });
    expect((await next())?.name).toBe("ended");
    expect(await next()).toBeUndefined();
  });

  test("the member ends all other sessions, and the one that asked goes on", async () => {
    const lost = await listening(staff.approver);
    const kept = await listening(staff.approver, here);
    const session = await findSession(world.db, {
      cookies: kept.headers.Cookie,
      secure: false,
      idleMinutes: 60,
    });
    await endOtherSessions(world.db, {
      by: { memberId: staff.approver.memberId, sessionId: session?.sessionId ?? "" },
      at: new Date(),
    });
    expect((await lost.next())?.name).toBe("ended");
    await write();
    expect((await kept.next())?.name).toBe("draft");
    kept.leave();
  });

  test("the member leaves", async () => {
    const leaver = await aMember(world, { organisation: staff.authority, roles: ["analyst"] });
    const { next } = await listening(leaver);
    value(await endMembership(world.db, { memberId: leaver.memberId, by: leaver, at: new Date() }));
    expect((await next())?.name).toBe("ended");
    expect(await next()).toBeUndefined();
  });

  test("its token is revoked", async () => {
    const token = await aToken(world, staff.publisher);
    const { next } = await aListener(there, events, { Authorization: `Bearer ${token}` });
    expect((await next())?.name).toBe("draft");
    await world.owner`update api_tokens set revoked_at = now() where member_id = ${staff.publisher.memberId}`;
    expect((await next())?.name).toBe("ended");
  });

  test("the draft is no longer its reader's to read", async () => {
    const mine = await aDraft(world, staff);
    const partner = await aStaff(world);
    await world.owner`update drafts set authorities = authorities || ${partner.authority.id}::uuid where id = ${mine.id}`;
    const { next } = await aListener(
      there,
      paths.draftPart("es", mine.id, "events"),
      await cookieOf(partner.analyst),
    );
    expect((await next())?.name).toBe("draft");
    await world.owner`
      update drafts set authorities = array_remove(authorities, ${partner.authority.id}::uuid), revision = revision + 1 where id = ${mine.id}`;
    expect((await next())?.name).toBe("ended");
  });

  test.each(["suspended", "revoked", "expired"])("the organisation is %s", async (state) => {
    const other = await aStaff(world);
    const mine = await aDraft(world, other);
    const { next } = await aListener(
      there,
      paths.draftPart("es", mine.id, "events"),
      await cookieOf(other.legal),
    );
    expect((await next())?.name).toBe("draft");
    await world.owner`update organisations set vetting = ${state} where id = ${other.authority.id}`;
    expect((await next())?.name).toBe("ended");
    expect(await next()).toBeUndefined();
  });

  test("the server stops, without a word, so that the browser goes to another process", async () => {
    const third = await aSite(world);
    const { next } = await listening(staff.legal, third);
    const [closed, last] = await Promise.all([third.close(), next()]);
    expect([closed, last]).toEqual([undefined, undefined]);
  });
});
