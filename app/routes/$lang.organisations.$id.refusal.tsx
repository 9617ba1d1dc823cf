import type { ActionFunctionArgs } from "@remix-run/node";
import { answerDecision } from "~/http/vetting.server";
import { RefusedDecision } from "~/ui/vetting/refused-decision";

export const action = (args: ActionFunctionArgs) => answerDecision(args, "refusal");

export default function Refused() {
  return <RefusedDecision act="refusal" />;
}
