import { useTranslation } from "react-i18next";
import type { OrganisationRecord } from "~/domain/vetting/organisation-record.server";
import { approvalsNeeded, leastReason } from "~/domain/vetting/vetting";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { FactList } from "./fact-list";
import { ReasonForm } from "./reason-form";

type Asked = OrganisationRecord["applications"][number];
type Props = {
  organisation: OrganisationRecord & { nameEs: string; nameEn: string };
  application: Asked;
  asker: { memberId: string; organisationId: string; timeZone: string; mayVet: boolean; months: number };
};

/** The application that waits: what it says, what was said of it, and the officer's own word. */
export function ApplicationPart({ organisation, application, asker }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id, facts, submittedAt, decisions } = application;
  const at = formatInstant(language, submittedAt, asker.timeZone);
  const known = organisation.vettedUntil !== null;
  const own = decisions.some(({ memberId }) => memberId === asker.memberId);
  const other = decisions.find(({ authorityId }) => authorityId !== asker.organisationId);
  const second = decisions.length >= approvalsNeeded - 1;
  const hidden = { applicationId: id };
  return (
    <section aria-labelledby="application">
      <h2 id="application">{t("one.application")}</h2>
      <p>{t(known ? "one.submitted" : "one.submittedFirst", { at })}</p>
      <FactList
        facts={facts}
        kind={organisation.kind}
        jurisdiction={organisation.jurisdiction}
        before={known ? organisation : undefined}
      />
      <h3>{t("one.decisions")}</h3>
      <Words decisions={decisions} timeZone={asker.timeZone} empty={t("one.noDecisions")} />
      {!asker.mayVet && organisation.id === asker.organisationId && (
        <Notice>{t("one.ownOrganisation")}</Notice>
      )}
      {asker.mayVet && own && <Notice>{t("one.ownGiven")}</Notice>}
      {asker.mayVet && !own && (
        <div className="vetting-words">
          {other ? (
            <Notice>{t("one.otherAuthority", { authority: other.authority })}</Notice>
          ) : (
            <div>
              <p className="lead">
                {second ? t("one.approveSecondLead", { months: asker.months }) : t("one.approveLead")}
              </p>
              <ReasonForm
                action={paths.organisationAct(language, organisation.id, "approval")}
                label={t("one.approve")}
                button={t(second ? "one.approveSecond" : "one.approve")}
                weight="first"
                done={t("one.approvalGiven")}
                made="application"
                hidden={hidden}
              />
            </div>
          )}
          <div>
            <p className="lead">{t("one.refuseLead")}</p>
            <ReasonForm
              action={paths.organisationAct(language, organisation.id, "refusal")}
              label={t("one.refuse")}
              button={t("one.refuse")}
              hint={t("one.refusalHint", { least: leastReason })}
              done={t("one.refusalGiven")}
              made="application"
              hidden={hidden}
            />
          </div>
        </div>
      )}
    </section>
  );
}

type WordsProps = { decisions: Asked["decisions"]; timeZone: string; empty?: string };

/** Officers' words in the language in which each was written. */
export function Words({ decisions, timeZone, empty }: WordsProps) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  if (decisions.length === 0) return empty ? <p className="quiet">{empty}</p> : null;
  return (
    <ul className="words">
      {decisions.map(({ kind, reason, language: written, at, memberId, officer, authority }) => (
        <li key={memberId}>
          <p className="by">
            <strong>{t(`one.${kind}`)}</strong>{" "}
            {t("one.byOfficer", { name: officer ?? t("one.formerOfficer"), authority })} ·{" "}
            {formatInstant(language, at, timeZone)}
          </p>
          <blockquote lang={written}>{reason}</blockquote>
        </li>
      ))}
    </ul>
  );
}
