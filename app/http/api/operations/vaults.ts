import { z } from "zod";
import { holdSteps } from "~/domain/vaults/vault";
import { operation } from "../operation";
import { id, instant } from "../shapes";

const room = "roundtables";
const roundtable = z.object({ id });
const reason = z.strictObject({ reason: z.string().max(2000) });
const held = z.object({ held: z.boolean().meta({ description: "Whether the hold is in force now." }) });

const record = z.object({
  id,
  startsAt: instant,
  keptUntil: instant.meta({ description: "When its key is destroyed, unless it is held." }),
  endedAt: instant.nullable(),
  closedAt: instant.nullable(),
  purgedAt: instant.nullable(),
  held: z.boolean(),
  holdWords: z
    .array(
      z.object({
        step: z.enum(holdSteps),
        memberId: id,
        name: z.string(),
        organisation: z.string(),
        saidAt: instant,
        reason: z.string(),
      }),
    )
    .meta({ description: "To those who convene it; else empty." }),
  seal: z
    .object({
      digest: z.string(),
      parts: z.array(z.object({ part: z.string(), rows: z.int(), whole: z.boolean() })),
    })
    .nullable()
    .meta({ description: "Reckoned anew from what is there now; null until it is sealed." }),
  proof: z.array(
    z.object({
      action: z.string(),
      at: instant,
      digest: z.string(),
      seq: z.int().nullable().meta({ description: "The entry of the audit log." }),
      link: z.string().nullable(),
      whole: z.boolean(),
    }),
  ),
  disclosures: z
    .array(
      z.object({
        id,
        what: z.enum(["record", "minutes", "file"]),
        at: instant,
        name: z.string(),
        organisation: z.string(),
      }),
    )
    .meta({ description: "To chairs every copy that was taken; to everyone else their own." }),
});

export const findVault = operation({
  name: "findVault",
  room,
  method: "GET",
  path: "/roundtables/{id}/record",
  summary: "How long a session's record is kept, whether it is whole, who holds it and who took copies.",
  asker: "member",
  params: roundtable,
  status: 200,
  answer: record,
});

export const endRoundtable = operation({
  name: "endRoundtable",
  room,
  method: "POST",
  path: "/roundtables/{id}/ending",
  summary: "Ends a session that has begun.",
  asker: "member",
  params: roundtable,
  status: 200,
  answer: z.object({ id }),
});

export const closeRoundtable = operation({
  name: "closeRoundtable",
  room,
  method: "POST",
  path: "/roundtables/{id}/closing",
  summary: "Seals the record of a session that has ended, for good.",
  asker: "confirmed-member",
  params: roundtable,
  status: 200,
  answer: z.object({ digest: z.string() }),
});

export const placeHold = operation({
  name: "placeHold",
  room,
  method: "POST",
  path: "/roundtables/{id}/hold",
  summary: "One officer's word for a legal hold; the second, of another officer, makes it so.",
  asker: "confirmed-member",
  params: roundtable,
  body: reason,
  status: 200,
  answer: held,
});

export const liftHold = operation({
  name: "liftHold",
  room,
  method: "POST",
  path: "/roundtables/{id}/hold/lifting",
  summary: "One officer's word against a hold that is in force; the second ends it.",
  asker: "confirmed-member",
  params: roundtable,
  body: reason,
  status: 200,
  answer: held,
});

export const vaultOperations = [findVault, endRoundtable, closeRoundtable, placeHold, liftHold];
