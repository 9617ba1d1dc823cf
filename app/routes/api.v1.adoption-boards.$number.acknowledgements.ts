import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { acknowledge } from "~/http/api/operations/adoption";

const resource = answering(
  bind(acknowledge, async ({ db, by, at, params: { number } }) => {
    const outcome = await acknowledgeAdvisory(db, { number, by, at });
    if (!outcome.ok) return outcome;
    return done({ body: { number: outcome.value.number, version: outcome.value.version } });
  }),
);

export const loader = resource;
export const action = resource;
