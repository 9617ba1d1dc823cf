import { z } from "zod";
import { operation } from "../operation";
import { advisoryNumber, instant, language, listOf, said, tlp } from "../shapes";
import { redFlagShape } from "./advisory-shapes";
import { publishedShape } from "./told-shapes";

const room = "red-flags";

export const listSimilarRedFlags = operation({
  name: "listSimilarRedFlags",
  room,
  method: "GET",
  path: "/red-flags",
  summary: "Red flags in force that say much the same as `q`, most alike first, at most eight.",
  asker: "anyone",
  query: z.strictObject({
    q: z.string().trim().min(1).max(10_000),
    language: language.optional().meta({ description: "Of `q`; otherwise that of Accept-Language." }),
  }),
  status: 200,
  answer: listOf(
    z.object({ id: z.string(), advisory: advisoryNumber, tlp, text: said, similarity: z.number() }),
  ),
});

export const findRedFlag = operation({
  name: "findRedFlag",
  room,
  method: "GET",
  path: "/red-flags/{number}/{n}",
  summary: "A red flag through the versions of its home advisory, oldest first.",
  asker: "anyone",
  params: z.object({ number: advisoryNumber, n: z.coerce.number().int().positive() }),
  status: 200,
  answer: z.object({
    id: z.string(),
    advisory: advisoryNumber,
    alsoIn: z.array(advisoryNumber),
    printings: z.array(z.object({ version: z.int(), publishedAt: instant, redFlag: redFlagShape })),
    answers: z.array(publishedShape).meta({ description: "What was answered to everyone about it." }),
  }),
});

export const redFlagOperations = [listSimilarRedFlags, findRedFlag];
