import { z } from "zod";
import { notFound } from "./outcomes";

const uuid = z.uuid();

/** An id out of an address; what cannot be one names nothing. */
export function requireId(value: string | undefined): string {
  const read = uuid.safeParse(value);
  if (!read.success) throw notFound();
  return read.data;
}

const random = z.uuidv4();

/** An id that was made up at random by whoever sends it; undefined: none. */
export const readId = (value: string | undefined): string | undefined => random.safeParse(value).data;
