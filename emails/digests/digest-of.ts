import { otherLanguage, strictest } from "~/domain/advisories/advisory";
import type { Language, Tlp } from "~/domain/advisories/advisory.form";
import { type Entry, mayBeNamed } from "~/domain/digests/digest";
import type { DigestLetter } from "~/domain/digests/send-digests.server";
import { formatList } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import type { Filling } from "../filled";
import { type Address, letterOf } from "../notices/letter-of";
import type { Digest, DigestItem } from "./digest";

/** More than this many are a list to read on the page. */
const most = 40;

export function digestOf(letter: DigestLetter, address: Address, filled: Filling): Digest {
  const { recipient, entries, notices, localDate, weekly } = letter;
  const { language } = recipient;
  const { t } = i18nOf(language);
  const named = entries.filter(({ about }) => mayBeNamed(about.tlp));
  const unnamed = entries.length - named.length;
  const shown = named.slice(0, most);
  const items = shown.map((entry) => itemOf(entry, language, address));
  if (unnamed > 0)
    items.push({
      title: t("digest:unnamed", { count: unnamed }),
      url: address.origin + paths.today(language),
      titleLanguage: undefined,
      marks: "",
      lines: [],
    });
  const day = dayOf(language, localDate);
  const label = shown.map(({ about }) => about.tlp).reduce<Tlp>(strictest, "CLEAR");
  const isEmpty = entries.length + notices.length === 0;
  return {
    language,
    subject: t("digest:subject", { day }),
    preview: isEmpty ? t("digest:nothing") : t("digest:preview"),
    greeting: t("mail:greeting", { name: filled.name }),
    label: `TLP:${label}`,
    intro: isEmpty ? t("digest:nothing") : weekly ? t("digest:introWeekly") : t("digest:intro"),
    parts: [
      { heading: t("digest:advisories"), items },
      { heading: t("digest:yours"), items: yours(letter, address) },
    ].filter((part) => part.items.length > 0),
    remarks: [
      ...(named.length > most ? [t("digest:more", { count: named.length - most })] : []),
      ...(shown.some(({ flags }) => flags.length > 0) ? [t("digest:caveat")] : []),
    ],
    footer: [t("mail:footer", { origin: address.origin }), t("digest:why")],
    links: [
      { label: t("digest:preferences"), url: address.origin + paths.myNotices(language) },
      { label: t("digest:unsubscribe"), url: filled.unsubscribe },
    ],
  };
}

function itemOf(
  { about, changes, flags, answers }: Entry,
  language: Language,
  { origin }: Address,
): DigestItem {
  const { t } = i18nOf(language);
  const title = about.title[language];
  const other = about.title[otherLanguage(language)];
  const slots = {
    version: about.version,
    // Beside its advisory's number a red flag needs only its own.
    flags: formatList(
      language,
      flags.slice(0, most).map((flag) => flag.replace(`${about.number}#`, "")),
    ),
    count: answers,
  };
  return {
    title: `${about.number} · ${oneLine(title || other || "")}`,
    url: origin + paths.advisory(language, about.number),
    titleLanguage: title ? undefined : otherLanguage(language),
    marks: `TLP:${about.tlp} · ${formatList(language, about.issuers)}`,
    lines: changes.map((change) =>
      change === "translation"
        ? t(`digest:change.translation-${about.language ?? language}`)
        : t(`digest:change.${change}`, slots),
    ),
  };
}

/** What the member's own institution is told: the letter that would have come at once, as a line. */
const yours = ({ notices }: DigestLetter, address: Address): DigestItem[] =>
  notices.map((notice) => {
    const { subject, preview, action } = letterOf(notice, address);
    return {
      title: subject,
      url: action?.url ?? address.origin,
      titleLanguage: undefined,
      marks: "",
      lines: [preview],
    };
  });

const dayOf = (language: Language, date: string) =>
  new Intl.DateTimeFormat(language === "es" ? "es-MX" : "en-US", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(", ", language === "es" ? " " : ", ");

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
