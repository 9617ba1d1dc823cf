import { findTwoVersions } from "~/domain/advisories/advisories.server";
import { compareContents } from "~/domain/advisories/comparison";
import { done, refused } from "~/domain/outcome";
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
    return done({ body: comparisonAsAnswer(two, compareContents(before.content, after.content)) });
  }),
);

export const loader = resource;
export const action = resource;
