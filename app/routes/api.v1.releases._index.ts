import { narrowReleases } from "~/domain/releases/narrow-releases";
import { listReleases } from "~/domain/releases/releases.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listReleases as operation } from "~/http/api/operations/releases";
import { releaseAsAnswer } from "~/http/api/release-answers";

const resource = answering(
  bind(operation, async ({ db, by, query: { cursor, ...wanted } }) => {
    const { authority = "", year = "", ...subject } = wanted;
    const found = await listReleases(db, { by, ...subject });
    const kept = new Set(
      narrowReleases(
        found.map(({ round }) => round),
        { authority, year, typology: "" },
      ),
    );
    return stretchOf(
      found.filter(({ round }) => kept.has(round)).map(releaseAsAnswer),
      [operation.path, wanted],
      cursor,
    );
  }),
);

export const loader = resource;
export const action = resource;
