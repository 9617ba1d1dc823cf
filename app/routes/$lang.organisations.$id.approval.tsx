import type { ActionFunctionArgs } from "@remix-run/node";
import { answerDecision } from "~/http/vetting.server";
import { RefusedDecision } from "~/ui/vetting/refused-decision";

export const action = (args: ActionFunctionArgs) => answerDecision(args, "approval");

export default function Refused() {
  return <RefusedDecision act="approval" />;
}
