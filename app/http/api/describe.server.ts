import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { paths } from "~/paths";
import { everyOperation } from "./every-operation";
import { file, nothing, type Operation } from "./operation";
import { problemShape } from "./shapes";

const json = (schema: z.ZodType) => ({ "application/json": { schema } });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemShape } },
});
const bytes = (description: string) => z.string().meta({ format: "binary", description });

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .meta({ description: "The same key with the same request is carried out once and answered alike." });

/** The OpenAPI document, made of the very schemas that check each request. */
export function describeApi(origin: string) {
  const registry = new OpenAPIRegistry();
  const token = registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  for (const operation of everyOperation) registry.registerPath(routeOf(operation, token.name));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Ribera",
      version: "1.0.0",
      description:
        "Advisories whose red flags are data, in Spanish and English. Whatever the asker may not know of answers as what does not exist.",
    },
    servers: [{ url: origin + paths.api("/").replace(/\/$/, "") }],
  });
}

function routeOf(operation: Operation, token: string): RouteConfig {
  const { method, path, asker, params, query, status, answer } = operation;
  const writes = method !== "GET";
  const headers = z.object({
    ...(writes && !operation.unkept ? { "Idempotency-Key": idempotencyKey } : {}),
    ...(operation.ifMatch === "required" ? { "If-Match": z.string() } : {}),
    ...(operation.ifMatch === "honoured" ? { "If-Match": z.string().optional() } : {}),
  });
  return {
    method: methodNames[method],
    path,
    operationId: operation.name,
    tags: [operation.room],
    summary: operation.summary,
    security: asker === "anyone" ? [{}, { [token]: [] }] : [{ [token]: [] }],
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(writes ? { headers } : {}),
      ...bodyOf(operation),
    },
    responses: {
      [status]: answerOf(answer),
      ...(params ? { 404: problem("Nothing that the asker may know of.") } : {}),
      ...(asker === "anyone"
        ? {}
        : { 401: problem("No token, or one that no longer counts."), 403: problem("Not for this role.") }),
      ...(writes
        ? {
            409: problem("The state of the thing does not allow it, or it changed meanwhile."),
            422: problem("Something does not fit; `errors` says where."),
          }
        : {}),
      ...(operation.ifMatch ? { 412: problem("It has changed since that revision.") } : {}),
      ...(operation.ifMatch === "required" ? { 428: problem("If-Match is missing.") } : {}),
      ...(operation.body || operation.takesFile
        ? {
            400: problem("It could not be read."),
            413: problem("It is too large."),
            415: problem("Another media type is expected."),
          }
        : {}),
      default: problem("Anything else that went wrong."),
    },
  };
}

const methodNames = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

function bodyOf({ body, takesFile }: Operation): Pick<NonNullable<RouteConfig["request"]>, "body"> {
  if (takesFile) {
    const form = z.object({
      file: bytes("The file; its name is the attachment's."),
      tlp: z.string().optional(),
      id: z.string().optional(),
    });
    return {
      body: {
        required: true,
        content: {
          "application/octet-stream": { schema: bytes("The file.") },
          "multipart/form-data": { schema: form },
        },
      },
    };
  }
  return body ? { body: { required: true, content: json(body) } } : {};
}

function answerOf(answer: z.ZodType) {
  if (answer === nothing) return { description: "Done." };
  if (answer === file) {
    return {
      description: "The file.",
      content: { "application/octet-stream": { schema: bytes("The file.") } },
    };
  }
  return { description: "The answer.", content: json(answer) };
}
