import { findAdvisory } from "~/domain/advisories/advisories.server";
import { findAttachment } from "~/domain/advisories/attachments.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { download } from "~/http/api/download";
import { findIssuedFile } from "~/http/api/operations/advisories";

const resource = answering(
  bind(findIssuedFile, async ({ db, by, params }) => {
    const view = await findAdvisory(db, by, params.number, params.n);
    const named = view?.content.attachments.find(({ name }) => name === params.name);
    const found = named && (await findAttachment(db, by, named.id, named.sha256));
    return found ? done({ body: download(found.attachment, found.bytes) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
