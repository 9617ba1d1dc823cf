import { attachFile } from "~/domain/drafts/attach-file.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { attachFile as operation } from "~/http/api/operations/drafts";
import { replied } from "~/http/api/replied";
import { uploadOf } from "~/http/api/upload";

const resource = answering(
  bind(operation, async ({ db, by, at, params, query, file }) => {
    const upload = uploadOf(file, query);
    return upload.ok
      ? replied(await attachFile(db, { draftId: params.id, ...upload.value, by, at }))
      : upload;
  }),
);

export const loader = resource;
export const action = resource;
