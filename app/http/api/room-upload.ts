import { done, refused } from "~/domain/outcome";
import type { SentFile } from "./sent-file";

/** A file for a room, with the name that says what it is. */
export function roomUploadOf(file: SentFile | undefined, given: string | undefined) {
  if (!file) return refused("file_empty");
  const name = given ?? file.name;
  return name
    ? done({ name, bytes: file.bytes })
    : refused("does_not_fit", { errors: [{ pointer: "/name", in: "query", reason: "missing" }] });
}
