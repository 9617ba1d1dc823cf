import { z } from "zod";
import { operation } from "../operation";

export const findDocument = operation({
  name: "findDocument",
  room: "document",
  method: "GET",
  path: "/openapi.json",
  summary: "This document.",
  asker: "anyone",
  status: 200,
  answer: z.object({ openapi: z.string() }),
});
