import { Script } from "node:vm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { keyOf, renderingOf } from "~/http/rendering/kept-renderings.server";
import { cutAtMarks, marks } from "~/http/rendering/marks.server";
import { paths } from "~/paths";
import { aFlag, aNextVersion, anIssued, aStaff, type Staff, set, text } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

const awkward = `María </script><b> & "O'Neil" \u2028 \\u003c $& 日本`;

let world: World;
let site: Site;
let staff: Staff;
let number: string;
let cookies: Map<Member, string>;
let maria: Member;
let juan: Member;
let outsider: Member;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  staff = await aStaff(world);
  const bank = await anOrganisation(world, { kind: "institution" });
  maria = await aMember(world, { organisation: bank, roles: ["officer"], name: awkward });
  juan = await aMember(world, { organisation: bank, roles: ["officer"], name: "Juan" });
  outsider = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution", jurisdiction: "US" }),
    roles: ["officer"],
    name: "Ana",
  });
  cookies = new Map();
  for (const member of [maria, juan, outsider]) {
    cookies.set(member, (await aSession(world, member)).cookie);
  }
  const issued = await anIssued(world, staff, {
    redFlags: [
      aFlag(1, { text: text("Señal para todos", "Flag for everyone") }),
      aFlag(2, { text: text("Señal reservada", "Flag for few"), tlp: "AMBER" }),
    ],
    audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
  });
  number = issued.number;
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const pageOf = async (member: Member, path = paths.advisory("es", number)) => {
  const answer = await site.ask(path, { headers: { Cookie: cookies.get(member) ?? "" } });
  expect(answer.status).toBe(200);
  return { html: await answer.text(), policy: answer.headers.get("content-security-policy") ?? "" };
};
const escaped = (name: string) => renderToStaticMarkup(createElement("i", null, name)).slice(3, -4);
const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";

/** The strings that the browser is given to take the page over. */
function handedOver(html: string): unknown[] {
  const chunks = [...html.matchAll(/streamController\.enqueue\((".*?")\);?<\/script>/g)].map(([, literal]) =>
    String(JSON.parse(literal ?? '""')),
  );
  return JSON.parse(chunks.join("").split("\n")[0] ?? "[]");
}

const figure = async (name: string) =>
  Number(new RegExp(`^${name} (\\d+)$`, "m").exec(await (await site.ask("/metrics")).text())?.[1]);

/** How many of the pages asked for meanwhile were not rendered for it. */
async function reusedWhile(asked: () => Promise<unknown>) {
  const before = await figure("ribera_renderings_reused_total");
  await asked();
  return (await figure("ribera_renderings_reused_total")) - before;
}

describe("a page rendered once for readers of the same data", () => {
  test("bears each reader's own name, in its text and in what the browser is given, and no mark", async () => {
    for (const member of [maria, juan, maria]) {
      const { html } = await pageOf(member);
      expect(html).toContain(`>${escaped(member.name)}</a>`);
      expect(handedOver(html)).toContain(member.name);
      for (const mark of Object.values(marks)) expect(html).not.toContain(mark);
      for (const other of [maria, juan].filter((one) => one !== member)) {
        expect(html).not.toContain(escaped(other.name));
        expect(handedOver(html)).not.toContain(other.name);
      }
    }
  });

  test("is not rendered for the next of them, and is for whoever gets other data", async () => {
    await pageOf(maria);
    expect(await reusedWhile(() => pageOf(juan))).toBe(1);
    expect(await reusedWhile(() => pageOf(outsider))).toBe(0);
  });

  test("is never one of a member's own, though its data were the same", async () => {
    const own = [paths.today("es"), paths.me("es"), paths.myTokens("es")];
    for (const path of own) {
      await pageOf(maria, path);
      expect(await reusedWhile(() => pageOf(maria, path)), path).toBe(0);
    }
  });

  test("closes no script early, whatever a name holds", async () => {
    const { html } = await pageOf(maria);
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text ?? "");
    const handing = scripts.filter((text) => text.includes("enqueue"));
    expect(handing.some((text) => text.includes("María"))).toBe(true);
    // Read as JavaScript by what a browser takes for the whole of it.
    for (const text of handing) expect(() => new Script(text)).not.toThrow();
  });

  test("is that of its own address, though the data of another are the same", async () => {
    const at = (query: string) => pageOf(maria, `${paths.typologies("es")}?x=${query}`);
    const [one, other] = [await at("uno"), await at("otro")];
    expect([one.html.includes("x=uno"), one.html.includes("x=otro")]).toEqual([true, false]);
    expect([other.html.includes("x=uno"), other.html.includes("x=otro")]).toEqual([false, true]);
  });

  test("bears each time a nonce of its own, that of its policy", async () => {
    const [first, second] = [await pageOf(maria), await pageOf(maria)];
    expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy));
    for (const { html, policy } of [first, second]) {
      expect(new Set([...html.matchAll(/ nonce="([^"]*)"/g)].map(([, nonce]) => nonce))).toEqual(
        new Set([nonceOf(policy)]),
      );
    }
  });

  test("is the same page, sign by sign, to whoever takes gzip, brotli or neither", async () => {
    const pageAs = async (accepted: string) => {
      const headers = { Cookie: cookies.get(maria) ?? "", "Accept-Encoding": accepted };
      const answer = await site.ask(paths.advisory("es", number), { headers });
      const nonce = nonceOf(answer.headers.get("content-security-policy") ?? "-");
      return {
        page: (await answer.text()).replaceAll(nonce, ""),
        as: answer.headers.get("content-encoding"),
      };
    };
    await pageOf(maria);
    const plain = await pageAs("identity");
    expect(plain.page).toContain(escaped(awkward));
    expect([plain.as, (await pageAs("br")).as, (await pageAs("br, gzip;q=0")).as]).toEqual([
      null,
      "br",
      "br",
    ]);
    for (const accepted of ["gzip", "br", "gzip, deflate, br, zstd"]) {
      expect((await pageAs(accepted)).page, accepted).toBe(plain.page);
    }
    expect((await pageAs("gzip, br")).as).toBe("gzip");
  });

  test("is not given to a reader who may see less", async () => {
    expect((await pageOf(maria)).html).toContain("Señal reservada");
    const { html } = await pageOf(outsider);
    expect(html).toContain("Señal para todos");
    expect(html).not.toContain("Señal reservada");
  });

  test("is rendered again when what it says has changed, and in the other language", async () => {
    await pageOf(juan);
    expect((await pageOf(juan, paths.advisory("en", number))).html).toContain("Flag for everyone");
    await aNextVersion(world, staff, number, [set("title/es", "Aviso de prueba", "Otro título")]);
    expect((await pageOf(juan)).html).toContain("Otro título");
  });
});

describe("the key of a rendering", () => {
  const keyFor = (data: unknown) => keyOf({ url: "/es", language: "es", data });

  test("tells apart addresses and languages that have the same data", () => {
    const keys = [
      keyOf({ url: "/es", language: "es", data: 1 }),
      keyOf({ url: "/es?q=a", language: "es", data: 1 }),
      keyOf({ url: "/es", language: "en", data: 1 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("tells apart whatever a page could be rendered from", () => {
    const different = [
      {},
      { a: null },
      { a: 1 },
      { a: "1" },
      { a: new Date(1) },
      { a: new Date(2) },
      { a: [1] },
      { b: 1 },
    ];
    expect(new Set(different.map(keyFor)).size).toBe(different.length);
    expect(keyFor({ a: [new Date(3), "x"] })).toBe(keyFor({ a: [new Date(3), "x"] }));
  });

  test("is the same for the same number, however the compiler holds it", () => {
    const heldAsWhole = { a: 1 };
    const heldAsDouble = { a: 1.5 };
    heldAsDouble.a = 1;
    expect(keyFor(heldAsDouble)).toBe(keyFor(heldAsWhole));
  });

  test("does not exist for what JSON cannot tell apart", () => {
    const circle: { itself?: unknown } = {};
    circle.itself = circle;
    const untold = [
      Promise.resolve(1),
      () => 1,
      Symbol("a"),
      1n,
      Number.NaN,
      [undefined],
      new Map([["x", 1]]),
      new Set(["x"]),
      new URL("https://example.org"),
      circle,
    ];
    for (const a of untold) expect(keyFor({ a })).toBeUndefined();
  });
});

describe("a page that several ask for at once", () => {
  const source = (data: unknown) => ({ url: "/es", language: "es" as const, data });
  const drawn = (words: string) => async () => cutAtMarks(words);

  test("is rendered once, and is all of theirs", async () => {
    const path = `${paths.typologies("es")}?x=together`;
    const all = () => Promise.all([pageOf(maria, path), pageOf(juan, path), pageOf(maria, path)]);
    expect(await reusedWhile(all)).toBe(2);
  });

  test("is each one's own when it fails for the first", async () => {
    const data = "fails for the first";
    const isSound = () => true;
    const [first, second] = await Promise.allSettled([
      renderingOf(source(data), { render: () => Promise.reject(new Error("no")), isSound }),
      renderingOf(source(data), { render: drawn("theirs"), isSound }),
    ]);
    expect(first.status).toBe("rejected");
    expect(second).toMatchObject({ value: { again: false } });
  });

  test("is each one's own when something went wrong in the first's", async () => {
    const data = "unsound for the first";
    const [first, second] = await Promise.all([
      renderingOf(source(data), { render: drawn("broken"), isSound: () => false }),
      renderingOf(source(data), { render: drawn("whole"), isSound: () => true }),
    ]);
    const said = ({ rendering }: typeof first) => Buffer.concat(rendering.pieces).toString();
    expect([said(first), said(second)]).toEqual(["broken", "whole"]);
  });
});

test("a page holds no zero byte, wherever its accents fall", async () => {
  const said = "Señaló que así pagó él. ".repeat(400);
  for (const before of ["", "A", "Ab", "Abc"]) {
    const summary = text(before + said, before + "He said he paid like this. ".repeat(400));
    const { number: accented } = await anIssued(world, staff, { summary });
    const { html } = await pageOf(maria, paths.advisory("es", accented));
    expect(html).toContain(said.trim());
    expect(html).not.toContain("\0");
  }
});
