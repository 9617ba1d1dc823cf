import { textAsData } from "~/domain/exports/advisory-json";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listTypologies as operation } from "~/http/api/operations/typologies";

const resource = answering(
  bind(operation, async ({ db, by, query }) => {
    const catalogue = (await listTypologies(db, by)).map(({ name, description, ...entry }) => ({
      ...entry,
      name: textAsData(name),
      description: textAsData(description),
    }));
    return stretchOf(catalogue, operation.path, query.cursor);
  }),
);

export const loader = resource;
export const action = resource;
