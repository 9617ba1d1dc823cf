import { renameTheme } from "~/domain/replies/rename-theme.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.renameTheme, async ({ db, by, at, params: { id: themeId }, body }) =>
    repliedDone(await renameTheme(db, { ...body, themeId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
