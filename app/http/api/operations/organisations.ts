import { z } from "zod";
import { advisoryTypes } from "~/domain/advisories/advisory.form";
import { fieldOf, operation } from "../operation";
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
  concerns: fieldOf({ reason_too_short: "reason" }),
  status: 200,
  answer: z.object({ severalKinds: z.boolean(), approvalsNeeded: z.union([z.literal(1), z.literal(2)]) }),
});

const series = z.partialRecord(z.enum(advisoryTypes), z.string().max(80, "errors.too_long"));

export const findNumberSeries = operation({
  name: "findNumberSeries",
  room,
  method: "GET",
  path: "/number-series",
  summary: "By which pattern the asker's authority numbers each type, such as `FIN-{year}-A{n:3}`.",
  asker: "staff",
  status: 200,
  answer: z.object({ series }),
});

export const setNumberSeries = operation({
  name: "setNumberSeries",
  room,
  method: "PUT",
  path: "/number-series",
  summary: "Sets all of them from now on; a type left out is numbered by hand. Issued numbers stay.",
  asker: "staff",
  body: z.strictObject({ series }),
  status: 200,
  answer: z.object({ series }),
});

export const organisationOperations = [
  listOrganisations,
  makeClearanceException,
  findNumberSeries,
  setNumberSeries,
];
