import { textAsData } from "~/domain/exports/advisory-json";
import { listReplies } from "~/domain/replies/replies.server";
import { writeReply } from "~/domain/replies/write-reply.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/replies";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.listReplies, async ({ db, by, params: { id: roundId }, query }) => {
    const replies = await listReplies(db, by, { roundId });
    return stretchOf(
      replies.map(
        ({ id, authority, theme, redFlags, said, answer, outcome, note, n, releasedAt, versions }) => ({
          id,
          authority,
          theme: theme && textAsData(theme),
          redFlags,
          said: textAsData(said),
          answer: textAsData(answer),
          outcome,
          note: textAsData(note),
          version: n,
          releasedAt,
          amendedIn: versions,
        }),
      ),
      [operations.listReplies.path, roundId],
      query.cursor,
    );
  }),
  bind(operations.writeReply, async ({ db, by, at, params: { id: roundId }, body }) =>
    replied(await writeReply(db, { ...body, roundId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
