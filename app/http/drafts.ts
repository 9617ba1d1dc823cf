import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId } from "./ids";
import { requireLanguage } from "./language";

/** Language and draft of an address under a draft's. */
export const draftOf = (params: ActionFunctionArgs["params"]) => ({
  language: requireLanguage(params),
  draftId: requireId(params.id),
});
