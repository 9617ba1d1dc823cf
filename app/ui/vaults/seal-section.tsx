import { useTranslation } from "react-i18next";
import type { FoundVault } from "~/domain/vaults/vaults.server";
import { StateMark } from "~/ui/mark/state-mark";
import { Table } from "~/ui/table/table";

/** What each table of a room is to its people, as a session goes; of one that has no name here, its own. */
const named = [
  "roundtables",
  "roundtable_clearances",
  "roundtable_terms",
  "room_contributions",
  "room_translations",
  "room_files",
  "room_polls",
  "room_ballot_boxes",
  "room_stops",
  "roundtable_minutes",
  "roundtable_minute_comments",
  "roundtable_minute_approvals",
] as const;
const isNamed = (part: string): part is (typeof named)[number] => named.some((one) => one === part);
const placeOf = (part: string) => (isNamed(part) ? named.indexOf(part) : named.length);

/** The digest of the sealed record, and whether what is there now still has it. */
export function SealSection({ vault: { seal, purgedAt } }: { vault: FoundVault }) {
  const { t } = useTranslation("vaults");
  const isWhole = seal?.parts.every(({ whole }) => whole);
  return (
    <section aria-labelledby="seal">
      <h2 id="seal">{t("seal.heading")}</h2>
      {!seal && <p>{t("seal.none")}</p>}
      {seal && (
        <p>
          {t("seal.digest")}: <code className="digest">{seal.digest}</code>
        </p>
      )}
      {seal && !purgedAt && (
        <>
          <p>{t("seal.lead")}</p>
          <p>
            <StateMark shape={isWhole ? "tick" : "cross"} tone={isWhole ? "good" : "stopped"}>
              {t(isWhole ? "seal.whole" : "seal.broken")}
            </StateMark>
          </p>
          <Table
            caption={t("seal.heading")}
            quietCaption
            rows={seal.parts
              .filter(({ rows, whole }) => rows > 0 || !whole)
              .sort((one, other) => placeOf(one.part) - placeOf(other.part))}
            rowKey={({ part }) => part}
            columns={[
              {
                id: "part",
                head: t("seal.part"),
                rowHead: true,
                cell: ({ part }) => (isNamed(part) ? t(`part.${part}`) : <code>{part}</code>),
              },
              { id: "rows", head: t("seal.rows"), number: true, cell: ({ rows }) => rows },
              {
                id: "state",
                head: t("seal.state"),
                cell: ({ whole }) => (
                  <StateMark shape={whole ? "tick" : "cross"} tone={whole ? "good" : "stopped"}>
                    {t(whole ? "seal.same" : "seal.differs")}
                  </StateMark>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
