import { describe, expect, test } from "vitest";
import { isChoosable } from "~/domain/notices/notice";
import { i18nOf } from "~/i18n/i18n.server";
import en from "~locales/en/mail.json";
import es from "~locales/es/mail.json";
import { composeMail } from "../../emails/compose-mail";
import { address, compose, kinds, taken } from "../support/mails";

describe.each(["es", "en"] as const)("every mail in %s", (language) => {
  test.each(kinds)("%s is whole in both its forms", async (kind) => {
    const { subject, html, text } = await compose(taken(kind, language));
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|undefined|mail:|\[object|null/);
      expect(part.trim()).not.toBe("");
    }
    expect(subject).not.toMatch(/[\r\n]/);
    // A subject is read over shoulders and by every server on the way: it names no person and no organisation under vetting.
    expect(subject).not.toMatch(/Ana|Luis|Gómez|BDB|Bravo|TOKEN|https?:/);
    const said = html
      .replaceAll(/<\/?span[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">");
    for (const line of text
      .split("\n\n")
      .map((part) => part.replaceAll("\n", " "))
      .filter((part) => part !== "--"))
      for (const word of line.split(": https://"))
        expect(said.replaceAll("<!-- -->", "")).toContain(word.trim());
  });

  test.each(kinds)("%s needs nothing from elsewhere and runs nothing", async (kind) => {
    const { html } = await compose(taken(kind, language));
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object)\b|url\(|@import|@font-face/i);
    expect(html).not.toContain("<b>");
    expect(html).toContain(`lang="${language === "es" ? "es-MX" : "en-US"}"`);
    expect(html).toContain("prefers-color-scheme: dark");
    const leading = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
    expect(leading.filter((href) => !href.startsWith("https://ribera.example/"))).toEqual([]);
  });

  test.each(kinds)(
    "%s says where it is stopped, to each reader their own address, if it may be",
    async (kind) => {
      for (const memberId of ["m-1", "m-2"]) {
        const notice = taken(kind, language);
        const recipient = { ...notice.recipient, memberId };
        const own = { ...address, unsubscribeToken: (whose: string) => `STOP-${whose}` };
        const { html, text, headers } = await composeMail({ ...notice, recipient }, own);
        const stop = `https://ribera.example/unsubscribe/STOP-${memberId}`;
        expect(headers?.["List-Unsubscribe"]).toBe(isChoosable(kind) ? `<${stop}>` : undefined);
        expect(html.includes(`href="${stop}"`)).toBe(isChoosable(kind));
        expect(text.includes(`\n${stop}\n`)).toBe(isChoosable(kind));
        expect(text.includes(`/${language}/me/notices\n`)).toBe(isChoosable(kind));
        expect(html + text).not.toMatch(/[\uE001\uE002]/);
      }
    },
  );

  test("folds its plain text and breaks no address", async () => {
    const { text } = await compose(taken("member-invited", language));
    expect(text.split("\n").filter((line) => line.length > 72 && !line.startsWith("https://"))).toEqual([]);
    expect(text).toContain(`\nhttps://ribera.example/${language}/invitations/TOKEN\n`);
  });

  test("tells an instant on the reader's own clock", async () => {
    const { text } = await compose(taken("device-seen", language));
    expect(text).toMatch(/04:00/);
  });

  test("says after a change of how someone signs in how many tokens outlive it, where there are any", async () => {
    const { text, html } = await compose(taken("sign-in-changed", language));
    const sentence = i18nOf(language).t("mail:tokensLeft.sentence", { count: 2 });
    expect(text.replaceAll("\n", " ")).toContain(sentence);
    expect(html).toContain(sentence.slice(0, 40));
    const none = taken("sign-in-changed", language);
    none.about.tokens = 0;
    expect((await compose(none)).text).not.toMatch(/token|clave/i);
  });

  test("greets also whoever has told no name", async () => {
    const { text } = await compose(taken("member-invited", language, null));
    expect(text.split("\n")[0]).toBe(language === "es" ? "Buen día:" : "Hello,");
  });
});

test("no kind of notice is without its words, and no words without a kind", () => {
  const others = ["greeting", "greetingUnnamed", "footer", "change", "tokensLeft", "somethingNew", "stop"];
  for (const words of [es, en]) {
    const told = Object.keys(words).filter((key) => !others.includes(key));
    expect(told.sort()).toEqual([...kinds].sort());
  }
});
