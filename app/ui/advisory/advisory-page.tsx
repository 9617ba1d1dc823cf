import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import type { PublishedAnswer } from "~/domain/questions/published-answers.server";
import type { Reply } from "~/domain/replies/replies.server";
import { otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type Adoption, WorkCall } from "~/ui/adoption/work-call";
import { AskLink } from "~/ui/questions/ask-link";
import { PublishedAnswers } from "~/ui/questions/published-answers";
import { SaidAndDone } from "~/ui/replies/said-and-done";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";
import { AttachmentsList } from "./attachments-list";
import { contentsOf } from "./contents";
import { ContentsList } from "./contents-list";
import { Downloads } from "./downloads";
import { FilingBlock, hasFiling } from "./filing-block";
import { KeyFacts } from "./key-facts";
import { LessonBlock } from "./lesson-block";
import { hasRedFlagPart, RedFlags } from "./red-flags";
import { RelationsList } from "./relations-list";
import { Sections } from "./sections";
import { SourceBlock } from "./source-block";
import { StatementBlock } from "./statement-block";
import { StatusBanner } from "./status-banner";
import { TitleBlock } from "./title-block";
import { TranslationNotice } from "./translation-notice";
import { VersionList } from "./version-list";

type Props = {
  advisory: AdvisoryReading;
  /** Not issued yet: there is nothing to download and no history to follow. */
  preview?: boolean;
  /** How the reader's institution stands to it; null for whoever has none. */
  adoption?: Adoption | null;
  /** What was replied to feedback on it; on the page of one version, what led to that one. */
  replies?: Reply[];
  led?: boolean;
  answers?: PublishedAnswer[];
  /** Whether the reader may ask its issuers. */
  asks?: boolean;
};

export function AdvisoryPage({
  advisory,
  preview = false,
  adoption = null,
  replies = [],
  led = false,
  answers = [],
  asks = false,
}: Props) {
  const { t } = useTranslation("reading");
  const other = otherLanguage(useLanguage());
  const { number, version, currentVersion } = advisory;
  const original =
    version === currentVersion ? paths.advisory(other, number) : paths.version(other, number, version);
  // Of a red flag that this version does not print, too: an answer is not lost with its place.
  const printed = new Set(advisory.parts.flatMap(({ flags }) => flags.map(({ publicId }) => publicId)));
  const ofTheWhole = answers.filter(({ redFlag }) => redFlag === null || !printed.has(redFlag));
  return (
    <article className="advisory">
      <TitleBlock advisory={advisory} />
      <div className="folio advisory-body">
        <div className="text">
          <StatusBanner advisory={advisory} />
          <TranslationNotice state={advisory.translation.here} original={original} />
          {adoption && <WorkCall number={number} version={currentVersion} adoption={adoption} />}
          {asks && <AskLink number={number} />}
          {advisory.summary && (
            <section className="summary" id="summary" data-anchor>
              <h2 className="visually-hidden">{t("advisory.summary")}</h2>
              <Prose body={advisory.summary} />
            </section>
          )}
          {advisory.shareWith.length > 0 && (
            <section className="passage share-with" id="share-with" data-anchor>
              <h2 className="label">{t("advisory.shareWith")}</h2>
              <ul className="plain-list">
                {advisory.shareWith.map((who) => (
                  <li key={who.text}>
                    <SaidText said={who} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className="margin advisory-contents">
          <ContentsList entries={contentsOf(advisory, t, preview)} />
        </div>
        <aside className="notes key-facts" aria-labelledby="key-facts-name">
          <h2 className="visually-hidden" id="key-facts-name">
            {t("advisory.keyFacts")}
          </h2>
          <KeyFacts advisory={advisory} />
        </aside>
        <div className="text">
          {advisory.statement && <StatementBlock statement={advisory.statement} />}
          {advisory.lesson && <LessonBlock lesson={advisory.lesson} />}
          <Sections sections={advisory.sections} tlp={advisory.tlp} />
        </div>
      </div>
      {hasRedFlagPart(advisory) && (
        <RedFlags
          parts={advisory.parts}
          number={number}
          tlp={advisory.tlp}
          below={(publicId) => (
            <>
              <PublishedAnswers answers={answers.filter(({ redFlag }) => redFlag === publicId)} />
              {asks && <AskLink number={number} redFlag={publicId} />}
            </>
          )}
        />
      )}
      {hasFiling(advisory.filing) && <FilingBlock filing={advisory.filing} />}
      {replies.length > 0 && <SaidAndDone replies={replies} led={led} />}
      <div className="back-matter">
        {ofTheWhole.length > 0 && (
          <Matter id="questions" name={t("advisory.questions")}>
            <PublishedAnswers answers={ofTheWhole} />
          </Matter>
        )}
        {advisory.legalBasis && (
          <Matter id="legal-basis" name={t("advisory.legalBasis")}>
            <Prose body={advisory.legalBasis} />
          </Matter>
        )}
        {advisory.relations.length > 0 && (
          <Matter id="relations" name={t("advisory.relations")}>
            <RelationsList relations={advisory.relations} />
          </Matter>
        )}
        {advisory.contact && (
          <Matter id="contact" name={t("advisory.contact")}>
            <Prose body={advisory.contact} />
          </Matter>
        )}
        {advisory.attachments.length > 0 && (
          <Matter id="attachments" name={t("advisory.attachments")}>
            <AttachmentsList {...advisory} />
          </Matter>
        )}
        {advisory.source && (
          <Matter id="source" name={t("advisory.source")}>
            <SourceBlock source={advisory.source} />
          </Matter>
        )}
        {!preview && (
          <Matter id="history" name={t("advisory.history")}>
            <VersionList {...advisory} />
          </Matter>
        )}
        {!preview && version === currentVersion && (
          <Matter id="downloads" name={t("advisory.downloads")}>
            <Downloads
              number={number}
              contentHash={advisory.contentHash}
              withRedFlags={hasRedFlagPart(advisory)}
            />
          </Matter>
        )}
      </div>
    </article>
  );
}

function Matter({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <section className="matter folio" id={id} data-anchor>
      <h2 className="margin">{name}</h2>
      <div className="text">{children}</div>
    </section>
  );
}
