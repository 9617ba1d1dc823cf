import { z } from "zod";
import { languages, longText, tlpLabels } from "~/domain/advisories/advisory.form";

/** Shapes that several rooms of the API share. */
export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true }).meta({ description: "An instant, RFC 3339." });
export const advisoryNumber = z.string().min(1).max(60).meta({ example: "FIN-2026-A001" });
export const tlp = z.enum(tlpLabels);
export const language = z.enum(languages);

/** A text in both languages; one that is missing is null, never the other language's words. */
export const said = z
  .object({ es: z.string().nullable(), en: z.string().nullable() })
  .meta({ id: "Text", description: "A text in both languages; null where that language is missing." });

/** A text as it is written and kept: a language that is missing is empty. */
export const written = longText.meta({
  id: "WrittenText",
  description: "A text in both languages; empty where that language is missing.",
});

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable().meta({ description: "Opaque cursor." }) });

export const cursor = z.string().max(200).optional().meta({ description: "`next` of the page before." });
export const cursorOnly = z.strictObject({ cursor });

export const problemShape = z
  .object({
    type: z.string().meta({ description: "Stable; a path of the platform.", example: "/problems/not_ready" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "In the language of Accept-Language." }),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(
      z.object({
        pointer: z.string().meta({ description: "RFC 6901, into the part of the request named by `in`." }),
        in: z.enum(["body", "query", "header"]).optional(),
        reason: z.string().meta({ description: "Stable." }),
        detail: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Problem", description: "RFC 9457." });

export const segment = z.object({ text: z.string(), hit: z.boolean() });
