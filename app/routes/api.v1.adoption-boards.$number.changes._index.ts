import { changeItems } from "~/domain/adoption/change-items.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { changeRedFlags } from "~/http/api/operations/adoption";

const resource = answering(
  bind(changeRedFlags, async ({ db, by, at, params: { number }, body }) => {
    const { redFlags: publicIds, reviewedVersion, ...given } = body;
    const outcome = await changeItems(db, { number, publicIds, given, reviewedVersion, by, at });
    if (!outcome.ok) return outcome;
    const { batchId, changed, same } = outcome.value;
    return done({ body: { id: batchId, changed, same } });
  }),
);

export const loader = resource;
export const action = resource;
