import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSummary } from "~/domain/summaries/summaries.server";
import { mayWithdrawSummary } from "~/domain/summaries/summary.policy";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { SummaryPage } from "~/ui/summaries/summary-page";
import { db } from "~db/client.server";

export const handle = { title: "summaries:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await viewerOf(request);
  const summary = await findSummary(db, by, requireId(params.id));
  if (!summary) throw notFound();
  return { summary, mayWithdraw: !summary.withdrawnOn && mayWithdrawSummary(by, summary) };
}

export default function Summary() {
  return <SummaryPage {...useLoaderData<typeof loader>()} />;
}
