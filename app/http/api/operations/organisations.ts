import { z } from "zod";
import { operation } from "../operation";
import { cursor, id, listOf, said } from "../shapes";

const room = "organisations";

export const listOrganisations = operation({
  name: "listOrganisations",
  room,
  method: "GET",
  path: "/organisations",
  summary: "Authorities, and those institutions that the asker may know of.",
  asker: "anyone",
  query: z.strictObject({ kind: z.enum(["authority", "institution"]).optional(), cursor }),
  status: 200,
  answer: listOf(
    z.object({
      id,
      kind: z.enum(["authority", "institution", "guild", "civil", "operator"]),
      shortName: z.string(),
      name: said,
      jurisdiction: z.string(),
      sector: z.string().nullable(),
    }),
  ),
});

export const makeClearanceException = operation({
  name: "makeClearanceException",
  room,
  method: "PUT",
  path: "/clearance-exception",
  summary:
    "A short-staffed authority's written exception to the clearance rule, in place of the one before. The plain rule (`false`, 2) ends it.",
  asker: "confirmed",
  body: z.strictObject({
    severalKinds: z.boolean(),
    approvalsNeeded: z.union([z.literal(1), z.literal(2)]),
    reason: z.string().max(2000, "errors.too_long"),
  }),
  status: 200,
  answer: z.object({ severalKinds: z.boolean(), approvalsNeeded: z.union([z.literal(1), z.literal(2)]) }),
});

export const organisationOperations = [listOrganisations, makeClearanceException];
