import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findTerms } from "~/domain/roundtables/terms.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { TermsPage } from "~/ui/room/terms-page";
import { db } from "~db/client.server";

export const handle = { title: "room:terms.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const id = requireId(params.id);
  const terms = await findTerms(db, by, { id, keys: await secretKeys() });
  if (!terms) throw notFound();
  return {
    id,
    terms,
    reader: { name: by.name, organisation: by.organisation },
    timeZone: by.timeZone,
  };
}

export default function Terms() {
  return <TermsPage {...useLoaderData<typeof loader>()} />;
}
