import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { compareContents } from "~/domain/advisories/comparison";
import { findDraft } from "~/domain/drafts/drafts.server";
import { draftOf } from "~/http/drafts";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { DraftComparison } from "~/ui/desk/draft-comparison";
import { db } from "~db/client.server";

/** What would change from the version that the draft amends. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const draft = await findDraft(db, by, draftOf(params).draftId);
  if (draft?.baseVersion == null) throw notFound();
  const issued = await findAdvisory(db, by, draft.number, draft.baseVersion);
  if (!issued) throw notFound();
  return {
    number: draft.number,
    baseVersion: draft.baseVersion,
    note: draft.content.changeNote,
    comparison: compareContents(issued.content, draft.content),
  };
}

export default function Comparison() {
  return <DraftComparison {...useLoaderData<typeof loader>()} />;
}
