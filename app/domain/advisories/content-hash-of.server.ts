import { createHash } from "node:crypto";
import type { AdvisoryContent } from "./advisory.form";
import { contentHash } from "./content-hash.server";

/** What is cleared: the whole content under its number. Either one changing makes it another thing. */
export const contentHashOf = (number: string, content: AdvisoryContent) =>
  createHash("sha256")
    .update(`${number}\n${contentHash(content)}`)
    .digest("hex");
