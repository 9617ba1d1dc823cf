import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InvitationLetter } from "~/domain/invitations/invitation";
import type { OrganisationRecord } from "~/domain/vetting/organisation-record.server";
import { measuresOpenTo } from "~/domain/vetting/vetting";
import { formatDate, formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Notice } from "~/ui/notice/notice";
import { LetterWords } from "~/ui/people/letter-words";
import { usePlaceName } from "~/ui/place/use-place-name";
import { Facts } from "~/ui/table/facts";
import { ApplicationPart } from "./application-part";
import { ContactForm } from "./contact-form";
import { CoverWords } from "./cover-words";
import { FactList } from "./fact-list";
import { History } from "./history";
import { MeasureForm } from "./measure-form";
import { OpenMeasure } from "./open-measure";
import { VettingMark } from "./vetting-mark";

type Props = {
  organisation: OrganisationRecord;
  invitation: {
    email: string;
    invitedAt: Date;
    expiresAt: Date;
    over: boolean;
    letter: InvitationLetter | null;
  } | null;
  today: string;
  asker: {
    memberId: string;
    organisationId: string;
    timeZone: string;
    mayRead: boolean;
    mayVet: boolean;
    mayTakeMeasures: boolean;
    mayInviteContact: boolean;
    months: number;
  };
};

/** One organisation: what is on record, what waits, what has happened. */
export function OrganisationPage({ organisation, invitation, today, asker }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { country } = usePlaceName();
  const { id, kind, name, shortName, jurisdiction, vetting, vettedUntil, createdAt } = organisation;
  const recorded = { ...organisation, nameEs: name.es, nameEn: name.en };
  const application = organisation.applications.find(({ outcome }) => outcome === null);
  const measure = organisation.measures.find(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt);
  const kinds = measuresOpenTo(organisation);
  return (
    <article className="desk vetting">
      <p className="overline">
        <Link to={paths.organisations(language)}>{t("one.back")}</Link>
      </p>
      <h1>{name[language] || name.es || name.en || shortName}</h1>
      <Facts
        across
        facts={[
          { name: t("column.state"), value: <VettingMark state={vetting} /> },
          (vettedUntil !== null || vetting === "vetted") && {
            name: t("column.until"),
            value: vettedUntil ? formatDay(language, vettedUntil) : t("noUntil"),
          },
          { name: t("column.kind"), value: t(`kind.${kind}`) },
          { name: t("column.country"), value: country(jurisdiction) },
          kind === "institution" && {
            name: t("column.cover"),
            value: <CoverWords cover={organisation.cover} today={today} />,
          },
          { name: t("one.since"), value: formatDate(language, createdAt, asker.timeZone) },
        ]}
      />
      <EndOfAuthority organisation={organisation} />
      {!asker.mayRead && <Notice>{t("one.officersOnly")}</Notice>}
      {measure && (
        <OpenMeasure organisationId={id} measure={measure} asker={asker} mayAnswer={asker.mayTakeMeasures} />
      )}
      {application && <ApplicationPart organisation={recorded} application={application} asker={asker} />}
      {invitation && <InvitationPart id={id} invitation={invitation} timeZone={asker.timeZone} />}
      {asker.mayInviteContact && (
        <section aria-labelledby="another">
          <h2 id="another">{t("invite.another")}</h2>
          <p>{t("invite.anotherLead")}</p>
          <ContactForm organisationId={id} />
        </section>
      )}
      {(!application || vettedUntil !== null) && (
        <section aria-labelledby="facts">
          <h2 id="facts">{t("one.facts")}</h2>
          <FactList facts={recorded} kind={kind} jurisdiction={jurisdiction} />
        </section>
      )}
      {asker.mayRead && (
        <History
          applications={organisation.applications}
          measures={organisation.measures}
          timeZone={asker.timeZone}
        />
      )}
      {asker.mayTakeMeasures && !measure && kinds.length > 0 && (
        <section aria-labelledby="measures">
          <h2 id="measures">{t("one.measures")}</h2>
          <p>{t("one.measuresLead")}</p>
          <MeasureForm organisationId={id} kinds={kinds} />
        </section>
      )}
    </article>
  );
}

type Invited = { id: string; invitation: NonNullable<Props["invitation"]>; timeZone: string };

/** What the missing last day of an authority that was founded means, or what its last day means where it stands alone. */
function EndOfAuthority({ organisation: { kind, vetting, vettedUntil, lone } }: Pick<Props, "organisation">) {
  const { t } = useTranslation("vetting");
  if (kind !== "authority" || vetting !== "vetted") return null;
  if (vettedUntil !== null) return lone ? <Notice tone="caution">{t("one.endsAlone")}</Notice> : null;
  return <Notice>{t(lone ? "one.endlessAlone" : "one.endless")}</Notice>;
}

function InvitationPart({
  id,
  invitation: { email, invitedAt, expiresAt, over, letter },
  timeZone,
}: Invited) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const day = (at: Date) => formatDate(language, at, timeZone);
  return (
    <section aria-labelledby="invitation">
      <h2 id="invitation">{t("one.invitation")}</h2>
      <p>
        {over
          ? t("one.invitationOver", { email, until: day(expiresAt) })
          : t("one.invitedOn", { email, day: day(invitedAt), until: day(expiresAt) })}
        <LetterWords letter={letter} />
      </p>
      <div className="row-acts">
        <ActForm
          action={paths.organisationInvitationAct(language, id, "sending")}
          label={t("one.resend")}
          className="row-act"
          done={t("one.resentTo", { email })}
        >
          {(busy) => (
            <Button type="submit" busy={busy}>
              {t("one.resend")}
            </Button>
          )}
        </ActForm>
        <ActForm
          action={paths.organisationInvitationAct(language, id, "withdrawal")}
          label={t("one.withdrawInvitation")}
          className="row-act"
          done={t("one.withdrawnFrom", { email })}
        >
          {(busy) => (
            <Button type="submit" weight="danger" busy={busy}>
              {t("one.withdrawInvitation")}
            </Button>
          )}
        </ActForm>
      </div>
    </section>
  );
}
