import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { env } from "~/env.server";
import { aMember } from "../support/people";
import { aSiteOf } from "../support/site";
import { aBank } from "../support/vetting";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);

const signOut = (headers: Record<string, string>) => site.ask("/es/sign-out", { method: "POST", headers });
const cookie = { Cookie: "ribera_session=abc" };

describe("a write", () => {
  test("from our own pages is carried out", async () => {
    expect((await signOut({ ...cookie, Origin: site.origin })).status).toBe(302);
    expect((await signOut({ ...cookie, "Sec-Fetch-Site": "same-origin" })).status).toBe(302);
  });

  test("from the public origin is carried out behind a proxy that rewrites the Host", async () => {
    expect((await signOut({ ...cookie, Origin: env().origin })).status).toBe(302);
  });

  test.each([
    ["another site", { Origin: "https://example.org" }],
    ["a sandboxed frame", { Origin: "null" }],
    ["a name that begins like ours", { Origin: "http://127.0.0.1.example.org" }],
    ["another port of this machine", { Origin: "http://127.0.0.1:1" }],
    ["another site, by what the browser says of it", { "Sec-Fetch-Site": "cross-site" }],
    ["a sister site", { "Sec-Fetch-Site": "same-site" }],
    ["nowhere, with a cookie", {}],
  ])("from %s is refused in the reader's language", async (_, headers: Record<string, string>) => {
    const answer = await signOut({ ...cookie, ...headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-language")).toBe("es");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).toContain("Esto no le está permitido");
  });

  test("that carries a bearer token beside a cookie is held to the origin all the same", async () => {
    const answer = await signOut({ ...cookie, Authorization: "Bearer x", Origin: "https://example.org" });
    expect(answer.status).toBe(403);
  });

  test("a program's refusal is a problem document in the language it accepts", async () => {
    const answer = await site.ask("/api/v1/advisories", {
      method: "POST",
      headers: { Origin: "https://example.org", "Accept-Language": "es" },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 403, type: "/problems/foreign_origin" });
  });
});

describe("a body", () => {
  test("that says it is too large is refused before it is read", async () => {
    const answer = await site.ask("/en/sign-out", {
      method: "POST",
      headers: { Origin: site.origin },
      body: "x".repeat(2 * 1024 * 1024 + 1),
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("What was sent is too large");
  });

  test("that is too large is heard out, so that who writes all before reading still gets the answer", async () => {
    const { hostname, port, host } = new URL(site.origin);
    const socket = connect(Number(port), hostname);
    const length = 16 * 1024 * 1024;
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.write(
        `POST /api/v1/drafts HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${site.origin}\r\nContent-Length: ${length}\r\n\r\n`,
      );
      socket.write(Buffer.alloc(length, "x"), (error) => (error ? reject(error) : resolve()));
    });
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"/problems/too_large"');
  });

  test("that grows past the limit without saying so is refused too", async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        `${site.origin}/api/v1/advisories`,
        { method: "POST", headers: { Origin: site.origin, "Transfer-Encoding": "chunked" } },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          answer.resume();
        },
      );
      asked.on("error", reject);
      for (let i = 0; i < 40; i++) asked.write("x".repeat(64 * 1024));
      asked.end();
    });
    expect(status).toBe(413);
  });

  test.each([
    ["of no form", "text/plain", "email=a@b.mx"],
    ["of JSON, to a page", "application/json", '{"email":"a@b.mx"}'],
    ["of a form in parts that are none", "multipart/form-data; boundary=x", "nothing"],
    ["of a form whose parts have no bounds", "multipart/form-data", "nothing"],
    ["that does not say what it is", "", "email=a@b.mx"],
  ])("%s is refused in the reader's language, without a fault of ours", async (_, type, body) => {
    for (const path of ["/es/sign-in", "/es/sign-in/recovery", "/es/sign-out", "/demo/session"]) {
      const headers = { Origin: site.origin, "Content-Type": type, "Accept-Language": "es" };
      const answer = await site.ask(path, { method: "POST", body: Buffer.from(body), headers });
      expect([path, answer.status, answer.headers.get("content-language")]).toEqual([path, 415, "es"]);
      expect(await answer.text()).toContain("envíe su formulario desde ahí");
    }
  });

  test("of nothing at all is a form that was left empty", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const answer = await site.ask("/es/sign-in", { method, headers: { Origin: site.origin } });
      expect(answer.status, method).toBe(422);
    }
  });

  test.each([
    ["GET", "/es/desk/markdown"],
    ["GET", "/demo/token"],
    ["POST", "/calendar/abc.ics"],
    ["DELETE", "/advisories/FIN-2026-A001.es.pdf"],
    ["POST", "/es/today"],
  ])(
    "%s of an address that does not take it, %s, is told so, and is no fault of ours",
    async (method, path) => {
      const headers = { Origin: site.origin, "Accept-Language": "es" };
      const answer = await site.ask(path, { method, headers });
      expect(answer.status).toBe(405);
      expect(await answer.text()).toContain("Esta dirección no admite esa acción");
    },
  );

  test("of signs that no database keeps is an ordinary refusal", async () => {
    for (const sign of ["%00", "%ED%A0%80", "%EF%BF%BE", "%E2%80%AE"])
      for (const path of ["/es/sign-in", "/es/sign-in/recovery"]) {
        const body = ["email", "password", "code", "recoveryCode", "next"]
          .map((name) => `${name}=a${sign}@b.mx`)
          .join("&");
        const headers = { Origin: site.origin, "Content-Type": "application/x-www-form-urlencoded" };
        expect([path, sign, (await site.ask(path, { method: "POST", body, headers })).status]).toEqual([
          path,
          sign,
          422,
        ]);
      }
  });

  test("of a file may be larger than one of words", async () => {
    const answer = await site.ask("/es/desk/none/attachments", {
      method: "POST",
      headers: { Origin: site.origin },
      body: "x".repeat(3 * 1024 * 1024),
    });
    expect(answer.status).not.toBe(413);
  });
});

describe("the demo's doors", () => {
  test("open a session for a persona, and only for one of them", async () => {
    const member = await aMember(world, { language: "en" });
    await world.owner`insert into demo_personas (key, member_id, position) values ('aut-analyst', ${member.memberId}, 1)`;
    const enter = (persona: string, next = "") =>
      site.ask("/demo/session", { method: "POST", body: new URLSearchParams({ persona, next }) });

    const entered = await enter("aut-analyst");
    expect(entered.status).toBe(302);
    expect(entered.headers.get("location")).toBe("/en/today");
    const set = entered.headers.get("set-cookie") ?? "";
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);

    const page = await site.ask("/en/sign-in", { headers: { Cookie: set.split(";")[0] ?? "" } });
    expect(await page.text()).toContain(member.name);

    expect((await enter("aut-analyst", "https://example.org")).headers.get("location")).toBe("/en/today");
    expect((await enter("aut-analyst", "//example.org")).headers.get("location")).toBe("/en/today");
    expect((await enter("aut-analyst", "/es/desk")).headers.get("location")).toBe("/es/desk");
    expect((await enter("nobody")).status).toBe(404);
  });

  test("a session that was ended opens nothing more, and its id is in no table", async () => {
    const member = await aMember(world);
    await world.owner`insert into demo_personas (key, member_id, position) values ('aut-legal', ${member.memberId}, 2)`;
    const entered = await site.ask("/demo/session", {
      method: "POST",
      body: new URLSearchParams({ persona: "aut-legal" }),
    });
    const session = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const id = session.split("=")[1] ?? "";
    const [kept] =
      await world.owner`select encode(id_hash, 'escape') as hash from sessions where member_id = ${member.memberId}`;
    expect(kept?.hash).not.toContain(id);

    await site.ask("/es/sign-out", { method: "POST", headers: { Cookie: session, Origin: site.origin } });
    const page = await site.ask("/es/sign-in", { headers: { Cookie: session } });
    expect(await page.text()).not.toContain(member.name);
  });

  test("let in whoever may sign in while an organisation's vetting is over, to its application, without a token", async () => {
    const { administrator, analyst } = await aBank(world, "expired", "2026-01-31");
    const said: Record<string, string[]> = {};
    for (const [position, { memberId }] of [administrator, analyst].entries()) {
      const persona = `expired-${position}`;
      await world.owner`insert into demo_personas (key, member_id, position) values (${persona}, ${memberId}, ${10 + position})`;
      const body = () => new URLSearchParams({ persona });
      const entered = await site.ask("/demo/session", { method: "POST", body: body() });
      expect(entered.status).toBe(302);
      expect((await site.ask("/demo/token", { method: "POST", body: body() })).status).toBe(422);
      const Cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const today = await site.ask("/es/today", { headers: { Cookie } });
      expect(today.headers.get("location")).toBe("/es/application");
      const read = async (page: string) =>
        (await (await site.ask(page, { headers: { Cookie } })).text()).split("<main")[1] ?? "";
      said[persona] = [await read("/es/application"), await read("/en/application")];
    }
    const asks = [/Solicite la renovación/, /Apply for its renewal/];
    const others = [
      /La solicitud la presenta quien administra/,
      /An administrator of your organization submits/,
    ];
    for (const [n, ask] of asks.entries()) {
      expect(said["expired-0"]?.[n]).toMatch(ask);
      expect(said["expired-0"]?.[n]).not.toMatch(others[n] ?? /^/);
      expect(said["expired-1"]?.[n]).not.toMatch(ask);
      expect(said["expired-1"]?.[n]).toMatch(others[n] ?? /^$/);
    }
  });

  test("hand out a token that says who asks", async () => {
    const member = await aMember(world);
    await world.owner`insert into demo_personas (key, member_id, position) values ('aut-officer', ${member.memberId}, 3)`;
    const answer = await site.ask("/demo/token", {
      method: "POST",
      body: new URLSearchParams({ persona: "aut-officer" }),
    });
    const { token } = await answer.json();
    const page = await site.ask("/es/sign-in", { headers: { Authorization: `Bearer ${token}` } });
    expect(await page.text()).toContain(member.name);
    expect((await site.ask("/es/sign-in", { headers: { Authorization: "Bearer wrong" } })).status).toBe(401);
  });
});
