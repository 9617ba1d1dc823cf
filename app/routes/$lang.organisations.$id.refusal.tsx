import type { ActionFunctionArgs } from "@remix-run/node";
import { leadsTo } from "~/http/act-place";
import { answerDecision } from "~/http/vetting.server";
import { paths } from "~/paths";
import { RefusedDecision } from "~/ui/vetting/refused-decision";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export const action = (args: ActionFunctionArgs) => answerDecision(args, "refusal");

export default function Refused() {
  return <RefusedDecision act="refusal" />;
}
