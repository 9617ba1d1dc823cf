import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mail } from "~/domain/digests/mail";
import { unsubscribeToken } from "~/domain/digests/unsubscribe-token.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import { secretKeys } from "~/http/secret-keys.server";
import { composeMail } from "../../emails/compose-mail";
import { digestComposer } from "../../emails/digests/compose-digest";
import { value } from "../support/desk";
import { growth, lookAt } from "../support/everything";
import { aDigest, kinds, taken } from "../support/mails";
import { aMember, anOrganisation } from "../support/people";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Programs that guard a mailbox open every link before its reader does, and browsers fetch ahead what they think will be pressed.

let world: World;
let site: Site;
let reader: Member;
let cookie: string;
const mails: [string, Mail][] = [];

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  const organisation = await anOrganisation(world, { kind: "institution" });
  reader = await aMember(world, { organisation, roles: ["administrator", "compliance-officer"] });
  ({ cookie } = await aSession(world, reader));
  const keys = await secretKeys();
  const invited = value(
    await inviteMember(world.db, {
      email: "nueva@banco.example",
      name: null,
      language: "es",
      roles: ["analyst"],
      by: reader,
      at: new Date(),
      key: keys("invitation"),
    }),
  );
  const { memberId } = reader;
  const address = {
    origin: "https://ribera.example",
    organiser: "ribera@ribera.example",
    tokenOf: () => invitationToken({ id: invited.id, generation: 1, key: keys("invitation") }),
    unsubscribeToken: (_: string, what: Parameters<typeof unsubscribeToken>[0]["what"]) =>
      unsubscribeToken({ memberId, what, key: keys("unsubscribe") }),
  };
  for (const language of ["es", "en"] as const) {
    for (const kind of kinds) {
      const notice = taken(kind, language);
      const recipient = { ...notice.recipient, memberId };
      mails.push([`${kind} (${language})`, await composeMail({ ...notice, recipient }, address)]);
    }
    const digest = aDigest(language);
    const recipient = { ...digest.recipient, memberId };
    mails.push([`digest (${language})`, await digestComposer(address)({ ...digest, recipient })]);
  }
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** Every address anywhere in a mail: on its page, in its text, its headers and what is attached. */
function linksIn({ html, text, headers = {}, attachments = [] }: Mail) {
  const files = attachments.map(({ content }) => content.replace(/\r\n /g, ""));
  const everything = [html, text, ...Object.values(headers), ...files].join(" ");
  return new Set(
    [...everything.matchAll(/https:\/\/ribera\.example([^\s"<>\\]*)/g)].map(([, path]) => path || "/"),
  );
}

const manners: [string, () => RequestInit][] = [
  ["GET", () => ({})],
  ["HEAD", () => ({ method: "HEAD" })],
  ["a prefetch", () => ({ headers: { "Sec-Purpose": "prefetch;prerender", Purpose: "prefetch" } })],
  [
    "a scanner's GET",
    () => ({ headers: { "User-Agent": "Mozilla/5.0 (compatible; SafeLinks)", Accept: "*/*" } }),
  ],
  // In the browser of its reader, who is signed in.
  ["the reader's own prefetch", () => ({ headers: { Cookie: cookie, "Sec-Purpose": "prefetch" } })],
];

describe("whoever follows every link of every mail by", () => {
  test.each(manners)("%s changes nothing at all", async (_, asked) => {
    const followed = new Set<string>();
    const everything = lookAt(world, { aside: [] });
    // A session is extended by its first use, and notes once a minute that it is used: not in the minutes that this takes on a slow machine.
    await site.ask("/es/today", { headers: { Cookie: cookie } });
    await world.owner`update sessions set last_seen_at = now() + interval '1 day'`;
    const before = await everything();
    for (const [kind, mail] of mails) {
      const links = linksIn(mail);
      expect(links.size, kind).toBeGreaterThan(0);
      for (const path of links) {
        if (followed.has(path)) continue;
        followed.add(path);
        const answer = await site.ask(path, asked());
        expect([200, 302, 303, 403, 404], `${kind}: ${path}`).toContain(answer.status);
        await answer.arrayBuffer();
      }
    }
    expect(followed.size).toBeGreaterThan(40);
    expect(growth(before, await everything())).toEqual({});
  });

  test("that comparison sees a change", async () => {
    const everything = lookAt(world, { aside: [] });
    const before = await everything();
    const stop = [
      ...linksIn(mails.find(([kind]) => kind === "digest (es)")?.[1] ?? ({ html: "", text: "" } as Mail)),
    ].find((path) => path.startsWith("/unsubscribe/"));
    await site.ask(stop ?? "", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(Object.keys(growth(before, await everything())).sort()).toEqual([
      "audit_events",
      "audit_head",
      "notice_choices",
    ]);
  });
});
