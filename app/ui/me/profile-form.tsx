import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FieldErrors } from "~/http/forms";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";

export type ProfileTyped = { errors: FieldErrors; typed: Record<string, string | string[]> };
type Props = {
  member: { name: string; language: "es" | "en"; timeZone: string };
  timeZones: { value: string; name: string }[];
  answer: { refusal?: Refusal; typed?: ProfileTyped | undefined } | undefined;
};

export function ProfileForm({ member, timeZones, answer }: Props) {
  const { t } = useTranslation("me");
  const sentence = useRefusal();
  const { errors, typed } = answer?.typed ?? {};
  const start = (name: keyof typeof member) => typed?.[name]?.toString() ?? member[name];
  const errorAt = (name: string) => {
    const [first] = errors?.[name] ?? [];
    return first && sentence(first);
  };
  return (
    <Form method="post" action={paths.meForm(useLanguage())} className="form">
      {!errors && <RefusalNotice refusal={answer?.refusal} />}
      <TextField
        name="name"
        autoComplete="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={start("name")}
        error={errorAt("name")}
        maxLength={120}
        required
      />
      <Choices
        kind="one"
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        chosen={[start("language")]}
        choices={[
          { value: "es", name: t("spanish") },
          { value: "en", name: t("english") },
        ]}
        error={errorAt("language")}
      />
      <Select
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        options={timeZones}
        defaultValue={start("timeZone")}
        error={errorAt("timeZone")}
      />
      <p>
        <Button type="submit" weight="first">
          {t("save")}
        </Button>
      </p>
    </Form>
  );
}
