import type { ActionFunctionArgs } from "@remix-run/node";
import { renderMarkdown } from "~/domain/advisories/markdown.server";
import { requireStaff } from "~/http/sessions.server";

/** A text as readers will see it. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request);
  const html = renderMarkdown(await request.text(), { headingLevel: 4, idPrefix: "preview" });
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
