import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Audience, Tlp } from "~/domain/advisories/advisory.form";
import type { Requirement } from "~/domain/drafts/draft";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Notice } from "~/ui/notice/notice";
import { WholeIds } from "~/ui/text/whole-ids";
import { AudienceSentence } from "./audience-sentence";
import { EmbargoForm } from "./embargo-form";

type Props = {
  id: string;
  number: string;
  version: number;
  contentHash: string;
  tlp: Tlp;
  audience: Audience;
  redFlags: number;
  timeZone: string;
  blockers: { reason: string; count?: number; paths?: string[]; missing?: Requirement[] }[];
  institutions: { id: string; shortName: string }[];
  refusal: Refusal | undefined;
};

/** The last page before readers: what goes out, to whom, and that it stays. */
export function PublicationPage(props: Props) {
  const {
    id,
    number,
    version,
    contentHash,
    tlp,
    audience,
    redFlags,
    timeZone,
    blockers,
    institutions,
    refusal,
  } = props;
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const busy = useNavigation().state !== "idle";
  const ready = blockers.length === 0;
  return (
    <section className="form" aria-labelledby="publication">
      <h2 id="publication">
        <WholeIds>{t("publication.title", { number, n: version })}</WholeIds>
      </h2>
      <RefusalNotice refusal={refusal} />
      {ready ? (
        <p>{t("publication.ready")}</p>
      ) : (
        <Notice tone="caution" heading={t("publication.notReady")}>
          <ul>
            {blockers.map(({ reason, count, paths: places }) => (
              <li key={reason}>{sentence(reason, { count: count ?? places?.length ?? 0 })}</li>
            ))}
          </ul>
          <p>
            <LinkButton to={paths.draft(language, id)}>{t("backToDraft")}</LinkButton>
          </p>
        </Notice>
      )}
      <div className="publication-facts">
        <h3>{t("publication.readersLead")}</h3>
        <p>
          <TlpMark label={tlp} /> <span>{t("publication.flags", { count: redFlags })}</span>
        </p>
        <AudienceSentence audience={audience} tlp={tlp} institutions={institutions} />
      </div>
      <p>{t("publication.lasting")}</p>
      <p className="hash">
        {t("clearances.hash")} <code>{contentHash}</code>
      </p>
      <h3>{t("publication.now")}</h3>
      <Form method="post" action={paths.draftPart(language, id, "publication")}>
        <input type="hidden" name="contentHash" value={contentHash} />
        <Button type="submit" weight="first" busy={busy} disabled={!ready}>
          {t("publication.publish", { n: version })}
        </Button>
      </Form>
      <h3>{t("publication.later")}</h3>
      <EmbargoForm
        draftId={id}
        version={version}
        contentHash={contentHash}
        timeZone={timeZone}
        disabled={!ready}
      />
    </section>
  );
}
