import { randomUUID } from "node:crypto";
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findRoom } from "~/domain/floor/room.server";
import { findTable } from "~/domain/floor/table.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { dayOf } from "~/domain/vetting/vetting";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { recentOf } from "~/ui/room/recent";
import { RoomPage } from "~/ui/room/room-page";
import { db } from "~db/client.server";

export const handle = { title: "room:title", wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const asked = new URL(request.url).searchParams;
  const wanted = /^\d{1,2}$/.exec(asked.get("item") ?? "")?.[0];
  const room = await findRoom(db, by, { id, after: 0, item: wanted ? Number(wanted) : null, keys, at });
  if (!room) {
    const terms = await findTerms(db, by, { id, keys });
    throw terms?.sits ? redirect(paths.roomTerms(requireLanguage(params), id)) : notFound();
  }
  const item = wanted ? Number(wanted) : (room.floor.item ?? 0);
  if (!room.session.items[item]) throw notFound();
  const shown = {
    ...room,
    ...recentOf(room.contributions, item, asked.has("all")),
    id,
    item,
    memberId: by.memberId,
    timeZone: by.timeZone,
    today: dayOf(at),
    table: await findTable(db, by, { id, at }),
    sayId: randomUUID(),
    answering: asked.get("answer"),
    translating: asked.get("translate"),
  };
  return data(shown, { headers: { "Cache-Control": "private, no-store" } });
}

export default function Room() {
  return <RoomPage room={useLoaderData<typeof loader>()} />;
}
