import { type Refused, refused } from "~/domain/outcome";
import { languageOf } from "../language";
import { problem } from "../outcomes";
import type { Operation } from "./operation";
import { readSentFile, type SentFile } from "./sent-file";
import { statusFor } from "./statuses";
import { type Misfit, misfitsOf } from "./what-does-not-fit";

export type ReadRequest = {
  ok: true;
  params: unknown;
  query: unknown;
  body: unknown;
  file: SentFile | undefined;
};
type Unread = { ok: false; problem: Response };

/** A request checked against the operation's schemas; all that does not fit is told at once. */
export async function readRequest(
  operation: Operation,
  request: Request,
  given: Record<string, string | undefined>,
): Promise<ReadRequest | Unread> {
  const no = (refusal: Refused, misfits: Misfit[] = []): Unread => ({
    ok: false,
    problem: problem(request, refusal, misfits, {}, statusFor(refusal.reason)),
  });
  const language = languageOf(request);

  // An address that cannot name anything answers as one that names nothing.
  const params = operation.params?.safeParse(given);
  if (params && !params.success) return no(refused("not_found"));

  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = operation.query?.safeParse(asked);
  const misfits =
    query?.success === false ? misfitsOf(query.error.issues, { in: "query", given: asked, language }) : [];

  if (operation.ifMatch === "required" && !request.headers.get("If-Match")) {
    return no(refused("precondition_missing"));
  }
  const sent = await readBody(operation, request);
  if (!sent.ok) return no(sent);
  const body = sent.json === undefined ? undefined : operation.body?.safeParse(sent.json);
  if (body?.success === false) {
    misfits.push(...misfitsOf(body.error.issues, { in: "body", given: sent.json, language }));
  }
  if (misfits.length > 0) return no(refused("does_not_fit"), misfits);
  return { ok: true, params: params?.data, query: query?.data, body: body?.data, file: sent.file };
}

type Body = { ok: true; json: unknown; file: SentFile | undefined };

async function readBody(operation: Operation, request: Request): Promise<Body | Refused> {
  const type = request.headers.get("Content-Type") ?? "";
  if (operation.takesFile) {
    if (/^application\/(.+\+)?json\b|^application\/x-www-form-urlencoded\b/i.test(type) || type === "") {
      return refused("media_type_unknown", { expected: "multipart/form-data, application/octet-stream" });
    }
    const file = await readSentFile(type, new Uint8Array(await request.arrayBuffer()));
    return file.ok ? { ok: true, json: undefined, file: file.value } : file;
  }
  if (!operation.body) return { ok: true, json: undefined, file: undefined };
  if (!/^application\/(.+\+)?json\s*(;|$)/i.test(type)) {
    return refused("media_type_unknown", { expected: "application/json" });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
    return { ok: true, json: JSON.parse(text), file: undefined };
  } catch {
    return refused("malformed_json");
  }
}
