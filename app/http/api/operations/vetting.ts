import { z } from "zod";
import { sectors } from "~/domain/advisories/advisory.form";
import { sizeBands } from "~/domain/vetting/application.form";
import { invitableKinds, partOfInvitationRefused } from "~/domain/vetting/invitation.form";
import { isOfReason, measureKinds, vettingStates } from "~/domain/vetting/vetting";
import { nothing, operation } from "../operation";
import { id, instant, language, said } from "../shapes";

const room = "organisations";
const organisation = z.object({ id });
const measure = organisation.extend({ measure: id });
const reason = z.string().max(2000, "errors.too_long");
const day = z.iso.date();
const state = z.enum(vettingStates);
const ofReason = (refused: string) => (isOfReason(refused) ? "reason" : undefined);

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
    invitation: z
      .object({ id, email: z.string(), expiresAt: instant })
      .nullable()
      .meta({ description: "Of its first administrator, while nobody has taken it up." }),
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
  concerns: ofReason,
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
  concerns: ofReason,
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
  concerns: ofReason,
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
  concerns: ofReason,
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

const contact = {
  contact: z.string().max(400, "errors.too_long"),
  email: z.string().max(320, "errors.too_long"),
  language,
};

export const inviteOrganisation = operation({
  name: "inviteOrganisation",
  room,
  method: "POST",
  path: "/organisations",
  summary:
    "Invites an organization of the officer's own country; its contact receives a link and becomes its first administrator.",
  asker: "confirmed",
  body: z.strictObject({
    kind: z.enum(invitableKinds),
    shortName: z.string().max(200, "errors.too_long"),
    nameEs: z.string().max(400, "errors.too_long"),
    nameEn: z.string().max(400, "errors.too_long"),
    ...contact,
  }),
  concerns: partOfInvitationRefused,
  status: 201,
  answer: z.object({ id, invitation: id, expiresAt: instant }),
});

export const inviteContact = operation({
  name: "inviteContact",
  room,
  method: "POST",
  path: "/organisations/{id}/invitation",
  summary:
    "Invites another contact of an organization that nobody has joined; the link to the one before no longer works.",
  asker: "confirmed",
  params: organisation,
  body: z.strictObject(contact),
  concerns: partOfInvitationRefused,
  status: 201,
  answer: z.object({ id, email: z.string(), expiresAt: instant }),
});

const word = z.string().max(4000, "errors.too_long").nullable();
const facts = z.object({
  nameEs: word,
  nameEn: word,
  sector: z.enum(sectors).nullable(),
  sizeBand: z.enum(sizeBands).nullable(),
  lei: word,
  bic: word,
  bankCode: word,
  registered314bOn: word,
  registered314bUntil: word,
  recordedGround: word,
  recordedGroundOn: word,
  note: word,
});

export const findOwnApplication = operation({
  name: "findOwnApplication",
  room,
  method: "GET",
  path: "/application",
  summary:
    "How the vetting of the asker's own organization stands, and what it said last. Before it is vetted an organization has no tokens and applies in a browser.",
  asker: "member",
  status: 200,
  answer: z.object({
    vetting: state,
    vettedUntil: day.nullable(),
    mayAsk: z.boolean().meta({ description: "Whether an application may be submitted now." }),
    facts,
    last: z
      .object({
        id,
        submittedAt: instant,
        outcome: z.string().nullable().meta({ description: "Null while it is open." }),
        refusal: z.string().nullable().meta({ description: "The authority's reason." }),
      })
      .nullable(),
  }),
});

export const submitApplication = operation({
  name: "submitApplication",
  room,
  method: "PUT",
  path: "/application",
  summary:
    "Asks for renewal with these facts, or corrects what was asked; identifiers are checked by their check digits.",
  asker: "confirmed-member",
  body: z.strictObject(facts.partial().shape),
  status: 200,
  answer: z.object({ id }),
});

export const findVettingPeriod = operation({
  name: "findVettingPeriod",
  room,
  method: "GET",
  path: "/vetting-period",
  summary: "For how many months the asker's authority vets.",
  asker: "staff",
  status: 200,
  answer: z.object({ months: z.int(), since: instant.nullable() }),
});

export const setVettingPeriod = operation({
  name: "setVettingPeriod",
  room,
  method: "PUT",
  path: "/vetting-period",
  summary: "Sets it from now on; what is vetted already keeps its end.",
  asker: "confirmed",
  body: z.strictObject({ months: z.int() }),
  status: 200,
  answer: z.object({ months: z.int() }),
});

export const vettingOperations = [
  findOrganisation,
  approveApplication,
  refuseApplication,
  proposeMeasure,
  confirmMeasure,
  withdrawMeasure,
  inviteOrganisation,
  inviteContact,
  findOwnApplication,
  submitApplication,
  findVettingPeriod,
  setVettingPeriod,
];
