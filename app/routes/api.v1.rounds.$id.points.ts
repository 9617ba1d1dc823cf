import { done, refused } from "~/domain/outcome";
import { findPoints } from "~/domain/replies/points.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";

const resource = answering(
  bind(operations.listPoints, async ({ db, by, params: { id } }) => {
    const found = await findPoints(db, by, id);
    if (!found) return refused("not_found");
    const { points, themes, replies } = found;
    return done({
      body: {
        points: points.map(({ organisationId: _, ...point }) => point),
        themes,
        replies: replies.map(({ id: reply, row, themeId, open, released }) => ({
          id: reply,
          row,
          theme: themeId,
          revision: open?.revision ?? 0,
          writers: open?.writers ?? [],
          blockers: open?.blockers ?? [],
          released: released?.n ?? null,
        })),
      },
    });
  }),
);

export const loader = resource;
export const action = resource;
