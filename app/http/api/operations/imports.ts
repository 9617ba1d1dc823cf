import { z } from "zod";
import { clearanceKinds } from "~/domain/drafts/draft";
import { operation } from "../operation";
import { advisoryNumber, written } from "../shapes";

export const importDocument = operation({
  name: "importDocument",
  room: "imports",
  method: "POST",
  path: "/imports",
  summary:
    "Takes in a document published elsewhere, or the translation of one that is here, whole or not at all. The same document again changes nothing.",
  asker: "staff",
  scope: "publish",
  body: z.strictObject({
    document: z.record(z.string(), z.unknown()).meta({
      description: "As printed; a `translationStatus` makes it the translation of the document `number`.",
    }),
    publish: z.boolean().default(false),
    changeNote: written.optional().meta({ description: "Of the version that a translation makes." }),
  }),
  status: 200,
  answer: z.object({
    number: advisoryNumber,
    redFlags: z.int(),
    status: z.enum(["published", "draft", "unchanged"]),
    waitsFor: z
      .array(z.enum(clearanceKinds))
      .optional()
      .meta({ description: "Clearances that a translation needs before the publication asked for." }),
  }),
});

export const importOperations = [importDocument];
