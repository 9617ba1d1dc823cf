import { findTechniques } from "~/domain/typologies/typologies.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listTechniques } from "~/http/api/operations/typologies";

const resource = answering(
  bind(listTechniques, async ({ db, by, query: { q, cursor } }) => {
    const techniques = await findTechniques(db, by, { q, limit: 10_000 });
    const items = techniques.map(({ externalId, name, parent, url }) => ({
      id: externalId,
      name,
      parent,
      url,
    }));
    return stretchOf(items, q, cursor);
  }),
);

export const loader = resource;
export const action = resource;
