import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { revokeFeedAddress } from "~/domain/auth/revoke-feed-address.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireSignedIn } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RefusedChange } from "~/ui/auth/refused-change";
import { db } from "~db/client.server";

export const loader = leadsTo(paths.myFeeds);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireSignedIn(request);
  const outcome = await revokeFeedAddress(db, { by, addressId: requireId(params.id), at: now() });
  return outcome.ok ? redirect(paths.myFeeds(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedChange;
