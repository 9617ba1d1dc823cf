import { done } from "~/domain/outcome";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { receiptAsAnswer } from "~/http/api/room-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.acceptTerms, async ({ db, by, at, params, body }) => {
    const outcome = await acceptTerms(db, {
      roundtableId: params.id,
      ...body,
      keys: await secretKeys(),
      by,
      at,
    });
    return outcome.ok ? done({ body: receiptAsAnswer(outcome.value) }) : outcome;
  }),
);

export const loader = resource;
export const action = resource;
