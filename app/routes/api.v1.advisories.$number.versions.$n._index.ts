import { findAdvisory } from "~/domain/advisories/advisories.server";
import { advisoryAsData } from "~/domain/exports/advisory-json";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findVersion } from "~/http/api/operations/advisories";

const resource = answering(
  bind(findVersion, async ({ db, by, params }) => {
    const view = await findAdvisory(db, by, params.number, params.n);
    return view ? done({ body: advisoryAsData(view) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
