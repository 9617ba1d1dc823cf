import { listMaterials } from "~/domain/materials/materials.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.listMaterials, async ({ db, by, params: { id } }) => {
    const items = await listMaterials(db, by, { id, keys: await secretKeys() });
    return items ? done({ body: { items, next: null } }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
