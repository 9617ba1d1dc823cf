import { z } from "zod";
import { advisoryTypes } from "~/domain/advisories/advisory.form";
import { fieldOf, file, operation } from "../operation";
import { advisoryNumber, cursor, id, listOf, written } from "../shapes";
import { advisoryShape, comparisonShape, foundShape } from "./advisory-shapes";

const number = z.object({ number: advisoryNumber });
const version = z.coerce.number().int().positive();
const room = "advisories";

export const listAdvisories = operation({
  name: "listAdvisories",
  room,
  method: "GET",
  path: "/advisories",
  summary:
    "Advisories that the asker may see: those that answer `q`, best first, or all of them, newest first.",
  asker: "anyone",
  query: z.strictObject({
    q: z.string().optional(),
    issuer: z.string().max(120).optional().meta({ description: "Short name." }),
    type: z.enum(advisoryTypes).optional(),
    typology: z.string().max(80).optional().meta({ description: "Code." }),
    year: z
      .string()
      .regex(/^\d{4}$/, "errors.bad_date")
      .optional(),
    status: z.enum(["published", "superseded", "withdrawn"]).optional(),
    cursor,
  }),
  status: 200,
  answer: listOf(foundShape),
});

export const findAdvisory = operation({
  name: "findAdvisory",
  room,
  method: "GET",
  path: "/advisories/{number}",
  summary: "The current version, as this asker may read it.",
  asker: "anyone",
  params: number,
  status: 200,
  answer: advisoryShape,
});

export const findVersion = operation({
  name: "findVersion",
  room,
  method: "GET",
  path: "/advisories/{number}/versions/{n}",
  summary: "A version, as this asker may read it.",
  asker: "anyone",
  params: number.extend({ n: version }),
  status: 200,
  answer: advisoryShape,
});

export const findIssuedFile = operation({
  name: "findIssuedFile",
  room,
  method: "GET",
  path: "/advisories/{number}/versions/{n}/attachments/{name}",
  summary: "The bytes of an attachment.",
  asker: "anyone",
  params: number.extend({ n: version, name: z.string().min(1).max(200) }),
  status: 200,
  answer: file,
});

export const compareVersions = operation({
  name: "compareVersions",
  room,
  method: "GET",
  path: "/advisories/{number}/changes/{range}",
  summary: "What changed between two versions: per language word by word, and red flag by red flag.",
  asker: "anyone",
  params: number.extend({
    range: z
      .string()
      .regex(/^\d{1,6}\.\.\.\d{1,6}$/)
      .meta({ description: "`m...n`", example: "1...2" }),
  }),
  status: 200,
  answer: comparisonShape,
});

export const amendAdvisory = operation({
  name: "amendAdvisory",
  room,
  method: "POST",
  path: "/advisories/{number}/amendment",
  summary: "Opens a draft of the next version, or answers with the one that is open.",
  asker: "staff",
  scope: "draft",
  params: number,
  status: 201,
  answer: z.object({ id, number: advisoryNumber }),
});

/** Refused because of the advisory that is to stand in its place. */
const ofReplacement = {
  replacement_missing: "replacement",
  replacement_unknown: "replacement",
  replacement_is_itself: "replacement",
  replacement_not_in_force: "replacement",
  reference_reveals: "replacement",
};

export const withdrawAdvisory = operation({
  name: "withdrawAdvisory",
  room,
  method: "POST",
  path: "/advisories/{number}/withdrawal",
  summary: "Takes an advisory out of force; its page stays, with the reason in both languages.",
  asker: "confirmed",
  scope: "publish",
  params: number,
  body: z.strictObject({ reason: written, replacement: advisoryNumber.optional() }),
  concerns: fieldOf({ ...ofReplacement, reason_missing_es: "reason", reason_missing_en: "reason" }),
  status: 200,
  answer: z.object({ number: advisoryNumber }),
});

export const supersedeAdvisory = operation({
  name: "supersedeAdvisory",
  room,
  method: "POST",
  path: "/advisories/{number}/supersession",
  summary: "Marks an advisory as superseded by another that is in force.",
  asker: "confirmed",
  scope: "publish",
  params: number,
  body: z.strictObject({ replacement: advisoryNumber }),
  concerns: fieldOf(ofReplacement),
  status: 200,
  answer: z.object({ number: advisoryNumber }),
});

export const advisoryOperations = [
  listAdvisories,
  findAdvisory,
  findVersion,
  findIssuedFile,
  compareVersions,
  amendAdvisory,
  withdrawAdvisory,
  supersedeAdvisory,
];
