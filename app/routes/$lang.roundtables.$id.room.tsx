import { randomUUID } from "node:crypto";
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findRoom } from "~/domain/floor/room.server";
import { findTable } from "~/domain/floor/table.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { dayOf } from "~/domain/vetting/vetting";
import { isId, requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { machineTranslator } from "~/http/translator.server";
import { paths } from "~/paths";
import { RoomPage } from "~/ui/room/room-page";
import { db } from "~db/client.server";

/** Of an item; the older ones come when they are asked for. */
const mostThreads = 150;

export const handle = { title: "room:title", wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const asked = new URL(request.url).searchParams;
  const wanted = /^\d{1,2}$/.exec(asked.get("item") ?? "")?.[0];
  const [answering, translating] = [asked.get("answer"), asked.get("translate")];
  const found = await findRoom(db, by, {
    id,
    after: 0,
    item: wanted ? Number(wanted) : null,
    recent: asked.has("all")
      ? undefined
      : { most: mostThreads, naming: [answering, translating].filter(isId) },
    keys,
    at,
  });
  if (!found) {
    const terms = await findTerms(db, by, { id, keys });
    throw terms?.sits ? redirect(paths.roomTerms(requireLanguage(params), id)) : notFound();
  }
  const { lastMoved: _, ...room } = found;
  const item = wanted ? Number(wanted) : (room.floor.item ?? 0);
  if (!room.session.items[item]) throw notFound();
  const shown = {
    ...room,
    id,
    item,
    memberId: by.memberId,
    timeZone: by.timeZone,
    today: dayOf(at),
    table: await findTable(db, by, { id, at }),
    sayId: randomUUID(),
    answering,
    translating,
    hasTranslator: machineTranslator() !== undefined,
  };
  return data(shown, { headers: { "Cache-Control": "private, no-store" } });
}

export default function Room() {
  return <RoomPage room={useLoaderData<typeof loader>()} />;
}
