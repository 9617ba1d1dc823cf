import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { secretKeyMarks } from "~db/schema";

type Kept = {
  /** The sub-key `mark`: whoever reads it from the database learns nothing of the others. */
  mark: Uint8Array;
  at: Date;
};

/** Whether this process has the key that the installation's others have; the first one to ask sets it. By the owner. */
export async function keepSecretKeyMark(owner: Db, { mark, at }: Kept): Promise<boolean> {
  await owner
    .insert(secretKeyMarks)
    .values({ mark: Buffer.from(mark), madeAt: at })
    .onConflictDoNothing();
  const [row] = await owner
    .select({ mark: secretKeyMarks.mark })
    .from(secretKeyMarks)
    .where(sql`${secretKeyMarks.replacedAt} is null`);
  return row !== undefined && Buffer.from(row.mark).equals(Buffer.from(mark));
}

/** Another key holds from now on: what was sealed or signed with the one before is lost. False where it is the same one. */
export const replaceSecretKeyMark = (owner: Db, { mark, at }: Kept): Promise<boolean> =>
  asViewer(owner, anonymous, async (tx) => {
    if (await keepSecretKeyMark(tx, { mark, at })) return false;
    await tx.update(secretKeyMarks).set({ replacedAt: at }).where(sql`${secretKeyMarks.replacedAt} is null`);
    await tx
      .insert(secretKeyMarks)
      .values({ mark: Buffer.from(mark), madeAt: at })
      .onConflictDoUpdate({ target: secretKeyMarks.mark, set: { madeAt: at, replacedAt: null } });
    await recordEvent(tx, {
      action: "secret_key.replaced",
      subject: { kind: "installation", id: "secret-key" },
      at,
    });
    return true;
  });
