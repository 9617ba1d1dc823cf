import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSummaries } from "~/domain/summaries/summaries.server";
import { viewerOf } from "~/http/sessions.server";
import { SummaryList } from "~/ui/summaries/summary-list";
import { db } from "~db/client.server";

export const handle = { title: "summaries:title" };

/** The same page for everyone for whom there is none. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { summaries: await listSummaries(db, await viewerOf(request)) };
}

export default function Summaries() {
  return <SummaryList {...useLoaderData<typeof loader>()} />;
}
