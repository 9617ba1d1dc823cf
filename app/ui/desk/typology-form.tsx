import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import type { TypologyEntry } from "~/domain/typologies/typology.form";
import type { FieldErrors } from "~/http/forms";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { TextArea } from "~/ui/field/text-area";
import { TextField } from "~/ui/field/text-field";

type Typed = Record<string, string | string[]>;
export type TypologyAnswer =
  | { refusal?: Refusal; errors?: FieldErrors; typed?: Typed | undefined }
  | undefined;
type Props = { entry: (TypologyEntry & { catalogued: boolean }) | null; answer: TypologyAnswer };

const suffix = { es: "Es", en: "En" } as const;

/** One entry of the catalogue in both languages; `entry` null adds a new one. */
export function TypologyForm({ entry, answer }: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  const refusedAt =
    refusal && { code_taken: "code", incomplete_es: "es", incomplete_en: "en" }[refusal.reason];
  const typed = (field: string, stored: string) => String(answer?.typed?.[field] ?? stored);
  const wrongIn = (...fields: string[]) => {
    const [reason] = Object.entries(answer?.errors ?? {}).flatMap(([place, reasons]) =>
      fields.some((field) => place === field || place.startsWith(`${field}.`)) ? reasons : [],
    );
    if (reason) return sentence(reason);
    return refusal && fields.includes(refusedAt ?? "") ? sentence(refusal.reason, refusal.facts) : undefined;
  };
  return (
    <Form method="post" className="form">
      {!refusedAt && <RefusalNotice refusal={refusal} />}
      {entry ? (
        <input type="hidden" name="code" value={entry.code} />
      ) : (
        <TextField
          id="code"
          name="code"
          label={t("catalogue.code")}
          hint={t("catalogue.codeHint")}
          defaultValue={typed("code", "")}
          error={wrongIn("code")}
          autoComplete="off"
          required
        />
      )}
      {languages.map((one) => {
        const name = typed(`name${suffix[one]}`, entry?.name[one] ?? "");
        const description = typed(`description${suffix[one]}`, entry?.description[one] ?? "");
        return (
          <div key={one} className="language-fields">
            <TextField
              id={`name${suffix[one]}`}
              name={`name${suffix[one]}`}
              lang={localeOf(one)}
              label={t("catalogue.nameIn", { language: t(`catalogue.in.${one}`) })}
              defaultValue={name}
              error={wrongIn(`name.${one}`, ...(name.trim() === "" ? [one] : []))}
              autoComplete="off"
            />
            <TextArea
              id={`description${suffix[one]}`}
              name={`description${suffix[one]}`}
              lang={localeOf(one)}
              label={t("catalogue.descriptionIn", { language: t(`catalogue.in.${one}`) })}
              hint={t("catalogue.descriptionHint")}
              defaultValue={description}
              error={wrongIn(`description.${one}`, ...(description.trim() === "" ? [one] : []))}
              rows={6}
            />
          </div>
        );
      })}
      <TextArea
        id="printed"
        name="printed"
        label={t("catalogue.printed")}
        hint={t("catalogue.printedHint")}
        defaultValue={typed("printed", entry?.printed.join("\n") ?? "")}
        error={wrongIn("printed")}
      />
      <TextArea
        id="amltrix"
        name="amltrix"
        label={t("catalogue.amltrix")}
        hint={t("catalogue.amltrixHint")}
        defaultValue={typed("amltrix", entry?.amltrix.join("\n") ?? "")}
        error={wrongIn("amltrix")}
        spellCheck={false}
      />
      <p className="desk-acts">
        <Button type="submit" weight="first">
          {t(!entry ? "catalogue.add" : entry.catalogued ? "catalogue.save" : "catalogue.adopt")}
        </Button>
        <LinkButton weight="quiet" to={paths.deskTypologies(language)}>
          {t("catalogue.title")}
        </LinkButton>
      </p>
    </Form>
  );
}
