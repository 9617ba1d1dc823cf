import type { Text } from "~/domain/advisories/advisory.form";

/** One text, Spanish first. */
export const both = (es: string, en: string): Text => ({ es, en });
