import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tellingStatus } from "~/http/unanswered";

beforeEach(() => {
  vi.stubGlobal("window", { location: { href: "http://localhost/en/desk" } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** An answer whose first line has come, and then `broken`. */
function halfAnswer(broken: Error) {
  const encoded = new TextEncoder().encode("[1]\n");
  let pulls = 0;
  return new Response(
    new ReadableStream({
      pull(controller) {
        pulls += 1;
        if (pulls === 1) controller.enqueue(encoded);
        else controller.error(broken);
      },
    }),
  );
}

const asking = (answer: Response) => tellingStatus(async () => answer);

test("data that newer data overtakes half-way are let go by whoever asked, not found broken later", async () => {
  const overtaken = new DOMException("signal is aborted without reason", "AbortError");
  await expect(asking(halfAnswer(overtaken))("/en/desk.data")).rejects.toBe(overtaken);
});

test("a network lost half-way through the data is told like one that never answered", async () => {
  const lost = asking(halfAnswer(new TypeError("network error")))("/en/desk.data");
  await expect(lost).rejects.toMatchObject({ name: "Unanswered", status: 503 });
});

test("a whole answer keeps its status, its headers and its data", async () => {
  const given = new Response("[1]\n", { status: 422, headers: { "X-Remix-Response": "yes" } });
  const answer = await asking(given)("/en/desk.data");
  expect([answer.status, answer.headers.get("X-Remix-Response"), await answer.text()]).toEqual([
    422,
    "yes",
    "[1]\n",
  ]);
});

test("an answer without a body stays without one", async () => {
  const answer = await asking(new Response(null, { status: 204 }))("/en/desk.data");
  expect([answer.status, answer.body]).toEqual([204, null]);
});
