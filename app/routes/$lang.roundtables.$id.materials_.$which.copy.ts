import { takeMaterial } from "~/domain/materials/take-material.server";
import { copyAction } from "~/http/copy.server";
import { toRoom } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export const loader = toRoom;

export const action = copyAction(
  (taking, materialId) => takeMaterial(db, { ...taking, materialId }),
  paths.roundtable,
);
