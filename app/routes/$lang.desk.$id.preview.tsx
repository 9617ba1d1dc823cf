import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { sectors } from "~/domain/advisories/advisory.form";
import { readAdvisory } from "~/domain/advisories/reading.server";
import { findDraft } from "~/domain/drafts/drafts.server";
import type { Reader } from "~/domain/drafts/preview";
import { previewDraft } from "~/domain/drafts/preview.server";
import { listInstitutions } from "~/domain/organisations/organisations.server";
import { draftOf } from "~/http/drafts";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { PreviewPage } from "~/ui/desk/preview-page";
import { db } from "~db/client.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const draft = await findDraft(db, by, draftId);
  if (!draft) throw notFound();
  const institutions = await listInstitutions(db, by);
  const as = new URL(request.url).searchParams.get("as") ?? "anonymous";
  const reader = readerOf(as, institutions, by.organisationId);
  const preview = await previewDraft(db, by, { draft, reader, at: now() });
  return {
    as,
    institutions: institutions.map(({ id, shortName }) => ({ id, shortName })),
    withheld: preview?.withheld ?? 0,
    advisory: preview && readAdvisory(preview.view, { language, words }),
  };
}

type Institution = { id: string; jurisdiction: string; sector: string | null };

function readerOf(as: string, institutions: Institution[], own: string): Reader {
  if (as === "staff") return { kind: "staff", organisationId: own };
  const [kind, first, second] = as.split(":");
  const institution = kind === "o" && institutions.find(({ id }) => id === first);
  if (institution) return { kind: "institution", organisationId: institution.id, ...institution };
  const sector = sectors.find((one) => one === second);
  if (kind === "g" && first && sector) return { kind: "group", jurisdiction: first, sector };
  return { kind: "anonymous" };
}

export default function Preview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />;
}
