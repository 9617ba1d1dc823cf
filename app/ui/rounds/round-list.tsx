import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isBeingCounted, type RoundState, stateOf } from "~/domain/rounds/round";
import type { listRounds } from "~/domain/rounds/rounds.server";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { RoundStateMark } from "./round-state-mark";
import { RoundSubject } from "./round-subject";

export type Entry = Awaited<ReturnType<typeof listRounds>>[number];
type Props = { rounds: Entry[]; at: string; timeZone: string; mayPlan: boolean; staff: boolean };

const order: RoundState[] = ["open", "planned", "closed", "called-off"];

/** Rounds of an authority, or those to which an institution is invited. */
export function RoundList({ rounds, at, timeZone, mayPlan, staff }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const now = new Date(at);
  const stated = rounds
    .map((round) => ({ ...round, state: stateOf(round, now), counting: isBeingCounted(round, now) }))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    <article className="rounds">
      <h1>{t("list.title")}</h1>
      <p className="lead">{t(staff ? "list.leadStaff" : "list.leadInstitution")}</p>
      {mayPlan && (
        <p className="toolbar">
          <LinkButton weight="first" to={paths.newRound(language)}>
            {t("list.plan")}
          </LinkButton>
        </p>
      )}
      {stated.length === 0 ? (
        <EmptyState heading={t("list.none")}>
          <p>{t(staff ? "list.noneStaff" : "list.noneInstitution")}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t("list.title")}
          quietCaption
          rows={stated}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "title",
              head: t("list.round"),
              rowHead: true,
              cell: (round) => (
                <>
                  <Link to={paths.round(language, round.id)}>
                    {round.title[language] || round.title.es || round.title.en || t("untitled")}
                  </Link>
                  <span className="row-about">
                    <RoundSubject round={round} />
                  </span>
                </>
              ),
            },
            ...(staff
              ? []
              : [{ id: "authority", head: t("list.authority"), cell: (round: Entry) => round.authority }]),
            {
              id: "state",
              head: t("list.state"),
              cell: ({ state, counting }) => <RoundStateMark state={counting ? "counting" : state} />,
            },
            {
              id: "closes",
              head: t("list.closes"),
              cell: ({ closesAt }) =>
                closesAt ? formatInstantShort(language, closesAt, timeZone) : t("noClose"),
            },
          ]}
        />
      )}
    </article>
  );
}
