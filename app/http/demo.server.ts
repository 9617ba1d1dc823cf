import { env } from "~/env.server";
import { notFound } from "./outcomes";

/** Without the demo its addresses do not exist: the ordinary 404. */
export function requireDemo() {
  if (!env().demo) throw notFound();
}
