import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/field/text-field";

/** The password that somebody has, with the code of now from their authenticator. */
export function PasswordAndCode() {
  const { t } = useTranslation("auth");
  return (
    <>
      <TextField
        label={t("password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
      />
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={12}
        className="input code-input"
      />
    </>
  );
}
