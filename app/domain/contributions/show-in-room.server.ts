import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { bareFile } from "~/domain/files/bare-file.server";
import { roomName } from "~/domain/files/room-file";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Attribution } from "~/domain/roundtables/attribution";
import { itemTakes, type LockedRoom, lockRoom } from "~/domain/roundtables/lock-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { roomContributions, roomFiles } from "~db/schema";
import { attribute } from "./attribute.server";
import type { ShownFile } from "./contribution";
import type { SeatPace } from "./seat-pace";

type Showing = {
  roundtableId: string;
  /** Made up by whoever shows it, at random: the same once more is the same contribution. */
  id: string;
  item: number;
  mode: Attribution;
  /** What it is to be called; empty: as it is called where it comes from, unless that could say whose it is. */
  title: string;
  name: string;
  bytes: Uint8Array;
  pace: SeatPace;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Bytes of all files of one room. */
const mostOfRoom = 200 * 1024 * 1024;

/** Shows a file. Like what is said it leaves no time and no neighbour, and nothing in it says whose it is (decisions 400, 439). */
export async function showInRoom(
  db: Db,
  { roundtableId, id, item, mode, title, name, bytes, pace, keys, by, at }: Showing,
) {
  const enter = async (tx: Transaction) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const takes = itemTakes(entered.value, { item, ahead: false });
    if (!takes.ok) return takes;
    const attributed = await attribute(tx, entered.value, { mode, by: entered.value.by });
    return attributed.ok ? done({ room: entered.value, ...attributed.value }) : attributed;
  };
  // A file is opened for whoever may show one, and while nobody waits.
  const mayShow = await asActor(db, by, enter);
  if (!mayShow.ok) return mayShow;
  const file = await bareFile({ name, bytes });
  if (!file.ok) return file;
  const { mediaType, ending, texts } = file.value;
  const own = mode === "named" || mode === "organisation" ? name : null;
  const called = storable(roomName({ title, own, ending }));
  const screened = await stopIdentifiers(db, { texts: [called, ...texts], at });
  if (!screened.ok) return refused("file_screened", screened.facts);

  return asActor(db, by, async (tx) => {
    const entered = await enter(tx);
    if (!entered.ok) return entered;
    const { room, who, memberId, organisationId, sector } = entered.value;
    const content = file.value.bytes;
    const again = await isTheSame(tx, room, id, content);
    if (again !== undefined) return again ? done({ id }) : refused("said_already");
    if ((await bytesIn(tx, roundtableId)) + content.byteLength > mostOfRoom)
      return refused("room_full_of_files");
    if (!pace.take({ roundtableId, memberId: room.by.memberId }, at)) return refused("too_fast_in_room");
    const shown: ShownFile = { name: called, mediaType, bytes: content.byteLength, who };
    await tx.execute(sql`insert into room_contributions (id, roundtable_id, kind, item, mode, member_id, organisation_id, sector, words)
      values (${id}::uuid, ${roundtableId}::uuid, 'file', ${item}, ${mode}, ${memberId}::uuid, ${organisationId}::uuid, ${sector},
        ${room.sealed.seal(`contribution:${id}`, shown)}::bytea)`);
    await tx.insert(roomFiles).values({
      contributionId: id,
      roundtableId,
      content: room.sealed.sealBytes(`file:${id}`, content),
    });
    return done({ id });
  });
}

async function bytesIn(tx: Transaction, roundtableId: string) {
  const [row] = await tx
    .select({ bytes: sql<number>`coalesce(sum(octet_length(${roomFiles.content})), 0)::float8` })
    .from(roomFiles)
    .where(eq(roomFiles.roundtableId, roundtableId));
  return row?.bytes ?? 0;
}

/** Whether what has this id already is the same file; undefined when nothing has. */
async function isTheSame(
  tx: Transaction,
  { id: roundtableId, sealed }: LockedRoom,
  id: string,
  content: Uint8Array,
) {
  const [held] = await tx
    .select({ roundtableId: roomContributions.roundtableId, content: roomFiles.content })
    .from(roomContributions)
    .leftJoin(roomFiles, eq(roomFiles.contributionId, roomContributions.id))
    .where(eq(roomContributions.id, id));
  if (!held) return undefined;
  if (held.roundtableId !== roundtableId || !held.content) return false;
  return sealed.openBytes(`file:${id}`, held.content).equals(content);
}
