import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { done, type Outcome, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import { arrivalOf } from "./proposal";
import type { ProposalWords } from "./proposal.form";

/** Leads from whoever sent a proposal to what became of it; no row of the desk has it. */
export type ProposalLink = { id: string; secret: string };

export const textsOf = ({ name, words, reason }: ProposalWords) =>
  [name, words, reason].flatMap(({ es, en }) => [es, en]);

/** Whether a desk can use it: whole in both languages, which say the same. */
export function readyToSend({ kind, name, words, reason }: ProposalWords): Outcome<undefined> {
  const required = kind === "typology" ? [name, words] : [words];
  const isWhole = required.every(({ es, en }) => es.trim() !== "" && en.trim() !== "");
  if (!isWhole) return refused("proposal_incomplete");
  const optional = [reason].filter(({ es, en }) => es.trim() !== "" || en.trim() !== "");
  const count = differencesOf([...required, ...optional]);
  return count > 0 ? refused("languages_differ", { count }) : done(undefined);
}

/** Puts it before the desk of the viewer's authority, in nobody's name, for the next Monday: the same wherever it was written. */
export async function sendProposal(
  tx: Transaction,
  { proposal, authorityId, at }: { proposal: ProposalWords; authorityId: string; at: Date },
): Promise<ProposalLink> {
  const { kind, name, words, reason, concerns } = storable(proposal);
  const link = { id: randomUUID(), secret: randomBytes(24).toString("base64url") };
  const mark = createHash("sha256").update(link.secret).digest("hex");
  await tx.execute(sql`insert into proposals (id, authority_id, kind, name, words, reason, concerns, arrives_on, secret_hash)
    values (${link.id}::uuid, ${authorityId}::uuid, ${kind}, ${JSON.stringify(kind === "typology" ? name : { es: "", en: "" })}::jsonb,
      ${JSON.stringify(words)}::jsonb, ${JSON.stringify(reason)}::jsonb, ${concerns}, ${arrivalOf(at)}::date, ${mark})`);
  return link;
}
