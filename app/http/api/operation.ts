import { z } from "zod";
import type { Scope } from "~/domain/auth/scope";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may ask at all: anybody, members, staff of an authority; members or staff who have just confirmed who they are. */
export type Asker = "anyone" | "member" | "confirmed-member" | "staff" | "confirmed";

type Shape<W extends Asker, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = {
  /** The operationId of the document. */
  name: string;
  room:
    | "adoption"
    | "advisories"
    | "drafts"
    | "red-flags"
    | "typologies"
    | "organisations"
    | "people"
    | "questions"
    | "releases"
    | "rounds"
    | "roundtables"
    | "imports"
    | "document";
  method: Method;
  /** Under `/api/v1`, with `{parameters}`. */
  path: `/${string}`;
  summary: string;
  asker: W;
  /** What a token needs to be used for this. Unless said: `read` to read and `manage` to write. */
  scope?: Scope;
  params?: P;
  query?: Q;
  body?: B;
  /** The body is a file as it is, or a form that holds one. */
  takesFile?: true;
  /** Whether the draft's ETag must be sent along, or may be. */
  ifMatch?: "required" | "honoured";
  /** The field of the body that an expected no of the act is about, by the reason of the no. */
  concerns?: (reason: string) => string | undefined;
  /** Neither its request nor its answer may be kept anywhere, so no Idempotency-Key is taken: done twice it does no harm. */
  unkept?: true;
  status: 200 | 201 | 204;
};

/** One thing that the API does: the same record validates the request, types its act and documents it. */
export type Operation<
  W extends Asker = Asker,
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = Shape<W, P, Q, B> & { answer: A };

/** An operation without an answer of its own: 204, or a file. */
export const nothing = z.undefined();
export const file = z.instanceof(Response);

/** `concerns` of an act whose noes are each about one field. */
export const fieldOf = (fields: Record<string, string>) => (reason: string) => fields[reason];

export const scopeOf = ({ scope, method }: Pick<Operation, "scope" | "method">): Scope =>
  scope ?? (method === "GET" ? "read" : "manage");

type None = z.ZodObject<Record<never, never>>;

export function operation<
  W extends Asker,
  A extends z.ZodType,
  P extends z.ZodObject = None,
  Q extends z.ZodObject = None,
  B extends z.ZodType = z.ZodUndefined,
>(given: Shape<W, P, Q, B> & { answer: A }): Operation<W, P, Q, B, A> {
  return given;
}
