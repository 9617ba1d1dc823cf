import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/clock.server";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { refused } from "~/domain/outcome";
import { requireId } from "~/http/ids";
import { statusOf } from "~/http/outcomes";
import { sheetFor } from "~/http/rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { db } from "~db/client.server";

const filled = z.object({
  row: z.number().int().min(0).max(10_000),
  question: z.string().max(80),
  answer: z.unknown(),
  revision: z.number().int().min(0),
});
const sent = z.object({ answers: z.array(filled).max(2000) });

/** The sheet as it stands, for an open page that heard that it moved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sheet } = await sheetFor(await requireMember(request), requireId(params.id), now());
  const { entries, signed } = sheet;
  const states = sheet.rows.map(({ n, state }) => ({ n, state }));
  return Response.json(
    { entries, signed: signed ?? null, states },
    { headers: { "Cache-Control": "no-store" } },
  );
}

/** The form's autosave: answers in, which were kept and which a colleague overtook out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const read = sent.safeParse(await request.json().catch(() => undefined));
  const outcome = read.success
    ? await fillSheet(db, {
        roundId: requireId(params.id),
        filled: read.data.answers,
        keys: await secretKeys(),
        by,
        at: now(),
      })
    : refused("unexpected");
  return Response.json(outcome, { status: outcome.ok ? 200 : statusOf(outcome) });
}
