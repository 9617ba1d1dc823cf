import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findRoom } from "~/domain/floor/room.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RoomPage } from "~/ui/room/room-page";
import { db } from "~db/client.server";

export const handle = { title: "room:title", wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys] = [requireId(params.id), await secretKeys()];
  const room = await findRoom(db, by, { id, after: 0, keys, at: now() });
  if (!room) {
    const terms = await findTerms(db, by, { id, keys });
    throw terms?.sits ? redirect(paths.roomTerms(requireLanguage(params), id)) : notFound();
  }
  const wanted = Number(new URL(request.url).searchParams.get("item") ?? room.floor.item ?? 0);
  const item = room.session.items[wanted] ? wanted : 0;
  return { ...room, id, memberId: by.memberId, timeZone: by.timeZone, item };
}

export default function Room() {
  return <RoomPage room={useLoaderData<typeof loader>()} />;
}
