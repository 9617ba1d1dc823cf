import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { answerOnce, type KeptAnswer } from "~/domain/requests/answer-once.server";
import { type Db, db } from "~db/client.server";
import { languageOf } from "../language";
import { problem } from "../outcomes";
import { requireMember, requireScope, requireStaff, requireStepUp, viewerOf } from "../sessions.server";
import type { Asked, Bound } from "./bind";
import { readTags } from "./entity-tag";
import { type Asker, type Operation, scopeOf } from "./operation";
import { type ReadRequest, readRequest } from "./read-request";
import { statusFor } from "./statuses";
import { pointerTo, sentenceOf } from "./what-does-not-fit";

/** A loader or action for the operations of one address: who · parse · act · answer. */
export function answering(...bound: Bound[]) {
  const answer = async ({ request, params }: LoaderFunctionArgs) => {
    const fitting = bound.find(({ operation }) => operation.method === methodOf(request));
    try {
      return fitting ? await answerOperation(fitting, request, params) : methodUnknown(request, allowed);
    } catch (error) {
      // Remix would mark a thrown answer with a header of its own.
      if (error instanceof Response) return error;
      throw error;
    }
  };
  const allowed = bound.map(({ operation }) => operation.method);
  return Object.assign(answer, { operations: bound.map(({ operation }) => operation) });
}

const methodOf = ({ method }: Request) => (method === "HEAD" ? "GET" : method);

function methodUnknown(request: Request, allowed: string[]) {
  return problem(request, refused("method_unknown"), [], { Allow: allowed.join(", ") }, 405);
}

async function answerOperation(
  { operation, act }: Bound,
  request: Request,
  params: LoaderFunctionArgs["params"],
) {
  await requireScope(request, scopeOf(operation));
  const by = await askerOf(operation.asker, request);
  const read = await readRequest(operation, request, params);
  if (!read.ok) return read.problem;

  const asked = {
    by: by as Asked<Asker, unknown, unknown, unknown>["by"],
    at: now(),
    language: languageOf(request),
    params: read.params,
    query: read.query,
    body: read.body,
    file: read.file,
    ifMatch: readTags(request.headers.get("If-Match")),
  };
  const carryOut = async (within: Db): Promise<Outcome<KeptAnswer | Response>> => {
    const outcome = await act({ ...asked, db: within });
    if (!outcome.ok) return outcome;
    const { body, headers = {} } = outcome.value;
    return done(body instanceof Response ? body : keptAnswer(operation, body, headers));
  };

  const outcome =
    operation.method === "GET" || operation.unkept
      ? await carryOut(db)
      : await once(operation, request, read, by, asked.at, carryOut);
  if (!outcome.ok) return refusal(request, operation, outcome);
  return outcome.value instanceof Response ? outcome.value : sent(outcome.value);
}

async function askerOf(asker: Asker, request: Request): Promise<Viewer> {
  if (asker === "anyone") return viewerOf(request);
  if (asker === "member") return requireMember(request);
  if (asker === "confirmed-member") return requireStepUp(request);
  const staff = await requireStaff(request);
  if (asker === "confirmed") await requireStepUp(request);
  return staff;
}

async function once(
  operation: Operation,
  request: Request,
  read: ReadRequest,
  by: Viewer,
  at: Date,
  carryOut: (within: Db) => Promise<Outcome<KeptAnswer | Response>>,
): Promise<Outcome<KeptAnswer | Response>> {
  const key = request.headers.get("Idempotency-Key");
  if (key === null || !isMember(by)) return carryOut(db);
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return refused("idempotency_key_malformed");
  const { pathname, search } = new URL(request.url);
  const requestHash = createHash("sha256")
    .update(
      JSON.stringify([
        operation.method,
        pathname,
        search,
        request.headers.get("If-Match"),
        // The boundary of a form is new each time; what the form holds is not.
        read.body ?? read.file?.fields,
        read.file?.name,
      ]),
    )
    .update(read.file?.bytes ?? "")
    .digest("hex");
  return answerOnce(db, {
    key,
    requestHash,
    by,
    at,
    act: async (tx) => {
      const outcome = await carryOut(tx);
      if (outcome.ok && outcome.value instanceof Response) throw new Error("a write answers with a record");
      return outcome as Outcome<KeptAnswer>;
    },
  });
}

const keptAnswer = ({ status }: Operation, body: unknown, headers: Record<string, string>): KeptAnswer => ({
  status,
  headers,
  body: body === undefined ? "" : `${JSON.stringify(body)}\n`,
});

function sent({ status, body, headers }: KeptAnswer) {
  if (status === 204) return new Response(null, { status, headers });
  return new Response(body, {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  });
}

/** Faults that an act found at places of the request travel as `errors`, the rest of its facts as they are. */
function refusal(request: Request, operation: Operation, { reason, facts: { errors, ...facts } }: Refused) {
  const field = operation.concerns?.(reason);
  const detail = sentenceOf(reason, languageOf(request), facts);
  const told = field === undefined ? [] : [{ pointer: pointerTo([field]), in: "body", reason, detail }];
  const places = Array.isArray(errors) ? errors : told;
  return problem(request, refused(reason, facts), places, {}, statusFor(reason));
}
