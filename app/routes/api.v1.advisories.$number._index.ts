import { findAdvisory } from "~/domain/advisories/advisories.server";
import { done, refused } from "~/domain/outcome";
import { advisoryDocument } from "~/http/api/advisory-document.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findAdvisory as operation } from "~/http/api/operations/advisories";

const resource = answering(
  bind(operation, async ({ db, by, params }) => {
    const view = await findAdvisory(db, by, params.number);
    return view ? done({ body: await advisoryDocument(db, by, view) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
