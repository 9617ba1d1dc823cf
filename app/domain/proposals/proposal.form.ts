import { z } from "zod";
import { shortText } from "~/domain/advisories/advisory.form";
import { proposalKinds } from "./proposal";

const words = z.string().max(4000, "errors.too_long");
const said = z.object({ es: words, en: words });

export const proposalSchema = z.object({
  kind: z.enum(proposalKinds),
  /** Of a typology; a red flag has none. */
  name: shortText,
  /** What the red flag says, or how the typology works. */
  words: said,
  /** Why it is needed; may be empty. */
  reason: said,
  /** The number of an advisory or the code of a typology; empty: of none. */
  concerns: z
    .string()
    .max(80)
    .regex(/^[A-Za-z0-9-]*$/, "errors.bad_code"),
});
export type ProposalWords = z.infer<typeof proposalSchema>;
