import { z } from "zod";
import { longText, shortText } from "~/domain/advisories/advisory.form";

/** An entry of the catalogue. `printed`: how documents print it in either language; an import maps these terms to the code. */
export const typologyForm = z.object({
  code: z.string().regex(/^[a-z0-9-]{2,80}$/, "errors.bad_code"),
  name: shortText,
  description: longText,
  printed: z.array(z.string().min(1).max(200, "errors.too_long")).max(100, "errors.beyond_most"),
  amltrix: z
    .array(z.string().regex(/^T\d{4}(\.\d{3})?$/, "errors.bad_amltrix"))
    .max(30, "errors.beyond_most"),
});
export type TypologyEntry = z.infer<typeof typologyForm>;

const line = z.string().default("");
const lines = (text: string) => [
  ...new Set(
    text
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];
const prose = (text: string) => text.replace(/\r\n/g, "\n").trim();

/** The same as typed into a page's form: a term or an id a line. */
export const typedTypology = z
  .object({
    code: line,
    nameEs: line,
    nameEn: line,
    descriptionEs: line,
    descriptionEn: line,
    printed: line,
    amltrix: line,
  })
  .transform((typed) => ({
    code: typed.code.trim(),
    name: { es: typed.nameEs.trim(), en: typed.nameEn.trim() },
    description: { es: prose(typed.descriptionEs), en: prose(typed.descriptionEn) },
    printed: lines(typed.printed),
    amltrix: lines(typed.amltrix.toUpperCase()),
  }))
  .pipe(typologyForm);
