import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { listEntered } from "~/domain/floor/entered.server";
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
  // The floor and one's own votes can move without a revision of the room: what of them was sent last.
  let standing = "";
  let voted = "";
  let isOpen = false;

  async function read(member: Member, lastId: string | null) {
    // The first look only asks whether there is anything for this reader.
    if (!isOpen) {
      isOpen = (await listEntered(db, member, { id, whom: [member.memberId] })).length > 0;
      return isOpen ? [] : undefined;
    }
    const last = revisionIn(lastId) ?? begun ?? 0;
    const room = await findRoom(db, member, { id, after: last, keys, at: now() });
    if (!room) return undefined;
    const { revision, contributions } = room;
    const [floor, own] = [sharedFloor(room.floor), ownVotes(room.floor)];
    const before = [standing, voted];
    [standing, voted] = [JSON.stringify(floor), JSON.stringify(own)];
    if (revision === last && standing === before[0] && voted === before[1]) return [];
    const body: RoomNews = { revision, contributions, floor, own };
    return [{ id: String(revision), name: "room", body }];
  }

  const answer = await answerLive(request, context.live, reader, {
    topics: [`room:${id}`],
    read,
    async shared(member, lastId) {
      joined ??= joinRoom(db, id, member.memberId);
      const seen = { revision: revisionIn(lastId) ?? begun ?? 0, standing };
      const news = await joined.newsFor(member, seen);
      if (news) standing = news.standing;
      return news?.events;
    },
    left: () => joined?.leave(),
  });
  if (!answer) throw notFound();
  return answer;
}

const revisionIn = (text: string | null) =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
