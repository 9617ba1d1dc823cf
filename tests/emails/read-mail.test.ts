import { simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, test } from "vitest";
import type { Mail } from "~/domain/digests/mail";
import { wrapped } from "../../emails/letter-text";
import { everyMail } from "../support/mails";

/** As a mail service writes it for the way, and a mail program reads it. */
async function received({ to, subject, html, text, headers = {}, attachments = [] }: Mail) {
  const from = "Ribera <avisos@ribera.example>";
  return simpleParser(
    await new MailComposer({ from, to, subject, html, text, headers, attachments }).compile().build(),
  );
}

describe.each(["es", "en"] as const)("every mail in %s, once received,", async (language) => {
  const mails = await everyMail(language);

  test.each(mails)("%s is what was written", async (_kind, mail) => {
    const read = await received(mail);
    expect(read.subject).toBe(mail.subject);
    expect([read.to].flat().map((one) => one?.text)).toEqual([mail.to]);
    expect(read.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect((read.html || "").trimEnd()).toBe(mail.html.trimEnd());
    expect(
      read.attachments.map(({ filename, contentType, content }) => [
        filename,
        contentType,
        content.toString(),
      ]),
    ).toEqual(
      (mail.attachments ?? []).map(({ filename, contentType, content }) => [
        filename,
        contentType.split(";")[0],
        content,
      ]),
    );
    // Lines that a mail server may not pass on (RFC 5322).
    for (const { line } of read.headerLines)
      for (const one of line.split(/\r?\n/)) expect(one.length).toBeLessThan(998);
  });

  test("offers to stop what may be stopped, in one step and without a page, and nothing else", async () => {
    for (const [kind, mail] of mails) {
      const { headers, headerLines } = await received(mail);
      const list = headers.get("list") as { unsubscribe?: { url: string } } | undefined;
      const offered = mail.headers?.["List-Unsubscribe"];
      expect(list?.unsubscribe?.url && `<${list.unsubscribe.url}>`, kind).toBe(offered);
      expect(headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line, kind).toBe(
        offered === undefined ? undefined : "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      );
    }
    const offering = mails.filter(([, { headers }]) => headers?.["List-Unsubscribe"]).map(([kind]) => kind);
    expect(offering).toContain("digest");
    expect(offering).toContain("round-opened");
    expect(offering).not.toContain("sign-in-changed");
  });

  test("reads as if by hand in its plain part: no marks, no line that mail programs fold", () => {
    for (const [kind, { text }] of mails) {
      expect(text, kind).not.toMatch(
        /<\/?(p|a|br|td|div|span|strong)\b|&(amp|lt|gt|nbsp|#)|\*\*|[\uE001\uE002]/,
      );
      expect(wrapped(text), kind).toBe(text);
    }
  });
});
