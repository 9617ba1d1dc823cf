import { z } from "zod";
import { typologyForm } from "~/domain/typologies/typology.form";
import { operation } from "../operation";
import { advisoryNumber, cursor, cursorOnly, listOf, said, tlp } from "../shapes";
import { redFlagShape } from "./advisory-shapes";
import { publishedShape } from "./told-shapes";

const room = "typologies";
const code = z.object({ code: z.string().regex(/^[a-z0-9-]{1,80}$/) });
const entry = {
  code: z.string(),
  name: said,
  description: said,
  amltrix: z.array(z.string()),
  catalogued: z.boolean(),
};

export const listTypologies = operation({
  name: "listTypologies",
  room,
  method: "GET",
  path: "/typologies",
  summary: "The catalogue, each with how many advisories in force the asker can read on it.",
  asker: "anyone",
  query: cursorOnly,
  status: 200,
  answer: listOf(z.object({ ...entry, advisories: z.int() })),
});

export const findTypology = operation({
  name: "findTypology",
  room,
  method: "GET",
  path: "/typologies/{code}",
  summary: "A typology with its advisories and the red flags gathered from them.",
  asker: "anyone",
  params: code,
  status: 200,
  answer: z.object({
    ...entry,
    printed: z.array(z.string()),
    advisories: z.array(
      z.object({
        number: advisoryNumber,
        type: z.string(),
        status: z.string(),
        date: z.string().nullable(),
        title: said,
        issuers: z.array(z.object({ shortName: z.string(), role: z.string() })),
        tlp,
      }),
    ),
    redFlags: z.array(redFlagShape.omit({ group: true }).extend({ advisory: advisoryNumber })),
    answers: z.array(publishedShape).meta({ description: "What was answered to everyone about them." }),
  }),
});

export const keepTypology = operation({
  name: "keepTypology",
  room,
  method: "PUT",
  path: "/typologies/{code}",
  summary: "Adds a typology to the catalogue or rewrites its entry, in both languages.",
  asker: "staff",
  scope: "draft",
  params: code,
  body: typologyForm.omit({ code: true }).strict(),
  status: 200,
  answer: code,
});

export const listTechniques = operation({
  name: "listTechniques",
  room,
  method: "GET",
  path: "/amltrix",
  summary: "AMLTRIX techniques by id or by words of the name.",
  asker: "anyone",
  query: z.strictObject({ q: z.string().max(500).default(""), cursor }),
  status: 200,
  answer: listOf(z.object({ id: z.string(), name: z.string(), parent: z.string(), url: z.string() })),
});

export const typologyOperations = [listTypologies, findTypology, keepTypology, listTechniques];
