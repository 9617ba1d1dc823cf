import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { TextArea } from "~/ui/field/text-area";

type Typed = { severalKinds: boolean; approvalsNeeded: number; reason: string };
type Props = {
  exception: (Typed & { setAt: Date }) | null;
  mayChange: boolean;
  timeZone: string;
  answer: { refusal?: Refusal; typed?: Typed | undefined } | undefined;
};

/** The rule of the clearances and an authority's written exception to it. */
export function ClearanceRules({ exception, mayChange, timeZone, answer }: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const start = answer?.typed ?? exception;
  const atReason = answer?.refusal?.reason === "reason_too_short";
  return (
    <article className="desk">
      <h1>{t("settings.title")}</h1>
      <div className="form">
        <p>{t("settings.lead")}</p>
        <h2>{t("settings.current")}</h2>
        {exception ? (
          <div>
            <p>{t("settings.since", { at: formatDate(language, exception.setAt, timeZone) })}</p>
            <ul>
              {exception.severalKinds && <li>{t("settings.severalKinds")}</li>}
              {exception.approvalsNeeded === 1 && <li>{t("settings.oneApproval")}</li>}
            </ul>
            <blockquote>{exception.reason}</blockquote>
          </div>
        ) : (
          <p>{t("settings.plain")}</p>
        )}
      </div>
      {mayChange ? (
        <Form method="post" className="form">
          {!atReason && <RefusalNotice refusal={answer?.refusal} />}
          <div>
            <Checkbox
              name="severalKinds"
              label={t("settings.severalKinds")}
              defaultChecked={start?.severalKinds}
            />
            <Checkbox
              name="oneApproval"
              label={t("settings.oneApproval")}
              defaultChecked={start?.approvalsNeeded === 1}
            />
          </div>
          <TextArea
            id="reason"
            name="reason"
            label={t("settings.reason")}
            hint={t("settings.reasonHint")}
            defaultValue={answer?.typed?.reason}
            error={atReason && answer?.refusal && sentence("reason_too_short", answer.refusal.facts)}
          />
          <p>
            <Button type="submit">{t("settings.set")}</Button>
          </p>
        </Form>
      ) : (
        <p>{t("settings.onlyAdministrators")}</p>
      )}
      <p>
        <Link to={paths.desk(language)}>{t("list.title")}</Link>
      </p>
    </article>
  );
}
