import { findDesk } from "~/domain/drafts/desk.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { readinessAsAnswer } from "~/http/api/draft-answers";
import { findReadiness } from "~/http/api/operations/drafts";

const resource = answering(
  bind(findReadiness, async ({ db, by, params, language }) => {
    const desk = await findDesk(db, by, params.id);
    return desk ? done({ body: readinessAsAnswer(desk, language) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
