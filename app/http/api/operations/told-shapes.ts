import { z } from "zod";
import { replyOutcomes } from "~/domain/replies/reply";
import { advisoryNumber, id, instant, said, tlp } from "../shapes";

/** A version of an answer, whoever it was given to. */
export const givenShape = z.object({
  version: z.int(),
  question: said
    .nullable()
    .meta({ description: "In the authority's words; null in an answer to the asker." }),
  answer: said,
  correction: said.nullable().meta({ description: "What this version corrects; null in the first." }),
  releasedOn: z.iso.date(),
  withdrawn: z.object({ on: z.iso.date(), reason: said }).nullable(),
});

/** What was answered to everyone. */
export const publishedShape = givenShape.extend({
  id: id.meta({ description: "The same in every version of the answer." }),
  advisory: z.string(),
  redFlag: z.string().nullable(),
  advisoryVersion: z.int().meta({ description: "The version on which it was answered." }),
  authority: z.string(),
  tlp,
});

export const versionName = z.object({ number: advisoryNumber, n: z.int() });

export const answeredShape = z
  .object({ id, number: advisoryNumber, redFlag: z.string().nullable(), question: said })
  .nullable()
  .meta({ description: "The answer to everyone that it points to, where the asker may read it." });

/** What an authority replied to a theme or a red flag of a round. */
export const replyShape = z.object({
  id,
  authority: z.string().meta({ description: "Short name." }),
  theme: said.nullable(),
  redFlags: z.array(z.string()),
  said,
  answer: said,
  outcome: z.enum(replyOutcomes),
  note: said,
  version: z.int(),
  releasedAt: instant,
  answered: answeredShape,
  amendedIn: z.array(versionName),
});
