import type { LoaderFunctionArgs } from "@remix-run/node";
import { findTechniques } from "~/domain/typologies/typologies.server";
import { requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await findTechniques(db, by, { q: q.slice(0, 200) }));
}
