import { done, refused } from "~/domain/outcome";
import { findRelease } from "~/domain/releases/releases.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findRelease as operation } from "~/http/api/operations/releases";
import { releaseAsAnswer } from "~/http/api/release-answers";

const resource = answering(
  bind(operation, async ({ db, by, params }) => {
    const found = await findRelease(db, { roundId: params.id, by });
    if (!found) return refused("not_found");
    const { rule, groups, tables } = found.release;
    return done({
      body: {
        ...releaseAsAnswer(found),
        rule,
        groups,
        tables: tables.map((table) => ({ ...table, categories: [...table.categories] })),
      },
    });
  }),
);

export const loader = resource;
export const action = resource;
