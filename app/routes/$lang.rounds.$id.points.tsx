import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPoints } from "~/domain/replies/points.server";
import { findRound } from "~/domain/rounds/rounds.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { PointsPage } from "~/ui/replies/points-page";
import { db } from "~db/client.server";

export const handle = { title: "replies:points.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const id = requireId(params.id);
  const [round, found] = await Promise.all([findRound(db, by, id), findPoints(db, by, id)]);
  if (!round || !found) throw notFound();
  const query = new URL(request.url).searchParams;
  const shown = { question: query.get("question") ?? "", unsorted: query.get("unsorted") === "1" };
  const { title, rows } = round;
  return { round: { id, title, rows }, found, shown };
}

export default function RoundPoints() {
  return <PointsPage {...useLoaderData<typeof loader>()} />;
}
