import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Attribution } from "~/domain/roundtables/attribution";
import type { LockedRoom } from "~/domain/roundtables/lock-room.server";
import type { Transaction } from "~db/client.server";
import type { Who } from "./contribution";

/** What a row says of its writer in this mode: the columns that the wall compares, and the words that are shown. */
export type Attributed = {
  memberId: string | null;
  organisationId: string | null;
  sector: string | null;
  who: Who;
};

const nobody: Who = { name: null, organisation: null, sector: null };

export async function attribute(
  tx: Transaction,
  { rules, id }: Pick<LockedRoom, "rules" | "id">,
  { mode, by }: { mode: Attribution; by: Member },
): Promise<Outcome<Attributed>> {
  if (!rules.modes.includes(mode)) return refused("attribution_not_allowed");
  const none = { memberId: null, organisationId: null, sector: null };
  const house = { ...none, organisationId: by.organisationId };
  switch (mode) {
    case "named":
      return done({
        ...house,
        memberId: by.memberId,
        who: { ...nobody, name: by.name, organisation: by.organisation },
      });
    case "organisation":
      return done({ ...house, who: { ...nobody, organisation: by.organisation } });
    case "sector": {
      const sector = await findOwnSector(tx, id);
      return sector ? done({ ...none, sector, who: { ...nobody, sector } }) : refused("sector_is_one_house");
    }
    case "unattributed":
      return done({ ...none, who: nobody });
  }
}

/** Null where only the viewer's own organisation at the table is of it: then it would be a name. */
async function findOwnSector(tx: Transaction, roundtableId: string) {
  const [row] = await tx.execute<{ sector: string | null }>(
    sql`select room_sector(${roundtableId}::uuid) as sector`,
  );
  return row?.sector ?? null;
}
