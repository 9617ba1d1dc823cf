import { useTranslation } from "react-i18next";
import type { ProposedTotp } from "~/domain/auth/propose-totp.server";
import type { Refusal } from "~/http/outcomes";
import { useRefusal } from "~/ui/act/refusal";
import { TextField } from "~/ui/field/text-field";
import { TotpSetup } from "./totp-setup";

type Props = { totp: ProposedTotp; account: string; refusal: Refusal | undefined };

/** Refusals that these fields tell themselves. */
export const isOfPasswordSetup = ({ reason }: Refusal) => /^(password|totp)_/.test(reason);

/** A new password and its authenticator; what is wrong is said at the field that it concerns. */
export function PasswordSetup({ totp, account, refusal }: Props) {
  const { t } = useTranslation("auth");
  const sentence = useRefusal();
  const at = (kind: string) =>
    refusal?.reason.startsWith(kind) ? sentence(refusal.reason, refusal.facts) : undefined;
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={account} />
      <TextField
        label={t("setPassword.password")}
        hint={t("setPassword.hint")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        maxLength={256}
        error={at("password_")}
      />
      <TotpSetup {...totp} />
      <TextField
        label={t("setPassword.code")}
        hint={t("setPassword.codeHint")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={12}
        className="input code-input"
        error={at("totp_")}
      />
    </>
  );
}
