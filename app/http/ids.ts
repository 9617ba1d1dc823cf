import { z } from "zod";
import { notFound } from "./outcomes";

const uuid = z.uuid();

export const isId = (value: string | null | undefined): value is string => uuid.safeParse(value).success;

/** An id out of an address; what cannot be one names nothing. */
export function requireId(value: string | undefined): string {
  if (!isId(value)) throw notFound();
  return value;
}
