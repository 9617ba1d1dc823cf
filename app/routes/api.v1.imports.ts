import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { importFile } from "~/http/api/import-file";
import { importDocument as operation } from "~/http/api/operations/imports";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, body, language }) =>
    replied(await importFile(db, { ...body, language, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
