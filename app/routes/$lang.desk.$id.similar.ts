import type { ActionFunctionArgs } from "@remix-run/node";
import { findDraft } from "~/domain/drafts/drafts.server";
import { similarRedFlags } from "~/domain/indicators/similar-indicators.server";
import { draftOf } from "~/http/drafts";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** Issued red flags like the one being written, in either language. A POST: what is being written stays out of addresses and logs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const draft = await findDraft(db, by, draftOf(params).draftId);
  if (!draft) throw notFound();
  const form = await request.formData();
  const excluding = draft.content.redFlags.map(({ id }) => id);
  const found = await Promise.all(
    (["es", "en"] as const).map((language) => {
      const text = String(form.get(language) ?? "");
      return text.trim().length < 20 ? [] : similarRedFlags(db, by, { text, language, excluding });
    }),
  );
  const best = new Map<string, (typeof found)[number][number]>();
  for (const one of found.flat()) {
    if ((best.get(one.publicId)?.similarity ?? 0) < one.similarity) best.set(one.publicId, one);
  }
  const likest = [...best.values()].sort((a, b) => b.similarity - a.similarity).slice(0, 5);
  return Response.json(likest);
}
