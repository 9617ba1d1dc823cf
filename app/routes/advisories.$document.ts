import type { LoaderFunctionArgs } from "@remix-run/node";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { advisoryAsPdf } from "~/domain/exports/advisory-pdf.server";
import { redFlagsAsCsv } from "~/domain/exports/red-flags-csv.server";
import { advisoryDocument } from "~/http/api/advisory-document.server";
import { notFound } from "~/http/outcomes";
import { printWords } from "~/http/print-words.server";
import { viewerOf } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** `/advisories/{number}.json`, `.csv`, `.es.pdf`, `.en.pdf`: the current version as this asker may read it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, number, form] = /^(.+?)\.(json|csv|es\.pdf|en\.pdf)$/.exec(params.document ?? "") ?? [];
  const viewer = await viewerOf(request);
  const view = number ? await findAdvisory(db, viewer, number) : undefined;
  if (!view) throw notFound();

  switch (form) {
    case "json": {
      const document = await advisoryDocument(db, viewer, view);
      return file(`${JSON.stringify(document, null, 2)}\n`, "application/json; charset=utf-8");
    }
    case "csv":
      return file(redFlagsAsCsv(view), "text/csv; charset=utf-8", `${view.number}.csv`);
    default: {
      const language = form === "en.pdf" ? "en" : "es";
      const pdf = advisoryAsPdf(view, language, printWords(view, language));
      return file(pdf, "application/pdf", `${view.number}.${language}.pdf`);
    }
  }
}

function file(body: string | Uint8Array, type: string, name?: string) {
  const headers = new Headers({ "Content-Type": type });
  if (name) {
    headers.set("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
  }
  return new Response(typeof body === "string" ? body : Buffer.from(body), { headers });
}
