import { z } from "zod";
import { measureKinds, vettingStates } from "~/domain/vetting/vetting";
import { nothing, operation } from "../operation";
import { id, instant, said } from "../shapes";

const room = "organisations";
const organisation = z.object({ id });
const measure = organisation.extend({ measure: id });
const reason = z.string().max(2000, "errors.too_long");
const day = z.iso.date();
const state = z.enum(vettingStates);

const decision = z.strictObject({
  application: id.meta({ description: "The application as it was read; a corrected one is another." }),
  reason,
});
const settled = z.object({
  outcome: z.enum(["approved", "refused"]).nullable().meta({ description: "Null while it stays open." }),
  until: day.nullable(),
});

export const findOrganisation = operation({
  name: "findOrganisation",
  room,
  method: "GET",
  path: "/organisations/{id}",
  summary: "One organisation with its vetting; what waits for a word is told to the officers of its country.",
  asker: "staff",
  params: organisation,
  status: 200,
  answer: z.object({
    id,
    kind: z.enum(["authority", "institution", "guild", "civil", "operator"]),
    shortName: z.string(),
    name: said,
    jurisdiction: z.string(),
    sector: z.string().nullable(),
    lei: z.string().nullable(),
    bic: z.string().nullable(),
    bankCode: z.string().nullable(),
    vetting: state,
    vettedUntil: day.nullable(),
    legalCover: z.object({
      kind: z.enum(["none", "314b", "ground"]),
      on: day.nullable(),
      until: day.nullable(),
      current: z.boolean().nullable(),
    }),
    application: z.object({ id, submittedAt: instant, approvals: z.int() }).nullable(),
    measure: z
      .object({ id, kind: z.enum(measureKinds), proposedAt: instant, emergencyUntil: instant.nullable() })
      .nullable(),
  }),
});

export const approveApplication = operation({
  name: "approveApplication",
  room,
  method: "POST",
  path: "/organisations/{id}/approval",
  summary:
    "An officer's approval of the open application; the second of one authority vets the organisation.",
  asker: "confirmed",
  scope: "sign",
  params: organisation,
  body: decision,
  status: 200,
  answer: settled,
});

export const refuseApplication = operation({
  name: "refuseApplication",
  room,
  method: "POST",
  path: "/organisations/{id}/refusal",
  summary: "An officer's refusal, which closes the open application; the organisation is told the reason.",
  asker: "confirmed",
  scope: "sign",
  params: organisation,
  body: decision,
  status: 200,
  answer: settled,
});

export const proposeMeasure = operation({
  name: "proposeMeasure",
  room,
  method: "POST",
  path: "/organisations/{id}/measures",
  summary:
    "Proposes to suspend, revoke or reinstate; in an emergency it is in force at once and lapses unless confirmed within a day.",
  asker: "confirmed",
  scope: "sign",
  params: organisation,
  body: z.strictObject({ kind: z.enum(measureKinds), emergency: z.boolean().default(false), reason }),
  status: 201,
  answer: z.object({ id, vetting: state, emergencyUntil: instant.nullable() }),
});

export const confirmMeasure = operation({
  name: "confirmMeasure",
  room,
  method: "POST",
  path: "/organisations/{id}/measures/{measure}/confirmation",
  summary: "The second officer's word on a measure.",
  asker: "confirmed",
  scope: "sign",
  params: measure,
  body: z.strictObject({ reason }),
  status: 200,
  answer: z.object({ vetting: state }),
});

export const withdrawMeasure = operation({
  name: "withdrawMeasure",
  room,
  method: "DELETE",
  path: "/organisations/{id}/measures/{measure}",
  summary: "Withdraws a measure that nobody has confirmed; an emergency is lifted.",
  asker: "confirmed",
  scope: "sign",
  params: measure,
  status: 204,
  answer: nothing,
});

export const vettingOperations = [
  findOrganisation,
  approveApplication,
  refuseApplication,
  proposeMeasure,
  confirmMeasure,
  withdrawMeasure,
];
