import { v4 as newId } from "uuid";
import { z } from "zod";
import { done, refused } from "~/domain/outcome";
import type { SentFile } from "./sent-file";
import { id, tlp } from "./shapes";

const chosen = z.object({ tlp: tlp.default("CLEAR"), id: id.optional() });

type Query = { name?: string | undefined; tlp?: string | undefined; id?: string | undefined };

/** What to attach, from the file that was sent and what its form or the query says of it. */
export function uploadOf(file: SentFile | undefined, query: Query) {
  if (!file) return refused("file_empty");
  const name = query.name ?? file.name;
  if (!name) {
    return refused("does_not_fit", { errors: [{ pointer: "/name", in: "query", reason: "missing" }] });
  }
  const read = chosen.safeParse({ ...file.fields, ...definedIn(query) });
  if (!read.success) {
    const errors = read.error.issues.map(({ path }) => ({
      pointer: `/${path.join("/")}`,
      in: "body",
      reason: path[0] === "tlp" ? "unknown_tlp" : "bad_id",
    }));
    return refused("does_not_fit", { errors });
  }
  return done({ name, bytes: file.bytes, tlp: read.data.tlp, id: read.data.id ?? newId() });
}

const definedIn = (query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
