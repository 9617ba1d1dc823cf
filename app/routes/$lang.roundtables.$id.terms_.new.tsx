import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { requireId } from "~/http/ids";
import { forbidden, notFound } from "~/http/outcomes";
import { pairIn } from "~/http/roundtables";
import { roomAction } from "~/http/roundtables.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { NewTermsPage } from "~/ui/room/new-terms-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "floor:terms.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys] = [requireId(params.id), await secretKeys()];
  const session = await findRoundtable(db, by, { id, keys, at: now() });
  const terms = await findTerms(db, by, { id, keys });
  if (!session || !terms) throw notFound();
  if (!mayChair(by, session)) throw forbidden();
  return { id, version: terms.version, words: terms.words };
}

export const action = roomAction(
  ({ room, typed }) =>
    changeTerms(db, { ...room, words: pairIn(typed, "terms"), version: Number(typed.version) }),
  { page: paths.roomTerms, confirmed: true },
);

export default function NewTerms() {
  return (
    <NewTermsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? undefined} />
  );
}
