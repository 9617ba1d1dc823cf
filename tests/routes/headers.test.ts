import { beforeAll, describe, expect, test } from "vitest";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);
beforeAll(async () => {
  await site.ask("/es");
  await until(async () => (await site.ask("/es")).headers.get("etag") !== null);
});

async function until(is: () => Promise<boolean>) {
  for (let i = 0; i < 1200 && !(await is()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
}

const inlineScripts = (html: string) => [
  ...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g),
];

describe("every answer", () => {
  test.each(["/es", "/es/sign-in", "/nowhere", "/healthz", "/%ff"])(
    "%s carries the common headers",
    async (path) => {
      const { headers } = await site.ask(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{10}-[0-9a-z]+$/);
    },
  );

  test("has a request id of its own", async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await site.ask("/es")).headers.get("x-request-id")),
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe("scripts", () => {
  test("of a page rendered for one reader run by a nonce that is new each time", async () => {
    const [a, b] = await Promise.all([site.ask("/es/sign-in"), site.ask("/es/sign-in")]);
    const nonces = [a, b].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    const scripts = inlineScripts(await a.text());
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes] of scripts) expect(attributes).toContain(`nonce="${nonces[0]}"`);
  });

  test("of a kept page run by their hashes, each and no others", async () => {
    const answer = await site.ask("/es");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("nonce-");
    expect(policy).not.toContain("unsafe");
    const scripts = inlineScripts(await answer.text());
    const hashes = await Promise.all(
      scripts.map(async ([, , text = ""]) => {
        const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
        return `'sha256-${Buffer.from(digest).toString("base64")}'`;
      }),
    );
    expect(new Set(policy.match(/'sha256-[^']+'/g))).toEqual(new Set(hashes));
  });

  test("no page allows another origin, a frame around it, another base or a form elsewhere", async () => {
    for (const path of ["/es", "/es/sign-in", "/es/nowhere", "/%ff"]) {
      const policy = (await site.ask(path)).headers.get("content-security-policy") ?? "";
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split("; "), path).toContain(rule);
      }
      expect(policy).not.toMatch(/https?:/);
    }
  });
});

describe("what may be kept", () => {
  test("a public page by anyone who asks again each time", async () => {
    const { headers } = await site.ask("/es");
    expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(headers.get("vary")).toBe("Accept-Encoding, Cookie, Authorization");
  });

  test("the same page asked for with a session by nobody", async () => {
    const { headers } = await site.ask("/es", { headers: { Cookie: "ribera_session=0123456789" } });
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("etag")).toBeNull();
  });

  test("an unchanged page is not sent again", async () => {
    const first = await site.ask("/es");
    const etag = first.headers.get("etag") ?? "";
    const again = await site.ask("/es", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
  });

  test("HEAD has the headers of GET and no body", async () => {
    const [head, get] = [await site.ask("/es", { method: "HEAD" }), await site.ask("/es")];
    for (const name of ["etag", "content-type", "content-security-policy", "cache-control"]) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
    expect(await head.text()).toBe("");
  });
});
