import { chooseNotices } from "~/domain/people/choose-notices.server";
import { listNoticeChoices } from "~/domain/people/notice-choices.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { chooseNotices as choose, listNotices } from "~/http/api/operations/people";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(listNotices, async ({ db, by, query: { cursor } }) =>
    stretchOf(await listNoticeChoices(db, by), listNotices.path, cursor),
  ),
  bind(choose, async ({ db, by, at, body: { wanted } }) =>
    repliedDone(await chooseNotices(db, { wanted, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
