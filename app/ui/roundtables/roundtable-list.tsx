import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isOn } from "~/domain/roundtables/roundtable";
import type { RoundtableItem } from "~/domain/roundtables/roundtables.server";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { type Purged, PurgedList } from "~/ui/vaults/purged-list";
import { RoundtableStateMark } from "./roundtable-state-mark";

type Props = {
  sessions: RoundtableItem[];
  purged: Purged[];
  timeZone: string;
  mayPropose: boolean;
};

/** The sessions that the reader is in. */
export function RoundtableList({ sessions, purged, timeZone, mayPropose }: Props) {
  const { t } = useTranslation("roundtables");
  const { t: owed } = useTranslation("commitments");
  const { t: told } = useTranslation("summaries");
  const language = useLanguage();
  return (
    <article className="rounds roundtable">
      <h1>{t("title")}</h1>
      <p className="lead">{t("list.lead")}</p>
      {mayPropose && (
        <p className="toolbar">
          <LinkButton weight="first" to={paths.newRoundtable(language)}>
            {t("list.propose")}
          </LinkButton>
        </p>
      )}
      <p>
        <Link to={paths.commitments(language)}>{owed("title")}</Link>
        {" · "}
        <Link to={paths.summaries(language)}>{told("title")}</Link>
      </p>
      {sessions.length === 0 ? (
        <EmptyState heading={t("list.none")}>
          <p>{t(mayPropose ? "list.noneChair" : "list.noneOthers")}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t("title")}
          quietCaption
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "title",
              head: t("list.session"),
              rowHead: true,
              cell: ({ id, title }) => (
                <Link to={paths.roundtable(language, id)}>
                  {title[language] || title.es || title.en || t("untitled")}
                </Link>
              ),
            },
            {
              id: "when",
              head: t("list.when"),
              cell: ({ startsAt }) => formatInstantShort(language, startsAt, timeZone),
            },
            {
              id: "state",
              head: t("list.state"),
              cell: ({ state }) => <RoundtableStateMark state={state} />,
            },
            {
              id: "own",
              head: t("list.own"),
              cell: ({ own, part, state }) => {
                if (part) return t(`list.part.${part}`);
                return own ? t(ownWords(own.answer, state)) : t("list.noSeat");
              },
            },
          ]}
        />
      )}
      {purged.length > 0 && <PurgedList purged={purged} timeZone={timeZone} />}
    </article>
  );
}

function ownWords(answer: "coming" | "not-coming" | null, state: RoundtableItem["state"]) {
  if (answer) return `answer.${answer}` as const;
  return isOn(state) ? "answer.waiting" : "answer.none";
}
