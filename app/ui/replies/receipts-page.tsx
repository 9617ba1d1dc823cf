import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "~/domain/replies/outcomes.server";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { Notice } from "~/ui/notice/notice";
import { OutcomesList } from "./outcomes-list";

type Props = {
  roundId: string;
  answer: { refusal?: Refusal; typed?: { round: string } | undefined; outcomes?: Outcome[] } | undefined;
};

/** Opens with a receipt's number and secret, to whoever has them. */
export function ReceiptsPage({ roundId, answer }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const outcomes = answer?.outcomes;
  return (
    <article className="rounds">
      <h1>{t("receipts.title")}</h1>
      {outcomes && outcomes.length > 0 ? (
        <>
          <Notice tone="caution">
            <p>{t("receipts.shared")}</p>
          </Notice>
          <h2>{t("receipts.found")}</h2>
          <OutcomesList outcomes={outcomes} />
          <p>
            <Link to={paths.receipts(language)}>{t("receipts.again")}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{t("receipts.lead")}</p>
          <p>{t("receipts.private")}</p>
          <p>{t("receipts.shared")}</p>
          <RefusalNotice refusal={answer?.refusal} />
          {outcomes && (
            <Notice tone="caution" heading={t("receipts.nothing")} live>
              <p>{t("receipts.nothingWhy")}</p>
            </Notice>
          )}
          <Form method="post" action={paths.receipts(language)} className="form">
            <TextField
              name="round"
              label={t("receipts.number")}
              hint={t("receipts.numberHint")}
              defaultValue={answer?.typed?.round ?? roundId}
              autoComplete="off"
              spellCheck={false}
              maxLength={80}
              required
            />
            <TextField
              name="secret"
              type="password"
              label={t("receipts.secret")}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              required
            />
            <p className="toolbar">
              <Button type="submit" weight="first" busy={busy}>
                {t("receipts.act")}
              </Button>
            </p>
          </Form>
        </>
      )}
    </article>
  );
}
