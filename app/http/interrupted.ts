import { z } from "zod";
import { ownAddress } from "~/paths";
import type { Interrupted } from "./outcomes";

const shape = z.object({
  action: z.string().max(2000),
  typed: z.array(z.tuple([z.string().max(200), z.string().max(200_000)])).max(500),
});

/** What came back in the form that asked for confirmation; it leads to an address of ours or nowhere. */
export function readInterrupted(text: string): Interrupted | undefined {
  if (text === "") return undefined;
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success && ownAddress(read.data.action) ? read.data : undefined;
  } catch {
    return undefined;
  }
}
