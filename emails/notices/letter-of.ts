import { otherLanguage } from "~/domain/advisories/advisory";
import type { Language } from "~/domain/advisories/advisory.form";
import { mayBeNamed } from "~/domain/digests/digest";
import type { Stopped } from "~/domain/digests/unsubscribe-token.server";
import type { Names, NewsFacts, NoticeKind, TakenNotice } from "~/domain/notices/notice";
import { formatDate, formatDay, formatInstant, formatList } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import type { Letter } from "../letter";

export type Address = {
  /** Public origin, without a slash at its end. */
  origin: string;
  /** The address from which mail comes, alone: the organiser of the dates that it brings. */
  organiser: string;
  /** The secret of an invitation's link. */
  tokenOf(invitation: { id: string; generation: number }): string;
  /** Stops one kind of mail, or digests, for that member. */
  unsubscribeToken(memberId: string, what: Stopped): string;
};

/** Where the button of each kind leads; every address opens a page that changes nothing by being opened. */
const leadsTo: Record<NoticeKind, (language: Language, notice: TakenNotice, address: Address) => string> = {
  "member-invited": invitationPath,
  "organisation-invited": invitationPath,
  "founder-invited": invitationPath,
  "invitation-accepted": (language) => paths.people(language),
  "roles-changed": (language) => paths.me(language),
  "member-left": (language) => paths.home(language),
  "sign-in-changed": (language) => paths.mySignIn(language),
  "device-seen": (language) => paths.mySessions(language),
  "token-issued": (language) => paths.myTokens(language),
  "calendar-address-made": (language) => paths.myCalendar(language),
  "feed-address-made": (language) => paths.myFeeds(language),
  "organisation-applied": organisationPath,
  "organisation-vetted": (language) => paths.home(language),
  "organisation-refused": (language) => paths.application(language),
  "vetting-ending": (language) => paths.application(language),
  "vetting-ended": (language) => paths.application(language),
  "organisation-expired": organisationPath,
  "organisation-suspended": (language) => paths.home(language),
  "organisation-reinstated": (language) => paths.signIn(language),
  "organisation-revoked": (language) => paths.home(language),
  "measure-proposed": organisationPath,
  "emergency-declared": organisationPath,
  "emergency-lapsed": organisationPath,
  "question-asked": questionPath,
  "question-answered": questionPath,
  "red-flags-assigned": (language) => paths.myRedFlags(language),
  "red-flags-due": (language) => paths.myRedFlags(language),
  "round-opened": roundPath,
  "round-closing": roundPath,
  "round-extended": roundPath,
  "round-called-off": roundPath,
  "release-published": releasePath,
  "statistics-published": releasePath,
  // The page of one's day says what awaits; the letter's address does not even say of what kind it is.
  "confidential-news": (language) => paths.today(language),
  "confidential-date": (language) => paths.today(language),
  "confidential-due": (language) => paths.today(language),
  "reply-published": (language, { about }) => paths.roundOutcomes(language, String(about.roundId)),
  "advisory-published": newsPath,
  "advisory-amended": newsPath,
  "advisory-withdrawn": newsPath,
  "red-flags-changed": newsPath,
  "translation-stale": newsPath,
  "answer-published": newsPath,
};

/** Where the label keeps even the title within, the address says nothing either. */
function newsPath(language: Language, { facts: { news } }: TakenNotice) {
  return news && mayBeNamed(news.tlp) ? paths.advisory(language, news.number) : paths.today(language);
}

function invitationPath(language: Language, { about }: TakenNotice, { tokenOf }: Address) {
  const invitation = { id: String(about.invitationId), generation: Number(about.generation) };
  return paths.invitation(language, tokenOf(invitation));
}

function questionPath(language: Language, { about }: TakenNotice) {
  return paths.question(language, String(about.questionId));
}

function roundPath(language: Language, { about }: TakenNotice) {
  return paths.round(language, String(about.roundId));
}

function releasePath(language: Language, { about }: TakenNotice) {
  return paths.release(language, String(about.roundId));
}

function organisationPath(language: Language, { about }: TakenNotice) {
  return paths.organisation(language, String(about.organisationId));
}

/** `unsubscribe`: the address that stops this kind, of what a member may do without. */
export function letterOf(notice: TakenNotice, address: Address, unsubscribe?: string): Letter {
  const { kind, recipient } = notice;
  const { language, name } = recipient;
  const { t, exists } = i18nOf(language);
  const slots = slotsOf(notice);
  // Parts that a letter has no words for are asked about with `exists` before.
  const words = (part: string) => t(`mail:${kind}.${part}` as "mail:member-invited.body", slots);
  const wordsIfAny = (part: string) => (exists(`mail:${kind}.${part}`, slots) ? words(part) : undefined);
  const action = wordsIfAny("action");
  return {
    language,
    subject: words("subject"),
    preview: words("preview"),
    greeting: name ? t("mail:greeting", { name: oneLine(name) }) : t("mail:greetingUnnamed"),
    paragraphs: words("body").split("\n\n"),
    action:
      action === undefined
        ? undefined
        : { label: action, url: address.origin + leadsTo[kind](language, notice, address) },
    remarks: [...(wordsIfAny("remarks")?.split("\n\n") ?? []), ...tokensLeft(notice)],
    footer: [t("mail:footer", { origin: address.origin }), words("why")],
    links:
      unsubscribe === undefined
        ? []
        : [
            { label: t("digest:preferences"), url: address.origin + paths.myNotices(language) },
            { label: t("mail:stop"), url: unsubscribe },
          ],
  };
}

/** Programs go on after a change of how someone signs in: whoever did not make a token must hear of it. */
function tokensLeft({ about: { tokens }, recipient }: TakenNotice) {
  const { t } = i18nOf(recipient.language);
  return typeof tokens === "number" && tokens > 0 ? [t("mail:tokensLeft.sentence", { count: tokens })] : [];
}

/** What people wrote as their name stays on its line. */
export const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function slotsOf({ about, recipient, facts, queuedAt }: TakenNotice) {
  const { language, timeZone = "America/Mexico_City" } = recipient;
  const { t } = i18nOf(language);
  const { invitation, organisation } = facts;
  const names = invitation?.organisation ?? organisation;
  return {
    organisation: names ? named(names, language) : "",
    invitedBy: oneLine(invitation?.invitedBy ?? ""),
    inviting: invitation?.inviting ?? "",
    person: oneLine(invitation?.acceptedBy ?? ""),
    by: oneLine(facts.by ?? ""),
    expires: invitation ? formatDate(language, invitation.expiresAt, timeZone) : "",
    until: typeof about.until === "string" ? dayOrInstant(language, about.until, timeZone) : "",
    closes: typeof about.closesAt === "string" ? formatInstant(language, about.closesAt, timeZone) : "",
    closingDay: typeof about.closesAt === "string" ? formatDate(language, about.closesAt, timeZone) : "",
    tokenUntil: typeof about.expiresAt === "string" ? formatDate(language, about.expiresAt, timeZone) : "",
    // The key is one of SignInChange: the act that queued it was typed by it.
    change: about.change ? t(`mail:change.${about.change}` as "mail:change.passkey-added") : "",
    count: typeof about.redFlags === "number" ? about.redFlags : 0,
    newsTitle: newsTitle(facts.news, language),
    context: facts.date && !facts.date.isOn ? "off" : undefined,
    device: typeof about.device === "string" ? oneLine(about.device) : "",
    when: formatInstant(language, queuedAt, timeZone),
  };
}

/** Title at most, with its label; not even that where the label keeps it within one organisation. */
function newsTitle(news: NewsFacts | null, language: Language) {
  if (!news) return "";
  if (!mayBeNamed(news.tlp)) return i18nOf(language).t("mail:somethingNew");
  const title = oneLine(news.title[language] || news.title[otherLanguage(language)] || "");
  const flags = news.flags.length > 0 ? ` · ${formatList(language, news.flags)}` : "";
  return `${news.number} · ${title} · TLP:${news.tlp}${flags}`;
}

/** A day of a calendar, or an instant with its hour on the reader's clock. */
const dayOrInstant = (language: Language, value: string, timeZone: string) =>
  value.includes("T") ? formatInstant(language, value, timeZone) : formatDay(language, value);

const named = (names: Names, language: Language) =>
  names[language] === names.shortName ? names.shortName : `${oneLine(names[language])} (${names.shortName})`;
