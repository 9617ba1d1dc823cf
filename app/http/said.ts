import { z } from "zod";
import { saidKinds } from "~/domain/contributions/contribution";
import { done, type Outcome, refused } from "~/domain/outcome";
import { attributions } from "~/domain/roundtables/attribution";
import { notFound } from "./outcomes";
import type { TypedSession } from "./roundtables";

const said = z.object({
  // At random: whatever else made it could be traced to its writer.
  id: z.uuidv4(),
  item: z.coerce.number().int().min(0).max(99),
  parentId: z
    .union([z.uuid(), z.literal("")])
    .optional()
    .transform((id) => id || null),
  kind: z.enum(saidKinds).default("words"),
  language: z.enum(["es", "en"]),
  text: z.string().default(""),
});

/** What somebody says, as its form has it. */
export function saidIn(typed: TypedSession) {
  const read = said.safeParse(typed);
  if (!read.success) throw notFound();
  return read.data;
}

/** As whom; nobody is attributed to anything by a choice that they did not make. */
export function modeIn(typed: TypedSession): Outcome<(typeof attributions)[number]> {
  const mode = attributions.find((one) => one === typed.mode);
  return mode ? done(mode) : refused("choose_attribution");
}
