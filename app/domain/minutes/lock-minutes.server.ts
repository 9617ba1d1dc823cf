import { eq, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { done, refused } from "~/domain/outcome";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { findStanding } from "~/domain/roundtables/seated.server";
import type { Transaction } from "~db/client.server";
import { organisations, roundtableMinutes } from "~db/schema";
import type { Notes } from "./minutes.form";

type Room = NonNullable<Awaited<ReturnType<typeof lockRoundtable>>>;
type Wanted = {
  roundtableId: string;
  keys: SecretKeys;
  /** The act's sentence, asked before anything is told of the room. */
  may(room: Room): boolean;
};

/** The room of whoever accepted its terms, with its notes; its record may not be sealed yet. */
export async function lockMinutes(tx: Transaction, wanted: Wanted) {
  const room = await lockRoundtable(tx, wanted);
  if (!room) return refused("not_found");
  if (!wanted.may(room)) return refused("not_allowed");
  const { sits, entered } = await findStanding(tx, wanted.roundtableId);
  if (!entered) return refused(sits ? "terms_not_accepted" : "not_allowed");
  if (room.closedAt) return refused("record_sealed");
  const [minutes] = await tx
    .select()
    .from(roundtableMinutes)
    .where(eq(roundtableMinutes.roundtableId, wanted.roundtableId));
  return done({ room, minutes, notes: minutes && room.sealed.open<Notes>("minutes", minutes.notes) });
}

/** What notes of this room are held to. */
export async function rulesOf(tx: Transaction, room: Room) {
  const agenda = room.sealed.open<Agenda>("agenda", room.agenda);
  const seated = await tx.execute<{ name: string }>(
    sql`select name from roundtable_attendance(${room.id}::uuid)`,
  );
  const houses = await tx
    .select({
      id: organisations.id,
      shortName: organisations.shortName,
      es: organisations.nameEs,
      en: organisations.nameEn,
    })
    .from(organisations);
  const invited = houses.filter(({ id }) => room.invited.includes(id));
  return {
    items: agenda.items.length,
    chathamHouse: agenda.chathamHouse,
    names: [
      ...seated.map(({ name }) => name),
      ...invited.flatMap(({ shortName, es, en }) => [shortName, es, en]),
    ],
  };
}
