import type { Outcome } from "~/domain/outcome";
import { done, refused } from "~/domain/outcome";

export type SentFile = { name: string | undefined; bytes: Uint8Array; fields: Record<string, string> };

/** A file sent as the body itself, or as `file` in a form beside fields of its own. */
export async function readSentFile(type: string, bytes: Uint8Array): Promise<Outcome<SentFile>> {
  if (!type.toLowerCase().startsWith("multipart/form-data")) {
    return done({ name: undefined, bytes, fields: {} });
  }
  const form = await new Response(Buffer.from(bytes), { headers: { "Content-Type": type } })
    .formData()
    .catch(() => undefined);
  if (!form) return refused("malformed_form");
  const file = form.get("file");
  if (!(file instanceof File)) return refused("file_empty");
  const fields = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
  return done({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), fields });
}
