import { z } from "zod";
import { storable } from "~/domain/storable";
import { adoptionStates } from "./adoption";

const longestNote = 4000;

export const adoptionState = z.enum(adoptionStates, { error: "errors.adoption_state_unknown" });
export const ownerId = z.uuid({ error: "errors.owner_unknown" }).nullable();
export const dueOn = z.iso.date({ error: "errors.due_unreadable" }).nullable();
export const note = z
  .string()
  .max(longestNote, "errors.note_too_long")
  .transform((text) => storable(text).replace(/\r\n?/g, "\n").trim());

const emptyAsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === "" ? null : typed), schema);
const emptyAsUnsaid = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === "" ? undefined : typed), schema.optional());

/** The filters of the board that the form stood on. */
const back = z.string().max(400).default("");

/** The form of one red flag: all of it, as it was read at `revision`. */
export const itemForm = z.object({
  revision: z.coerce.number().int().min(0),
  /** After a conflict: the revision that was shown. */
  seen: emptyAsUnsaid(z.coerce.number().int().min(0)),
  /** The version on the page that was read. */
  version: z.coerce.number().int().positive(),
  state: adoptionState,
  ownerId: emptyAsNull(ownerId),
  dueOn: emptyAsNull(dueOn),
  note,
  reviewed: z.literal("1").optional(),
  back,
});

/** For many at once: what is left as it is, is not sent. `none` takes the owner or the date away. */
export const bulkForm = z.object({
  version: z.coerce.number().int().positive(),
  state: emptyAsUnsaid(adoptionState),
  ownerId: emptyAsUnsaid(z.preprocess((typed) => (typed === "none" ? null : typed), ownerId)),
  dueOn: emptyAsUnsaid(dueOn),
  noDue: z.literal("1").optional(),
  reviewed: z.literal("1").optional(),
  all: z.literal("1").optional(),
  back,
  "redFlags[]": z.array(z.string().max(200)).max(500).default([]),
  "listed[]": z.array(z.string().max(200)).max(500).default([]),
});
