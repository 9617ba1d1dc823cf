import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { findPoints } from "~/domain/replies/points.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import type { ReplySubject } from "~/domain/replies/reply";
import type { ReplyTexts } from "~/domain/replies/reply.form";
import { writeReply } from "~/domain/replies/write-reply.server";
import type { Plan } from "~/domain/rounds/round.form";
import { later, text, value } from "./desk";
import { aMember } from "./people";
import { aConvening, anOpenRound, answer, type Convening, day, keys } from "./rounds";
import type { World } from "./world";

export const afterwards = later(8 * day);

/** A closed round of six institutions: each wrote on the first red flag, and its receipt's secret is at hand. */
export async function aClosedRound(world: World, given: Partial<Plan> = {}, asking?: Convening) {
  const convening = asking ?? (await aConvening(world));
  const { authority } = convening.staff;
  const officer = await aMember(world, { organisation: authority, roles: ["officer"] });
  const officer2 = await aMember(world, { organisation: authority, roles: ["officer"] });
  const roundId = await anOpenRound(world, convening, given);
  const secrets: string[] = [];
  for (const [i, house] of convening.houses.entries()) {
    const signed = await answer(world, house, roundId, {
      "1.missingRecords": `A nosotros nos falta el dato número ${i} de la sucursal que abre las cuentas`,
      ...(i === 0 ? { "0.questionToAuthority": "¿Habrá otra ronda?" } : {}),
    });
    secrets.push(signed.secret);
  }
  await closeDueRounds(world.db, { keys, at: later(7 * day) });
  return { ...convening, roundId, officer, officer2, secrets };
}
export type ClosedRound = Awaited<ReturnType<typeof aClosedRound>>;

export const replyTexts = (given: Partial<ReplyTexts> = {}): ReplyTexts => ({
  said: text("Falta un dato para ver la señal.", "A record is missing to see the red flag."),
  answer: text("Pediremos que se anote.", "We will ask for it to be kept."),
  outcome: "accepted",
  note: text("", ""),
  amendedIn: null,
  answeredIn: null,
  ...given,
});

type Given = { subject?: ReplySubject; texts?: Partial<ReplyTexts>; revision?: number };

export const write = (world: World, { roundId, officer }: ClosedRound, given: Given = {}, by = officer) =>
  writeReply(world.db, {
    roundId,
    subject: given.subject ?? { row: 1 },
    revision: given.revision ?? 0,
    texts: replyTexts(given.texts),
    by,
    at: afterwards,
  });

export async function aReply(world: World, round: ClosedRound, given: Given = {}) {
  const { replyId, revision } = value(await write(world, round, given));
  value(await releaseReply(world.db, { replyId, revision, by: round.officer2, at: afterwards }));
  return replyId;
}

export async function pointsOf(world: World, { roundId, officer }: ClosedRound) {
  const found = await findPoints(world.db, officer, roundId);
  if (!found) throw new Error("its points cannot be read");
  return found;
}
