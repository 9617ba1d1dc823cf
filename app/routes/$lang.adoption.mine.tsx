import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listOwnItems } from "~/domain/adoption/own-work.server";
import { dayIn, requireInstitution } from "~/http/adoption.server";
import { OwnItemsPage } from "~/ui/adoption/own-items-page";
import { db } from "~db/client.server";

export const handle = { title: "adoption:mine.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireInstitution(request);
  return { items: await listOwnItems(db, by), today: dayIn(by.timeZone, now()) };
}

export default function OwnItems() {
  return <OwnItemsPage {...useLoaderData<typeof loader>()} />;
}
