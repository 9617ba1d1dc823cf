import { describe, expect, test } from "vitest";
import type { NoticeAbout, NoticeKind, TakenNotice } from "~/domain/notices/notice";
import { i18nOf } from "~/i18n/i18n.server";
import en from "~locales/en/mail.json";
import es from "~locales/es/mail.json";
import { composeMail } from "../../emails/compose-mail";

const id = "0b8f6f0e-3f0e-4a53-9b8e-2b7a7f6f6f6f";
const about: { [Kind in NoticeKind]: NoticeAbout[Kind] } = {
  "member-invited": { invitationId: id, generation: 1 },
  "organisation-invited": { invitationId: id, generation: 1 },
  "founder-invited": { invitationId: id, generation: 1 },
  "invitation-accepted": { invitationId: id },
  "roles-changed": { by: id },
  "member-left": { organisationId: id },
  "sign-in-changed": { change: "passkey-added", tokens: 2 },
  "device-seen": { device: "Firefox, Linux" },
  "token-issued": { expiresAt: "2027-02-01T12:00:00.000Z" },
  "calendar-address-made": {},
  "organisation-applied": { organisationId: id },
  "organisation-vetted": { organisationId: id, until: "2027-11-20" },
  "organisation-refused": { organisationId: id },
  "vetting-ending": { organisationId: id, until: "2027-11-20" },
  "vetting-ended": { organisationId: id },
  "organisation-suspended": { organisationId: id },
  "organisation-reinstated": { organisationId: id },
  "organisation-revoked": { organisationId: id },
  "measure-proposed": { organisationId: id },
  "emergency-declared": { organisationId: id, until: "2026-11-21T12:00:00.000Z" },
  "emergency-lapsed": { organisationId: id },
  "question-asked": { questionId: "1" },
  "question-answered": { questionId: "1" },
  "red-flags-assigned": { redFlags: 3 },
  "red-flags-due": { redFlags: 1, until: "2026-11-25" },
  "round-opened": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-closing": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-extended": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-called-off": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "release-published": { organisationId: id, roundId: id },
  "statistics-published": { organisationId: id, roundId: id },
  "reply-published": { organisationId: id, roundId: id },
  "confidential-news": { roundtableId: id },
  "advisory-published": { newsId: id },
  "advisory-amended": { newsId: id },
  "advisory-withdrawn": { newsId: id },
  "red-flags-changed": { newsId: id },
  "translation-stale": { newsId: id },
  "answer-published": { newsId: id },
};
const kinds = Object.keys(about) as NoticeKind[];
const organisation = { shortName: "BDB", es: "Banco del Bravo", en: "Bravo Bank" };

const taken = (
  kind: NoticeKind,
  language: "es" | "en",
  name: string | null = "Íñigo & Sons <b>",
): TakenNotice => ({
  id,
  kind,
  about: { ...about[kind] },
  attempts: 1,
  queuedAt: "2026-11-20T12:00:00.000Z",
  recipient: { email: "a@b.mx", name, language, timeZone: "America/Tijuana" },
  facts: {
    invitation: {
      state: "open",
      generation: 1,
      email: "a@b.mx",
      name,
      expiresAt: "2026-11-28T02:00:00.000Z",
      invitedBy: "Ana\nPérez",
      inviting: "CNBV",
      acceptedBy: "Luis Gómez",
      organisation,
    },
    organisation,
    concerned: true,
    by: "Ana Pérez",
    round: {
      open: true,
      closesAt: "2026-12-05T05:59:00.000Z",
      asked: true,
      signed: false,
      reads: true,
    },
    news: {
      advisoryId: id,
      number: "FIN-2026-A001",
      tlp: "AMBER",
      version: 2,
      status: "published",
      title: { es: "Empresas fachada", en: "Shell companies" },
      language: null,
      issuers: ["FinCEN"],
      flags: ["FIN-2026-A001#RF-01"],
    },
  },
});
const compose = (notice: TakenNotice) =>
  composeMail(notice, {
    origin: "https://ribera.example",
    tokenOf: () => "TOKEN",
    unsubscribeToken: () => "STOP",
  });

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
  const others = ["greeting", "greetingUnnamed", "footer", "change", "tokensLeft", "somethingNew"];
  for (const words of [es, en]) {
    const told = Object.keys(words).filter((key) => !others.includes(key));
    expect(told.sort()).toEqual([...kinds].sort());
  }
});
