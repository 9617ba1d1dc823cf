import { done } from "~/domain/outcome";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { findNoticeSettings } from "~/domain/people/notice-choices.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { chooseNotices as choose, listNotices } from "~/http/api/operations/people";
import { replied, repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(listNotices, async ({ db, by }) => replied(done(await findNoticeSettings(db, by)))),
  bind(choose, async ({ db, by, at, body }) =>
    repliedDone(await chooseNotices(db, { chosen: body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
