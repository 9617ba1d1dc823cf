import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Notice } from "~/ui/notice/notice";
import { useDesk } from "./desk-context";

export type PublicationState = {
  nextVersion: number;
  scheduledFor: Date | null;
  embargoRefusal: string | null;
  mayPublish: boolean;
  mayDiscard: boolean;
};

export function PublicationPanel({ state, ready }: { state: PublicationState; ready: boolean }) {
  const { t } = useTranslation("desk");
  const { draftId, timeZone } = useDesk();
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <>
      {state.scheduledFor && (
        <Notice
          tone={state.embargoRefusal ? "stopped" : "plain"}
          heading={t(state.embargoRefusal ? "publication.embargoRefused" : "publication.scheduled", {
            at: formatInstant(language, state.scheduledFor, timeZone),
          })}
        >
          {state.embargoRefusal && <p>{sentence(state.embargoRefusal)}</p>}
          <p>{t("publication.scheduledHint")}</p>
          {state.mayPublish && (
            <ActForm action={paths.embargoCancellation(language, draftId)} className="act-inline">
              {(busy) => (
                <Button type="submit" size="small" busy={busy}>
                  {t("publication.cancelEmbargo")}
                </Button>
              )}
            </ActForm>
          )}
        </Notice>
      )}
      {!state.scheduledFor &&
        (state.mayPublish ? (
          <p>
            <LinkButton
              weight={ready ? "first" : "second"}
              to={paths.draftPart(language, draftId, "publication")}
            >
              {t("publication.go", { n: state.nextVersion })}
            </LinkButton>
          </p>
        ) : (
          <p>{t("publication.byPublisher")}</p>
        ))}
      {state.mayDiscard && !state.scheduledFor && (
        <p>
          <Link className="discard-link" to={paths.draftPart(language, draftId, "discard")}>
            {t("publication.discard")}
          </Link>
        </p>
      )}
    </>
  );
}
