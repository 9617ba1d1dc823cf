import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findRoom } from "~/domain/floor/room.server";
import { ownVotes, type RoomNews, sharedFloor } from "~/domain/floor/room-news";
import type { Member } from "~/domain/members/viewer";
import { requireId } from "~/http/ids";
import { answerLive } from "~/http/live/live-stream.server";
import { joinRoom } from "~/http/live/room-relay.server";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireReader } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** An open page of a session hears here what is said and done in it, from the revision that it has. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await requireReader(request);
  const [id, keys] = [requireId(params.id), await secretKeys()];
  const begun = revisionIn(new URL(request.url).searchParams.get("after"));
  let joined: ReturnType<typeof joinRoom> | undefined;
  // Who is present and one's own votes move without a revision of the room.
  let shown = "";
  let isOpen = false;

  async function read(member: Member, lastId: string | null) {
    const last = revisionIn(lastId) ?? begun ?? 0;
    const room = await findRoom(db, member, { id, after: last, keys, at: now() });
    if (!room) return undefined;
    // The first look only asks whether there is anything for this reader.
    if (!isOpen) {
      isOpen = true;
      return [];
    }
    const { revision, contributions } = room;
    const body: RoomNews = {
      revision,
      contributions,
      floor: sharedFloor(room.floor),
      own: ownVotes(room.floor),
    };
    const seen = JSON.stringify([body.floor, body.own]);
    if (revision === last && seen === shown) return [];
    shown = seen;
    return [{ id: String(revision), name: "room", body }];
  }

  const answer = await answerLive(request, context.live, reader, {
    topics: [`room:${id}`],
    read,
    shared(member, lastId) {
      joined ??= joinRoom(db, id, member.memberId);
      return joined.newsFor(member, revisionIn(lastId) ?? begun ?? 0);
    },
    left: () => joined?.leave(),
  });
  if (!answer) throw notFound();
  return answer;
}

const revisionIn = (text: string | null) =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
