import { v4 as newId } from "uuid";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Attribution, attributions } from "~/domain/roundtables/attribution";
import type { TypedSession } from "./roundtables";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Made up by the page; without scripts by the server. */
export const madeUpId = ({ id = "" }: TypedSession) => (uuid.test(id) ? id : newId());

export async function fileIn(form: FormData): Promise<Outcome<{ name: string; bytes: Uint8Array }>> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("file_empty");
  return done({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

export function modeIn({ mode }: TypedSession): Outcome<Attribution> {
  const known = attributions.find((one) => one === mode);
  return known ? done(known) : refused("choose_attribution");
}
