import { done, refused } from "~/domain/outcome";
import { findVault } from "~/domain/vaults/vaults.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/vaults";
import { vaultAsAnswer } from "~/http/api/vault-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findVault, async ({ db, by, params: { id } }) => {
    const vault = await findVault(db, by, { id, keys: await secretKeys() });
    return vault ? done({ body: vaultAsAnswer(vault) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
