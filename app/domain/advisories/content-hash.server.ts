import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { AdvisoryContent } from "./advisory.form";

/**
 * Hex SHA-256 of the RFC 8785 canonical JSON of the content: what clearances, signatures and the public log name.
 * Texts are hashed as written, not Unicode-normalised, so that any RFC 8785 library recomputes it (decision 040).
 */
export function contentHash(content: AdvisoryContent): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError("The content has no canonical JSON");
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}
