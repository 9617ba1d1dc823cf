import { useTranslation } from "react-i18next";
import type { OrganisationRecord } from "~/domain/vetting/organisation-record.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Notice } from "~/ui/notice/notice";
import { ReasonForm } from "./reason-form";

type Props = {
  organisationId: string;
  measure: OrganisationRecord["measures"][number];
  asker: { memberId: string; organisationId: string; timeZone: string };
  mayAnswer: boolean;
};

/** A measure that waits for its second word. */
export function OpenMeasure({ organisationId, measure, asker, mayAnswer }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id, kind, authority, proposer, proposedAt, emergencyUntil, reason } = measure;
  const own = mayAnswer && measure.authorityId === asker.organisationId;
  const time = (at: Date) => formatInstant(language, at, asker.timeZone);
  return (
    <section aria-labelledby="open-measure">
      <h2 id="open-measure">
        {emergencyUntil
          ? t("one.emergencyNow", { kind: t(`emergencyKind.${kind}`) })
          : `${t("one.measureOpen")}: ${t(`measure.${kind}`)}`}
      </h2>
      <Notice tone={emergencyUntil ? "stopped" : "caution"}>
        <p>
          {emergencyUntil
            ? t("one.emergencyUntil", { at: time(emergencyUntil), authority })
            : t("one.needsSecond", { authority })}
        </p>
        <p>
          {t("one.proposedBy", { name: proposer ?? t("one.formerOfficer"), authority, at: time(proposedAt) })}
        </p>
        <blockquote lang={measure.language}>{reason}</blockquote>
      </Notice>
      {own && (
        <div className="vetting-words">
          {measure.proposedBy !== asker.memberId && (
            <ReasonForm
              action={paths.measureAct(language, organisationId, id, "confirmation")}
              label={t("one.confirm", { kind: t(`measure.${kind}`) })}
              button={t("one.confirm", { kind: t(`measure.${kind}`) })}
              fieldLabel={t("one.confirmReason")}
              done={t("one.confirmedMeasure", { kind: t(`measure.${kind}`) })}
              weight="danger"
            />
          )}
          <ActForm
            action={paths.measureAct(language, organisationId, id, "withdrawal")}
            label={t(emergencyUntil ? "one.lift" : "one.withdraw")}
            done={t(emergencyUntil ? "one.emergencyLifted" : "one.proposalWithdrawn")}
          >
            {(busy) => (
              <Button type="submit" busy={busy}>
                {t(emergencyUntil ? "one.lift" : "one.withdraw")}
              </Button>
            )}
          </ActForm>
        </div>
      )}
    </section>
  );
}
