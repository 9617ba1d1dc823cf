import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Standing } from "~/domain/drafts/standing";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { useIsClient } from "~/ui/page/use-is-client";
import { AttachmentsPart } from "./attachments-part";
import { AudiencePart } from "./audience-part";
import { Clearances } from "./clearances";
import { useDesk } from "./desk-context";
import { DeskForm } from "./desk-form";
import { FactsPart } from "./facts-part";
import { FilingPart } from "./filing-part";
import { FrontPart } from "./front-part";
import { GeneralComments } from "./general-comments";
import { LessonPart } from "./lesson-part";
import { type Blocker, Missing } from "./missing";
import { NumberForm } from "./number-form";
import { Outline } from "./outline";
import { Presence } from "./presence";
import { PublicationPanel, type PublicationState } from "./publication-panel";
import { RedFlagsPart } from "./red-flags-part";
import { SaveMark } from "./save-mark";
import { SectionsPart } from "./sections-part";
import { StatementPart } from "./statement-part";

type Props = {
  blockers: Blocker[];
  standing: Standing;
  publication: PublicationState;
  authorities: Record<string, string>;
};

/** What stands in the way without the text having to change; settling any other undoes the clearances given before. */
const settledWithoutEdit = new Set(["not_cleared", "not_in_force", "comments_open"]);

/** The draft in two languages at the left; what it lacks, who has cleared it and how it gets out at the right. */
export function DraftEditor({ blockers, standing, publication, authorities }: Props) {
  const { t } = useTranslation("desk");
  const { shown, editable, baseVersion } = useDesk();
  const { content } = shown;
  const isClient = useIsClient();
  return (
    <I18nProvider locale={localeOf(useLanguage())}>
      <div className="draft">
        <aside className="draft-panel" aria-label={t("panel.name")}>
          <div className="panel-live">
            <SaveMark />
            <Presence />
          </div>
          <details open>
            <summary>{t("panel.missing", { count: blockers.length })}</summary>
            <Missing blockers={blockers} authorities={authorities} />
          </details>
          <details open>
            <summary>{t("panel.clearances")}</summary>
            <Clearances
              standing={standing}
              authorities={authorities}
              unfinished={blockers.some(({ reason }) => !settledWithoutEdit.has(reason))}
            />
          </details>
          <details open>
            <summary>{t("panel.publication")}</summary>
            <PublicationPanel state={publication} ready={blockers.length === 0} />
          </details>
          <details open>
            <summary>{t("panel.comments")}</summary>
            <GeneralComments />
          </details>
          {isClient && (
            <details open>
              <summary>{t("panel.outline")}</summary>
              <Outline />
            </details>
          )}
        </aside>
        <div className="draft-text">
          <DeskForm />
          {!editable && (
            <p className="read-only">{t(publication.scheduledFor ? "readOnlyScheduled" : "readOnly")}</p>
          )}
          <div className="languages-head" aria-hidden="true">
            <span>{t("language.es")}</span>
            <span>{t("language.en")}</span>
          </div>
          <FrontPart content={content} />
          {content.lesson && <LessonPart lesson={content.lesson} />}
          {content.statement && <StatementPart statement={content.statement} />}
          <SectionsPart sections={content.sections} />
          <RedFlagsPart redFlags={content.redFlags} groups={content.groups} />
          <FilingPart filing={content.filing} groups={content.groups} />
          <FactsPart content={content} />
          <AudiencePart audience={content.audience} tlp={content.tlp} />
          <AttachmentsPart attachments={content.attachments} tlp={content.tlp} />
          {baseVersion === null && editable && <NumberForm />}
        </div>
      </div>
    </I18nProvider>
  );
}
