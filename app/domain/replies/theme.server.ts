import { eq, sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { themes } from "~db/schema";

/** A theme, as far as its asker may know of it. */
export async function findTheme(tx: Transaction, themeId: string) {
  const [theme] = await tx
    .select({
      id: themes.id,
      roundId: themes.roundId,
      replied: sql<boolean>`theme_is_replied(${themes.id})`,
    })
    .from(themes)
    .where(eq(themes.id, themeId));
  return theme;
}
