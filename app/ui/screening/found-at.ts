import { z } from "zod";
import { kinds } from "~/domain/screening/finding";
import type { Refusal } from "~/http/outcomes";
import type { Screened } from "./use-screening";

const finding = z.object({ kind: z.enum(kinds), start: z.number(), end: z.number() });
const shape = z.object({
  found: z.record(z.string(), z.object({ text: z.string(), findings: z.array(finding) })),
});

/** What screening found in the field of that name, where a refusal carries it. */
export function foundAt(refusal: Refusal | undefined, name: string): Screened | undefined {
  const read = shape.safeParse(refusal?.facts);
  return read.success ? read.data.found[name] : undefined;
}
