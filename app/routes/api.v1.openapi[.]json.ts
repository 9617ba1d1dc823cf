import { done } from "~/domain/outcome";
import { env } from "~/env.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { describeApi } from "~/http/api/describe.server";
import { findDocument } from "~/http/api/operations/document";

const resource = answering(bind(findDocument, async () => done({ body: describeApi(env().origin) })));

export const loader = resource;
export const action = resource;
