import type { ComponentProps } from "react";
import { type Language, languages } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { CheckedOnce } from "./checked-once";
import { foundAt } from "./found-at";
import { ScreenedTextArea } from "./screened-text-area";
import { ScreenedTextField } from "./screened-text-field";

const suffix = { es: "Es", en: "En" } as const;

type Props = Pick<ComponentProps<typeof ScreenedTextArea>, "hint" | "maxLength" | "required"> & {
  /** Of the fields, but for the language at their end: `body` of `bodyEs` and `bodyEn`. */
  name: string;
  label(language: Language): string;
  /** What stands in the field of this name. */
  value?: (language: Language, field: string) => string | undefined;
  /** Absent: one line. */
  rows?: number;
  refusal: Refusal | undefined;
  /** What is wrong with the two: said where nothing is written, or at both. */
  error?: string | undefined;
};

/** A text that others will read, in both languages side by side. */
export function ScreenedPair({ name, label, value, rows, refusal, error, ...rest }: Props) {
  const isEmpty = (language: Language) => !value?.(language, name + suffix[language])?.trim();
  const isHalf = languages.some(isEmpty);
  return (
    <div className="both-languages">
      <CheckedOnce>
        {languages.map((language) => {
          const field = `${name}${suffix[language]}`;
          const shared = {
            ...rest,
            name: field,
            lang: localeOf(language),
            label: label(language),
            defaultValue: value?.(language, field),
            found: foundAt(refusal, field),
            error: error && (isEmpty(language) || !isHalf) ? error : undefined,
          };
          return rows === undefined ? (
            <ScreenedTextField key={language} {...shared} autoComplete="off" />
          ) : (
            <ScreenedTextArea key={language} {...shared} rows={rows} />
          );
        })}
      </CheckedOnce>
    </div>
  );
}
