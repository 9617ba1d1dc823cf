import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import type { Language } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import type { PrintWords } from "~/domain/exports/advisory-pdf.server";
import { formatDate, formatDay, formatList, formatMoney } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n.server";

/** The words that a printed advisory needs beside its own, in the language of the print. */
export function printWords(view: AdvisoryView, language: Language): PrintWords {
  const { t } = i18nOf(language);
  const { content, withdrawal, status } = view;
  const date = (at: Date) => formatDate(language, at, "UTC");
  const issuers = content.issuers.map(({ shortName, role }) =>
    role === "lead" ? shortName : `${shortName} (${t(`terms:role.${role}`)})`,
  );
  const lesson = content.lesson;
  const facts: [string, string | null][] = [
    [t("reading:advisory.number"), view.number],
    [t("reading:advisory.aliases"), content.aliases.join(", ") || null],
    [t("reading:advisory.issuers"), formatList(language, issuers)],
    [
      t("reading:advisory.date"),
      content.date ? formatDay(language, content.date.value, content.date.precision) : null,
    ],
    [t("reading:advisory.published"), date(view.publishedAt)],
    [t("reading:advisory.status"), t(`terms:status.${status}`)],
    [t("reading:advisory.marking"), `TLP:${content.tlp}`],
    [
      t("reading:advisory.typologies"),
      formatList(
        language,
        view.typologies.map(({ name }) => saidIn(language, name)?.text ?? ""),
      ),
    ],
    [
      t("reading:advisory.binding"),
      content.origin === "imported"
        ? null
        : t(content.binding ? "reading:advisory.bindingYes" : "reading:advisory.bindingNo"),
    ],
    [t("reading:print.order"), lesson?.orderNumber || null],
    [
      t("reading:print.amount"),
      lesson?.amount && lesson.currency
        ? formatMoney(language, Number(lesson.amount), lesson.currency)
        : null,
    ],
    [
      t("reading:print.institutions"),
      lesson?.institutions.map(({ name, lei }) => (lei ? `${name} (LEI ${lei})` : name)).join("; ") || null,
    ],
    [
      t("reading:print.failures"),
      lesson
        ? formatList(
            language,
            lesson.failures.map(({ code }) => t(`terms:failure.${code}`)),
          )
        : null,
    ],
  ];
  const state = content.translation[language];
  return {
    kicker: `${t(`terms:type.${content.type}`)} · ${view.number} · ${t("reading:advisory.version", { n: view.version })} · TLP:${content.tlp}`,
    banner: withdrawal
      ? `${t("reading:banner.withdrawn", { date: date(withdrawal.at) })}. ${saidIn(language, withdrawal.reason)?.text ?? ""}`
      : status === "superseded"
        ? `${t("reading:banner.superseded")}. ${view.replacedBy && view.linkable.includes(view.replacedBy) ? view.replacedBy : ""}`
        : null,
    notice:
      state === "original"
        ? null
        : `${t(`reading:translation.${state}`)}. ${t(`reading:translation.${state}Lead`)}`,
    footer: t("reading:print.footer", { number: view.number, n: view.version }),
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    redFlags: t("reading:flags.title"),
    caveat: t("reading:flags.caveat"),
    suggestedControl: t("reading:flags.suggestedControl"),
    falsePositiveNote: t("reading:flags.falsePositiveNote"),
    dataNeeded: t("reading:flags.dataNeeded"),
    filingUs: `${t("reading:filing.title")}: ${t("reading:filing.us")}`,
    filingMx: `${t("reading:filing.title")}: ${t("reading:filing.mx")}`,
    legalBasis: t("reading:advisory.legalBasis"),
    contact: t("reading:advisory.contact"),
    hash: t("reading:advisory.contentHash"),
    state: (one) => (one === "active" ? null : t(`terms:redFlagState.${one as "amended"}`)),
  };
}
