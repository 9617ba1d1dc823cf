import { useTranslation } from "react-i18next";
import type { FoundVault } from "~/domain/vaults/vaults.server";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { Table } from "~/ui/table/table";

type Props = { vault: FoundVault; me: string; mayHold: boolean; when: (at: Date) => string };

/** The words of officers for and against a legal hold, and the reader's own, if one is theirs to give. */
export function HoldSection({ vault: { id, held, standing, holdWords }, me, mayHold, when }: Props) {
  const { t } = useTranslation("vaults");
  const language = useLanguage();
  const step = held ? "lift" : "place";
  const isSecond = standing.asked === step;
  const waits = isSecond && standing.askedBy === me;
  const state = held ? (isSecond ? "liftAsked" : "held") : isSecond ? "asked" : "none";
  const act = t(`hold.give.${isSecond ? (`${step}Second` as const) : step}`);
  return (
    <section aria-labelledby="hold">
      <h2 id="hold">{t("hold.heading")}</h2>
      <p>{t("hold.lead")}</p>
      {state === "none" ? (
        <p className="quiet">{t("hold.none")}</p>
      ) : (
        <p>
          <StateMark shape={held ? "disc" : "half"} tone={held ? "stopped" : "waiting"}>
            {t(`hold.${state}`)}
          </StateMark>
        </p>
      )}
      {holdWords.length > 0 && (
        <Table
          caption={t("hold.heading")}
          quietCaption
          rows={holdWords}
          rowKey={({ hold, step: said, memberId }) => hold + said + memberId}
          columns={[
            {
              id: "officer",
              head: t("hold.officer"),
              rowHead: true,
              cell: ({ name, organisation }) => `${name} · ${organisation}`,
            },
            { id: "step", head: t("hold.step"), cell: ({ step: said }) => t(`hold.${said}`) },
            { id: "at", head: t("hold.at"), cell: ({ saidAt }) => when(saidAt) },
            {
              id: "reason",
              head: t("hold.reason"),
              cell: ({ reason }) => <span className="words">{reason}</span>,
            },
          ]}
        />
      )}
      {mayHold && waits && <p className="quiet">{t("hold.waits")}</p>}
      {mayHold && !waits && (
        <ActForm
          action={paths.roundtableAct(language, id, held ? "lifting" : "hold")}
          label={t("hold.heading")}
          noticeUnless={({ reason }) => saidAtHold(reason)}
          clears
        >
          {(busy, refusal) => (
            <>
              <HoldReason refusal={refusal} />
              <Button type="submit" busy={busy}>
                {act}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </section>
  );
}

const ofReason = ["hold_reason_missing"];
export const saidAtHold = (reason: string) => ofReason.includes(reason);

export function HoldReason({ typed, refusal }: { typed?: TypedSession; refusal: Refusal | undefined }) {
  const { t } = useTranslation("vaults");
  const errorOf = useErrorOf(refusal);
  return (
    <ScreenedTextArea
      name="reason"
      label={t("hold.reason")}
      rows={2}
      maxLength={2000}
      defaultValue={typed?.reason}
      required
      found={foundAt(refusal, "reason")}
      error={errorOf(ofReason)}
    />
  );
}
