import { describe, expect, test } from "vitest";
import { mayReadMetrics } from "~/http/server/metrics-access";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const token = process.env.RIBERA_METRICS_TOKEN ?? "";

const world = aWorld();
const site = aSiteOf(world);

const through = { "X-Forwarded-For": "203.0.113.9" };
const asked = (headers: Record<string, string> = {}) => site.ask("/metrics", { headers });

test("/metrics answers this machine", async () => {
  const answer = await asked();
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.text()).toContain("ribera_http_request_seconds");
});

test("an address of operations is counted by its own name, not by a route's", async () => {
  await site.ask("/healthz");
  await site.ask("/readyz");
  const figures = await (await asked()).text();
  for (const name of ["healthz", "readyz"])
    expect(figures).toMatch(new RegExp(`ribera_http_request_seconds_count\\{.*route="${name}"`));
});

test("and, through a proxy, whoever bears the token", async () => {
  expect((await asked({ ...through, Authorization: `Bearer ${token}` })).status).toBe(200);
});

test("for others it does not exist", async () => {
  expect((await asked(through)).status).toBe(404);
});

test.each(["Bearer ", "Bearer another-token-of-some-length", `Basic ${token}`, `Bearer ${token}x`])(
  "nor with %j: it is answered as an address that there is not",
  async (authorization) => {
    const headers = { ...through, Authorization: authorization };
    const [answer, nothing] = [await asked(headers), await site.ask("/metricsx", { headers })];
    expect(answer.status).not.toBe(200);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      nothing.status,
      nothing.headers.get("content-type"),
    ]);
    expect(await answer.text()).not.toContain("ribera_");
  },
);

describe("a request is from here", () => {
  const request = (remoteAddress: string, headers: Record<string, string>) => ({
    socket: { remoteAddress },
    headers,
  });

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("when %s says so itself", (address) => {
    expect(mayReadMetrics(request(address, { host: "localhost:3000" }), undefined)).toBe(true);
  });

  test.each<[string, string, Record<string, string>]>([
    ["from another machine", "10.0.0.7", { host: "localhost:3000" }],
    [
      "through a proxy that names whom it speaks for",
      "127.0.0.1",
      { host: "localhost", "x-real-ip": "10.0.0.7" },
    ],
    ["through one that says only that it is one", "127.0.0.1", { host: "localhost", via: "1.1 proxy" }],
    ["through one that asks for the public name", "127.0.0.1", { host: "ribera.example.org" }],
    ["without a name", "127.0.0.1", {}],
  ])("not %s", (_, address, headers) => {
    expect(mayReadMetrics(request(address, headers), undefined)).toBe(false);
    expect(mayReadMetrics(request(address, headers), token)).toBe(false);
    expect(mayReadMetrics(request(address, { ...headers, authorization: `bearer ${token}` }), token)).toBe(
      true,
    );
  });
});
