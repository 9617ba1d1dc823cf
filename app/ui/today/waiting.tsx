import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeskEntry } from "~/domain/drafts/desk-list.server";
import { formatInstant, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { EmptyState } from "~/ui/notice/empty-state";

export type WaitingEntry = DeskEntry & { publishable: boolean };
type Props = {
  drafts: WaitingEntry[];
  timeZone: string;
  /** Whether nothing else waits either, so that it may be said that nothing does. */
  isAll: boolean;
};

/** What waits for this member of an authority's staff. */
export function Waiting({ drafts, timeZone, isAll }: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const differences = (entry: WaitingEntry) =>
    entry.blockers.find(({ reason }) => reason === "languages_differ")?.count ?? 0;
  const every: { name: string; entries: WaitingEntry[]; what: (entry: WaitingEntry) => ReactNode }[] = [
    {
      name: t("today.embargo"),
      entries: drafts.filter(
        ({ embargoRefusal, own, publishable }) => embargoRefusal && (own || publishable),
      ),
      what: ({ embargoRefusal, scheduledFor }) =>
        `${scheduledFor ? formatInstant(language, scheduledFor, timeZone) : ""}: ${sentence(embargoRefusal ?? "")}`,
    },
    {
      name: t("today.clear"),
      entries: drafts.filter(({ wanted }) => wanted.length > 0),
      what: ({ wanted }) =>
        formatList(
          language,
          wanted.map((kind) => t(`kind.${kind}`)),
        ),
    },
    {
      name: t("today.publish"),
      entries: drafts.filter(
        ({ blockers, publishable, scheduledFor }) => publishable && blockers.length === 0 && !scheduledFor,
      ),
      what: ({ nextVersion }) => t("publication.publish", { n: nextVersion }),
    },
    {
      name: t("today.comments"),
      entries: drafts.filter(({ own, comments }) => own && comments > 0),
      what: ({ comments }) => t("today.commentCount", { count: comments }),
    },
    {
      name: t("today.languages"),
      entries: drafts.filter((entry) => entry.own && differences(entry) > 0),
      what: (entry) => t("today.pieces", { count: differences(entry) }),
    },
  ];
  const groups = every.filter(({ entries }) => entries.length > 0);
  if (groups.length === 0 && !isAll) return null;
  if (groups.length === 0) {
    return (
      <EmptyState heading={t("today.nothing")}>
        <p>{t("today.nothingNext")}</p>
      </EmptyState>
    );
  }
  return groups.map(({ name, entries, what }) => (
    <section key={name} className="waiting">
      <h2>{name}</h2>
      <ul className="today-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link to={paths.draft(language, entry.id)}>
              {entry.title[language] || entry.title.es || entry.title.en || t("draft.untitled")}
            </Link>
            <span className="aside">
              <span className="number">{entry.number}</span> · {what(entry)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
