import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { Choices } from "~/ui/field/choices";
import { TextField } from "~/ui/field/text-field";

export type TypedContact = { contact: string; email: string; language: string };

type Props = {
  typed?: Partial<TypedContact> | undefined;
  /** The sentence to be shown at a field. */
  wrong: (name: keyof TypedContact) => string | undefined;
};

/** Whom of an organisation an invitation goes to, and in which language. */
export function ContactFields({ typed = {}, wrong }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  return (
    <>
      <TextField
        name="contact"
        label={t("invite.contact")}
        defaultValue={typed.contact}
        error={wrong("contact")}
        autoComplete="off"
        maxLength={120}
        required
      />
      <TextField
        name="email"
        label={t("invite.email")}
        defaultValue={typed.email}
        error={wrong("email")}
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        required
      />
      <Choices
        kind="one"
        name="language"
        label={t("invite.language")}
        choices={[
          { value: "es", name: t("invite.es") },
          { value: "en", name: t("invite.en") },
        ]}
        chosen={[typed.language || language]}
        error={wrong("language")}
      />
    </>
  );
}
