import type { z } from "zod";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Member, Viewer } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import type { EntityTags } from "./entity-tag";
import type { Asker, Operation } from "./operation";
import type { SentFile } from "./sent-file";

export type Asked<W extends Asker, Params, Query, Body> = {
  by: W extends "anyone" ? Viewer : Member;
  /** For a write, the transaction that also keeps its Idempotency-Key. */
  db: Db;
  at: Date;
  language: Language;
  params: Params;
  query: Query;
  body: Body;
  /** Where the operation takes one. */
  file: SentFile | undefined;
  ifMatch: EntityTags | undefined;
};

export type Reply<Body> = { body: Body; headers?: Record<string, string> };

/** An operation with the act that carries it out. */
export type Bound = {
  operation: Operation;
  act(asked: Asked<Asker, unknown, unknown, unknown>): Promise<Outcome<Reply<unknown>>>;
};

/** Joins an operation to its act; the types of one are those of the other. */
export function bind<
  W extends Asker,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  operation: Operation<W, P, Q, B, A>,
  act: (asked: Asked<W, z.output<P>, z.output<Q>, z.output<B>>) => Promise<Outcome<Reply<z.output<A>>>>,
): Bound {
  // `answering` hands an act only what its own operation's schemas have read.
  return { operation, act: act as Bound["act"] } as Bound;
}
