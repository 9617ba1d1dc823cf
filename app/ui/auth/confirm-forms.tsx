import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Interrupted, Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { PasskeyButton } from "./passkey-button";
import { PasswordAndCode } from "./password-and-code";

type Props = {
  ways: { passkey: boolean; password: boolean };
  refusal?: Refusal | undefined;
  /** Where to go then, or what to carry out then: all that was typed travels along. */
  next?: string | null;
  interrupted?: Interrupted | undefined;
};

export function ConfirmForms({ ways, refusal, next, interrupted }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const carried = (
    <>
      {next && <input type="hidden" name="next" value={next} />}
      {interrupted && <input type="hidden" name="interrupted" value={JSON.stringify(interrupted)} />}
    </>
  );
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {ways.passkey && (
        <Form method="post" action={paths.confirm(language)} className="form">
          {carried}
          <PasskeyButton kind="use" challenge={paths.confirmChallenge(language)}>
            {t("confirm.byPasskey")}
          </PasskeyButton>
        </Form>
      )}
      {ways.password && (
        <section className="way-in" aria-labelledby="confirm-by-password">
          <h2 id="confirm-by-password">{t("confirm.byPassword")}</h2>
          <Form method="post" action={paths.confirm(language)} className="form">
            {carried}
            <PasswordAndCode />
            <p className="toolbar">
              <Button type="submit" weight={ways.passkey ? "second" : "first"}>
                {t("confirm.submit")}
              </Button>
            </p>
          </Form>
        </section>
      )}
      {!ways.passkey && !ways.password && <p>{t("confirm.noWay")}</p>}
    </>
  );
}
