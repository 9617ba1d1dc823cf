import sans from "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?url";

/** The two faces that every page begins with; the italic comes when it is met. */
export const faces = [serif, sans];
