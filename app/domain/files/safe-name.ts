/** A name that no system takes for a path, and that hides nothing from whoever reads it. */
export const safeName = (name: string) =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, "_")
    .slice(-200);
