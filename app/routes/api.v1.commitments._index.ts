import { listCommitments } from "~/domain/commitments/commitments.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { commitmentAsAnswer } from "~/http/api/minutes-answers";
import * as operations from "~/http/api/operations/minutes";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.listCommitments, async ({ db, by, query: { cursor } }) => {
    const found = await listCommitments(db, by, { keys: await secretKeys() });
    return stretchOf(found.map(commitmentAsAnswer), [operations.listCommitments.path], cursor);
  }),
);

export const loader = resource;
export const action = resource;
