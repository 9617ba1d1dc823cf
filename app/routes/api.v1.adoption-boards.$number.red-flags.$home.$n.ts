import { changeItem } from "~/domain/adoption/change-item.server";
import { redFlagId } from "~/domain/advisories/advisory";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { revisionTag } from "~/http/api/entity-tag";
import { changeRedFlag } from "~/http/api/operations/adoption";

const resource = answering(
  bind(changeRedFlag, async ({ db, by, at, params: { number, home, n }, body, ifMatch }) => {
    // One revision was read: of several, or of any, nobody could say whose words would go.
    const [revision, ...others] = ifMatch === "any" || ifMatch === undefined ? [] : ifMatch;
    if (revision === undefined || others.length > 0) return refused("one_revision_expected");
    const { reviewedVersion, ...given } = body;
    const publicId = redFlagId(home, n);
    const outcome = await changeItem(db, { number, publicId, revision, given, reviewedVersion, by, at });
    if (!outcome.ok) return outcome;
    const { changed, revision: now } = outcome.value;
    return done({
      body: { id: publicId, changed, revision: now },
      headers: { ETag: revisionTag(now) },
    });
  }),
);

export const loader = resource;
export const action = resource;
