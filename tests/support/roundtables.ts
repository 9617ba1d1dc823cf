import type { Member } from "~/domain/members/viewer";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import type { Agenda, Place, Times } from "~/domain/roundtables/roundtable.form";
import { findRoundtable, listRoundtables } from "~/domain/roundtables/roundtables.server";
import { at, text, value } from "./desk";
import { aMember, anOrganisation } from "./people";
import { anInstitution, type House, keys } from "./rounds";
import type { World } from "./world";

/** Whoever a convening authority needs: a chair and two people who clear; and a colleague of each role who is not in the room. */
export async function aConvener(world: World, jurisdiction = "MX") {
  const authority = await anOrganisation(world, { jurisdiction });
  const one = (...roles: ("convener" | "legal" | "officer" | "administrator" | "analyst")[]) =>
    aMember(world, { organisation: authority, roles });
  return {
    authority,
    chair: await one("convener"),
    legal: await one("legal"),
    officer: await one("officer"),
    outside: await one("convener", "legal", "officer", "administrator"),
  };
}
export type Convener = Awaited<ReturnType<typeof aConvener>>;

export const anAgenda = (given: Partial<Agenda> = {}): Agenda => ({
  title: text("Cuentas concentradoras", "Funnel accounts"),
  purpose: text("Comparar lo que se ve en ventanilla.", "To compare what is seen at the counter."),
  items: [
    { title: text("Lo que se observa", "What is observed"), note: text("", "") },
    { title: text("Lo que ha servido", "What has worked"), note: text("Sin casos.", "No cases.") },
  ],
  tlp: "AMBER+STRICT",
  community: text("", ""),
  chathamHouse: true,
  retentionDays: 365,
  modes: ["named", "organisation", "sector", "unattributed"],
  presence: "organisations",
  ...given,
});
export const aPlace: Place = { form: "in-person", where: "Plaza Ocelote 7" };
export const someTimes: Times = {
  date: "2027-01-20",
  from: "10:00",
  to: "12:00",
  zone: "America/Mexico_City",
};

type Proposed = Partial<Parameters<typeof proposeRoundtable>[1]>;
export const propose = (world: World, { chair }: Pick<Convener, "chair">, given: Proposed = {}) =>
  proposeRoundtable(world.db, {
    agenda: anAgenda(),
    place: aPlace,
    times: someTimes,
    chairs: [],
    keys,
    by: chair,
    at,
    ...given,
  });

/** Proposed by the first authority with the others, each with its people to clear. */
export async function aProposal(world: World, conveners: Convener[], given: Proposed = {}) {
  const [lead, ...others] = conveners;
  if (!lead) throw new Error("nobody convenes");
  const chairs = others.map(({ chair }) => chair.memberId);
  const { id: roundtableId } = value(await propose(world, lead, { chairs, ...given }));
  for (const { chair, legal, officer } of conveners)
    for (const { memberId } of [legal, officer])
      value(await givePart(world.db, { roundtableId, memberId, part: "clearer", keys, by: chair, at }));
  return roundtableId;
}

export const clear = (
  world: World,
  roundtableId: string,
  by: Member,
  kind: "legal" | "competition",
  revision = 1,
) => clearAgenda(world.db, { roundtableId, kind, revision, note: "", keys, by, at });

export async function clearAll(world: World, roundtableId: string, conveners: Convener[], revision = 1) {
  for (const { legal, officer } of conveners) {
    value(await clear(world, roundtableId, legal, "legal", revision));
    value(await clear(world, roundtableId, officer, "competition", revision));
  }
}

export const invite = (world: World, roundtableId: string, by: Member, house: House, seats = 2) =>
  inviteToRoundtable(world.db, {
    roundtableId,
    organisationId: house.organisation.id,
    seats,
    keys,
    by,
    at,
  });

export const convene = (world: World, roundtableId: string, by: Member, revision = 1) =>
  conveneRoundtable(world.db, { roundtableId, revision, keys, by, at });

export const nameOne = (world: World, roundtableId: string, by: Member, { memberId }: Member) =>
  nameAttendee(world.db, { roundtableId, memberId, keys, by, at });

/** Two authorities, two institutions of two seats each, the analyst of the first named and coming. */
export async function aConvened(world: World, given: Proposed = {}) {
  const conveners = [await aConvener(world), await aConvener(world, "US")];
  const [lead, partner] = conveners as [Convener, Convener];
  const houses: [House, House] = [await anInstitution(world), await anInstitution(world, "US")];
  const roundtableId = await aProposal(world, conveners, given);
  await clearAll(world, roundtableId, conveners);
  for (const house of houses) value(await invite(world, roundtableId, lead.chair, house));
  value(await convene(world, roundtableId, lead.chair));
  const [first] = houses;
  const seat = value(await nameOne(world, roundtableId, first.officer, first.analyst));
  value(await answerSeat(world.db, { roundtableId, answer: "coming", keys, by: first.analyst, at }));
  return { roundtableId, lead, partner, conveners, houses, seatId: seat.id };
}
export type Convened = Awaited<ReturnType<typeof aConvened>>;

export const seenBy = (world: World, id: string, by: Parameters<typeof findRoundtable>[1], when = at) =>
  findRoundtable(world.db, by, { id, keys, at: when });

export const listedTo = async (world: World, by: Parameters<typeof findRoundtable>[1], when = at) =>
  (await listRoundtables(world.db, by, { keys, at: when })).map(({ id }) => id);

type For = { chair: Member; clearers: [Member, Member]; house: House; authority: Convener["authority"] };

/** Rooms of these people: one proposed, one cleared and one convened, with the analyst in a seat. */
export async function aRoomFor(world: World, { chair, clearers, house, authority }: For) {
  const [legal, officer] = clearers;
  const convener = { authority, chair, legal, officer, outside: chair };
  const proposed = await aProposal(world, [convener]);
  const cleared = await aProposal(world, [convener]);
  const convened = await aProposal(world, [convener]);
  for (const one of [cleared, convened]) {
    await clearAll(world, one, [convener]);
    value(await invite(world, one, chair, house));
  }
  value(await convene(world, convened, chair));
  const seat = value(await nameOne(world, convened, house.officer, house.analyst));
  const parts = (await seenBy(world, proposed, chair))?.parts ?? [];
  const partId = parts.find(({ memberId }) => memberId === legal.memberId)?.id ?? "";
  return { proposed, cleared, convened, seatId: seat.id, parts, partId, house };
}
export type RoomFor = Awaited<ReturnType<typeof aRoomFor>>;
