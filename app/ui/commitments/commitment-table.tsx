import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isOverdue } from "~/domain/commitments/commitment";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";
import { Table } from "~/ui/table/table";

type Props = { caption: string; commitments: FoundCommitment[]; today: string; ofOneSession?: boolean };

const marks: Record<"open" | "overdue" | "met" | "dropped", { shape: Shape; tone: Tone }> = {
  open: { shape: "ring", tone: "waiting" },
  overdue: { shape: "cross", tone: "stopped" },
  met: { shape: "tick", tone: "good" },
  dropped: { shape: "minus", tone: "plain" },
};

/** What is owed, by whom and until when; whoever may settle it does so in its row. */
export function CommitmentTable({ caption, commitments, today, ofOneSession = false }: Props) {
  const { t } = useTranslation("commitments");
  const language = useLanguage();
  const settled = commitments.some(({ maySettle }) => maySettle);
  return (
    <Table
      caption={caption}
      quietCaption
      rows={commitments}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "what",
          head: t("what"),
          rowHead: true,
          cell: ({ what, note }) => (
            <>
              <span className="words">{what[language]}</span>
              {note && <span className="quiet words"> {note}</span>}
            </>
          ),
        },
        ...(ofOneSession
          ? []
          : [
              {
                id: "session",
                head: t("session"),
                cell: ({ roundtableId, session }: FoundCommitment) => (
                  <Link to={paths.roundtableMinutes(language, roundtableId)}>{session[language]}</Link>
                ),
              },
            ]),
        { id: "owner", head: t("owner"), cell: ({ owner }) => owner },
        { id: "due", head: t("due"), cell: ({ due }) => formatDay(language, due) },
        {
          id: "state",
          head: t("state"),
          cell: (one) => {
            const state = isOverdue(one, today) ? "overdue" : one.state;
            return <StateMark {...marks[state]}>{t(`states.${state}`)}</StateMark>;
          },
        },
        ...(settled
          ? [
              {
                id: "acts",
                head: t("acts"),
                cell: (one: FoundCommitment) => one.maySettle && <Settling one={one} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Settling({ one: { id, what } }: { one: FoundCommitment }) {
  const { t } = useTranslation("commitments");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("settle")}</summary>
      <ActForm
        action={paths.commitmentSettlement(language, id)}
        label={t("noteOf", { what: what[language] })}
        noticeUnless={({ reason }) => saidAtSettlement(reason)}
      >
        {(busy, refusal) => <SettlementFields busy={busy} refusal={refusal} />}
      </ActForm>
    </details>
  );
}

const ofNote = ["hold_reason_missing"];
export const saidAtSettlement = (reason: string) => ofNote.includes(reason);

type Fields = { busy: boolean; typed?: TypedSession; refusal: Refusal | undefined };

/** What was done, or why not, and which of the two it was. */
export function SettlementFields({ busy, typed, refusal }: Fields) {
  const { t } = useTranslation("commitments");
  const errorOf = useErrorOf(refusal);
  return (
    <>
      <ScreenedTextField
        name="note"
        label={t("note")}
        maxLength={2000}
        autoComplete="off"
        defaultValue={typed?.note}
        found={foundAt(refusal, "note")}
        error={errorOf(ofNote)}
      />
      <p className="toolbar">
        <Button type="submit" name="state" value="met" size="small" busy={busy}>
          {t("met")}
        </Button>
        <Button type="submit" name="state" value="dropped" size="small" busy={busy}>
          {t("dropped")}
        </Button>
      </p>
    </>
  );
}
