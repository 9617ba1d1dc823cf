import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { listBoards } from "~/domain/adoption/boards.server";
import { listUnreceived } from "~/domain/adoption/unreceived.server";
import { dayIn, requireInstitution } from "~/http/adoption.server";
import { BoardsPage } from "~/ui/adoption/boards-page";
import { db } from "~db/client.server";

export const handle = { title: "adoption:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireInstitution(request);
  const today = dayIn(by.timeZone, now());
  const [boards, unreceived] = await Promise.all([listBoards(db, by, { today }), listUnreceived(db, by)]);
  return {
    organisation: by.organisation,
    timeZone: by.timeZone,
    mayWork: mayWorkOnBoards(by),
    boards,
    unreceived,
  };
}

export default function Boards() {
  return <BoardsPage {...useLoaderData<typeof loader>()} />;
}
