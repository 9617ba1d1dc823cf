import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Mail, Post, PostBatch } from "~/domain/digests/mail";
import { postBatchByResend, postByResend } from "~/domain/digests/post-by-resend.server";
import { aMailService, type Fate, type MailService } from "../../support/mail-service";

// The door to the mail service, knocked at over HTTP.

let service: MailService;
let post: Post;
let postBatch: PostBatch;
const fate: Fate[] = [];
beforeAll(async () => {
  service = await aMailService(() => fate.shift() ?? "answered");
  const account = {
    apiKey: "re_test",
    baseUrl: service.origin,
    from: "Ribera <r@example.org>",
    replyTo: "a@b.mx",
  };
  [post, postBatch] = [postByResend(account), postBatchByResend(account)];
});
afterAll(() => service.close());
afterEach(() => {
  service.forget();
  fate.length = 0;
});

const aMail = (to: string, given: Partial<Mail> = {}): Mail => ({
  key: to,
  kind: "digest",
  to,
  language: "es",
  subject: "Su boletín",
  html: "<p>ñ</p>",
  text: "ñ",
  headers: { "List-Unsubscribe": "<https://ribera.example/unsubscribe/x>" },
  ...given,
});
const two = [aMail("a@example.org"), aMail("b@example.org")];
const accepted = { ok: true, earlier: false, refused: [] };

describe("a batch", () => {
  test("leaves in one call under its key, each mail whole", async () => {
    expect(await postBatch("digest/1", two)).toEqual(accepted);
    expect(service.calls).toMatchObject([{ path: "/emails/batch", key: "digest/1" }]);
    expect(service.mails()).toMatchObject(
      two.map(({ to, subject, html, text, headers }) => ({
        to,
        subject,
        html,
        text,
        headers,
        from: "Ribera <r@example.org>",
        reply_to: "a@b.mx",
      })),
    );
  });

  test("in which an address is not taken names its place and sends the others", async () => {
    const mails = [aMail("a@example.org"), aMail("refused@example.org"), aMail("b@example.org")];
    expect(await postBatch("digest/2", mails)).toEqual({ ok: true, earlier: false, refused: [1] });
    expect(service.mails().map(({ to }) => to)).toEqual(["a@example.org", "b@example.org"]);
  });

  test.each<[Fate, { inDoubt: boolean; afterMs?: number }]>([
    ["busy", { inDoubt: false, afterMs: 1000 }],
    ["failed-before", { inDoubt: true }],
    ["failed-after", { inDoubt: true }],
    ["lost-before", { inDoubt: true }],
    ["lost-after", { inDoubt: true }],
    ["crashed-before", { inDoubt: true }],
    ["crashed-after", { inDoubt: true }],
  ])("that meets %s is tried again and goes out once", async (what, met) => {
    fate.push(what);
    expect(await postBatch("digest/3", two)).toMatchObject({ ok: false, again: "later", ...met });
    let answer = await postBatch("digest/3", two);
    // A service that is down says so by not being there.
    while (!answer.ok) answer = await postBatch("digest/3", two);
    expect(answer).toEqual(accepted);
    expect(service.mails().map(({ to }) => to)).toEqual(two.map(({ to }) => to));
  });

  test("that comes again in other words is known to have gone out in the first", async () => {
    fate.push("lost-after");
    await postBatch("digest/4", two);
    expect(await postBatch("digest/4", [aMail("a@example.org", { text: "otro" })])).toEqual({
      ok: true,
      earlier: true,
      refused: [],
    });
    expect(service.mails()).toHaveLength(2);
  });
});

test("a letter whose answer was lost is tried again and goes out once", async () => {
  fate.push("lost-after");
  const [letter] = two;
  if (!letter) throw new Error("there is no letter");
  expect(await post(letter)).toMatchObject({ ok: false, again: "later", inDoubt: true });
  expect(await post(letter)).toEqual({ ok: true });
  expect(await post({ ...letter, text: "otro" })).toEqual({ ok: true });
  expect(service.mails()).toHaveLength(1);
});
