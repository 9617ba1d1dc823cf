import { findTwoVersions } from "~/domain/advisories/advisories.server";
import { compareContents } from "~/domain/advisories/comparison";
import { versionsBetween } from "~/domain/advisories/versions-between";
import { done, refused } from "~/domain/outcome";
import { listReplies } from "~/domain/replies/replies.server";
import { comparisonAsAnswer } from "~/http/api/advisory-answers";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { compareVersions } from "~/http/api/operations/advisories";

const resource = answering(
  bind(compareVersions, async ({ db, by, params }) => {
    const [from = 0, to = 0] = params.range.split("...").map(Number);
    const two = await findTwoVersions(db, by, params.number, from, to);
    if (!two) return refused("not_found");
    const { before, after } = two;
    const cameOf = await listReplies(db, by, { advisory: after.number, citedBy: versionsBetween(from, to) });
    return done({ body: comparisonAsAnswer(two, compareContents(before.content, after.content), cameOf) });
  }),
);

export const loader = resource;
export const action = resource;
