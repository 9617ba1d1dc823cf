const form = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
const json = /^application\/json\s*(;|$)/i;

/**
 * The type of a body that the page at this path can read, or undefined where it can read none: pages take forms, those that save as
 * one types and what other services tell us take JSON as well. A body that is empty is a form of which nothing was filled in.
 */
export async function readableType(path: string, type: string | null, body: Buffer) {
  if (body.length === 0) return "application/x-www-form-urlencoded";
  if (type === null) return undefined;
  if (json.test(type)) return /\/changes(\.data)?$|^\/webhooks\//.test(path) ? type : undefined;
  if (!form.test(type)) return undefined;
  const sent = new Response(new Uint8Array(body), { headers: { "Content-Type": type } });
  const read = /^multipart/i.test(type) ? await sent.formData().catch(() => undefined) : sent;
  return read && type;
}
