import { randomBytes } from "node:crypto";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdvisoryContent, Tlp } from "~/domain/advisories/advisory.form";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { makeFeedAddress } from "~/domain/auth/make-feed-address.server";
import { listFeedAddresses } from "~/domain/auth/own-sign-in.server";
import { revokeCalendarAddress } from "~/domain/auth/revoke-calendar-address.server";
import { revokeFeedAddress } from "~/domain/auth/revoke-feed-address.server";
import type { Member } from "~/domain/members/viewer";
import { endMembership } from "~/domain/people/end-membership.server";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { aNextVersion, anIssued, aStaff, later, reasonOf, type Staff, text, value } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSite, type Site } from "../support/site";
import { aBank } from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

/** In what is written, the public one; whoever asks asks elsewhere. */
const { origin } = env();
let world: World;
let site: Site;
let staff: Staff;
/** Of an institution in Mexico. */
let reader: Member;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  staff = await aStaff(world);
  reader = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution", jurisdiction: "MX" }),
    roles: ["compliance-officer"],
  });
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const address = async (by: Member) =>
  value(await makeFeedAddress(world.db, { by, name: "Lector", secret: randomBytes(32), at: new Date() }))
    .token;

type Entry = {
  id: string;
  title: string | { "#text": string; "@_xml:lang": string };
  updated: string;
  link: { "@_href": string };
  category: { "@_term": string };
  content: { "#text": string; "@_type": string };
};

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "entry" });

async function read(path: string, headers: Record<string, string> = {}) {
  const answer = await site.ask(path, { headers });
  const file = await answer.text();
  expect(answer.status, path).toBe(200);
  expect(XMLValidator.validate(file)).toBe(true);
  const { feed } = parser.parse(file);
  return { file, feed, headers: answer.headers, entries: (feed.entry ?? []) as Entry[] };
}
const about = (entries: Entry[], number: string) =>
  entries.filter(({ title, link }) => `${JSON.stringify(title)} ${link["@_href"]}`.includes(number));

const everyoneIn = (jurisdictions: string[]): Partial<AdvisoryContent> => ({
  audience: { jurisdictions, sectors: [], organisations: [], members: [] },
});
const issue = (title: string, given: Partial<AdvisoryContent> = {}) =>
  anIssued(world, staff, {
    title: text(title, `${title} (en)`),
    summary: text(`Resumen de ${title}.`, `Summary of ${title}.`),
    ...given,
  });

describe("the public feed", () => {
  test("tells in each language what everyone may read, at once when it is published, and keeps what is restricted to itself", async () => {
    const before = await read(paths.feed("es"));
    const open = await issue("Aviso abierto");
    const restricted = await issue("Aviso reservado", { tlp: "GREEN", ...everyoneIn(["MX"]) });
    const es = await read(paths.feed("es"));
    expect(es.entries).toHaveLength(before.entries.length + 1);
    expect(about(es.entries, open.number)).toMatchObject([
      { title: `${open.number} · Aviso abierto`, category: { "@_term": "TLP:CLEAR" } },
    ]);
    expect(es.file).toContain("Resumen de Aviso abierto.");
    expect(es.file).not.toContain("reservado");
    expect(es.file).not.toContain(restricted.number);
    expect(es.feed["@_xml:lang"]).toBe("es-MX");
    expect(es.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const en = await read(paths.feed("en"));
    expect(en.feed["@_xml:lang"]).toBe("en-US");
    expect(about(en.entries, open.number)).toMatchObject([{ title: `${open.number} · Aviso abierto (en)` }]);
  });

  test("holds what a reader of feeds needs: ids that are each one's own, instants, and addresses that open", async () => {
    const { feed, entries } = await read(paths.feed("en"));
    expect(feed.id).toBe(origin + paths.feed("en"));
    expect(feed.updated).toBe(entries[0]?.updated);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const instants = entries.map(({ updated }) => updated);
    expect(instants).toEqual([...instants].sort().reverse());
    for (const { link } of entries)
      expect((await site.ask(link["@_href"].replace(origin, ""))).status).toBe(200);
  });

  test("tells each version with what changed in it, and of what is out of force that alone", async () => {
    const amended = await issue("Aviso modificado");
    await aNextVersion(world, staff, amended.number);
    const versions = about((await read(paths.feed("es"))).entries, amended.number);
    expect(versions.map(({ link }) => link["@_href"]).sort()).toEqual(
      [1, 2].map((n) => origin + paths.version("es", amended.number, n)),
    );
    expect(JSON.stringify(versions)).toContain("Se precisa el texto.");

    const withdrawn = await issue("Aviso retirado");
    const superseded = await issue("Aviso sustituido");
    const by = staff.publisher;
    const reason = text("Se emitió por error.", "It was issued by mistake.");
    value(await withdrawAdvisory(world.db, { number: withdrawn.number, reason, by, at: later(5) }));
    const replacement = amended.number;
    value(await supersedeAdvisory(world.db, { number: superseded.number, replacement, by, at: later(6) }));
    const { entries, file } = await read(paths.feed("es"));
    expect(entries.slice(0, 2).map(({ id, updated }) => [id, updated])).toEqual([
      [`${origin}${paths.advisory("es", superseded.number)}#superseded`, later(6).toISOString()],
      [`${origin}${paths.advisory("es", withdrawn.number)}#withdrawn`, later(5).toISOString()],
    ]);
    expect(about(entries, withdrawn.number)).toHaveLength(1);
    expect(file).toContain("Se emitió por error.");
    expect(file).not.toContain("Resumen de Aviso retirado.");
  });

  test("can be read whatever somebody wrote in a title", async () => {
    const odd = "Título \u0001<b>&amp; ]]> \uFFFF «x»";
    const { number } = await issue("Raro", { title: text(odd, odd) });
    const [entry] = about((await read(paths.feed("es"))).entries, number);
    expect(entry?.title).toBe(`${number} · Título <b>&amp; ]]>  «x»`);
  });

  test("tells who signs in or shows a token what they may read, and is kept by nobody on the way then", async () => {
    const { number } = await issue("Aviso para bancos", { tlp: "AMBER", ...everyoneIn(["MX"]) });
    const Authorization = `Bearer ${await aToken(world, reader)}`;
    const own = await read(paths.feed("es"), { Authorization });
    expect(about(own.entries, number)).toHaveLength(1);
    expect(own.headers.get("cache-control")).toBe("private, no-store");
    expect(about((await read(paths.feed("es"))).entries, number)).toEqual([]);
  });
});

describe("a member's own feed", () => {
  test("tells what they may read just then: above CLEAR no more than number and title, where a label keeps those too only that something awaits", async () => {
    const own = paths.ownFeed(await address(reader));
    const labels: Tlp[] = ["GREEN", "AMBER", "AMBER+STRICT"];
    const made = new Map<Tlp, string>();
    for (const tlp of labels)
      made.set(tlp, (await issue(`Secreto ${tlp}`, { tlp, ...everyoneIn(["MX"]) })).number);
    const elsewhere = await issue("Secreto ajeno", { tlp: "GREEN", ...everyoneIn(["US"]) });

    const { file, entries, feed } = await read(own);
    for (const tlp of ["GREEN", "AMBER"] as const)
      expect(about(entries, made.get(tlp) ?? "none")).toMatchObject([
        { title: `${made.get(tlp)} · Secreto ${tlp}`, category: { "@_term": `TLP:${tlp}` } },
      ]);
    expect(file).not.toContain("Resumen de Secreto");
    expect(file).not.toContain("Secreto AMBER+STRICT");
    expect(file).not.toContain(made.get("AMBER+STRICT"));
    const unnamed = entries.filter(({ id }) => id.startsWith("urn:uuid:"));
    expect(unnamed).toMatchObject([
      {
        title: "Hay una novedad que le espera en Ribera",
        link: { "@_href": origin + paths.today("es") },
      },
    ]);
    expect(file).not.toContain(elsewhere.number);
    // The secret stands nowhere in what programs keep and pass on.
    expect(file).not.toContain(own);
    expect(feed.link["@_rel"]).toBe("alternate");

    await world.owner`update advisories set audience = ${world.owner.json(everyoneIn(["US"]).audience ?? {})} where number = ${made.get("GREEN") ?? ""}`;
    const after = await read(own);
    expect(about(after.entries, made.get("GREEN") ?? "none")).toEqual([]);
  });

  test("is in their language, kept by nobody on the way, and leads no search engine", async () => {
    const english = await aMember(world, { language: "en" });
    const { feed, headers } = await read(paths.ownFeed(await address(english)));
    expect(feed["@_xml:lang"]).toBe("en-US");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
  });

  test("ends with its revocation, their leaving and their organisation's standing, and then answers like an address that never was", async () => {
    const seen = async (path: string) => {
      const answer = await site.ask(path);
      const page = (await answer.text())
        .replace(/nonce="[^"]*"|[0-9a-f]{10}-[0-9a-z]+/g, "")
        .replaceAll(path, "");
      return { status: answer.status, type: answer.headers.get("content-type"), page };
    };
    const nowhere = await seen("/feeds/never-was-anything-here");
    expect(nowhere.status).toBe(404);

    const revoked = await address(reader);
    const [row] = await listFeedAddresses(world.db, reader);
    const end = (by: Member) => ({ by, addressId: row?.id ?? "", at: new Date() });
    expect(reasonOf(await revokeFeedAddress(world.db, end(staff.legal)))).toBe("not_found");
    // What opens dates is revoked at its own place.
    expect(reasonOf(await revokeCalendarAddress(world.db, end(reader)))).toBe("not_found");
    expect((await seen(paths.ownFeed(revoked))).status).toBe(200);
    value(await revokeFeedAddress(world.db, end(reader)));

    const bank = await aBank(world, "vetted");
    const expired = await address(bank.administrator);
    await world.owner`update organisations set vetting = 'expired' where id = ${bank.id}`;
    const leaver = await aMember(world, { organisation: staff.authority });
    const left = await address(leaver);
    value(await endMembership(world.db, { memberId: leaver.memberId, by: leaver, at: new Date() }));
    const dates = value(
      await makeCalendarAddress(world.db, {
        by: reader,
        name: "Outlook",
        secret: randomBytes(32),
        at: new Date(),
      }),
    ).token;
    for (const token of [randomBytes(32).toString("base64url"), "x", revoked, expired, left, dates])
      expect(await seen(paths.ownFeed(token))).toEqual(nowhere);
    expect((await seen(paths.calendar(await address(reader)))).status).toBe(404);
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
    expect((await seen(paths.ownFeed(expired))).status).toBe(200);
  });

  test("is told of to its owner by mail, and its making and its end stand in the audit log", async () => {
    const maker = await aMember(world);
    await address(maker);
    const [row] = await listFeedAddresses(world.db, maker);
    value(await revokeFeedAddress(world.db, { by: maker, addressId: row?.id ?? "", at: new Date() }));
    const notices = await world.owner`select kind from notices where member_id = ${maker.memberId}`;
    expect(notices.map(({ kind }) => kind)).toEqual(["feed-address-made"]);
    const events =
      await world.owner`select action from audit_events where subject_id = ${maker.memberId} order by seq`;
    expect(events.map(({ action }) => action)).toEqual(["feed_address.made", "feed_address.revoked"]);
  });
});
