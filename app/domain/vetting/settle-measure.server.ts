import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { tellAdministrators } from "./tell-about-vetting.server";
import type { Subject, VettingState } from "./vetting";

type Settling = { id: string; organisation: Subject; at: Date };

/** Puts a measure into force as far as it stands, tells the organisation what changed for it, and answers its state. */
export async function settleMeasure(tx: Transaction, { id, organisation, at }: Settling) {
  const [row] = await tx.execute<{ state: VettingState }>(
    sql`select measure_settle(${id}::uuid, ${at.toISOString()}::timestamptz) as state`,
  );
  if (!row) throw new Error("the measure was not settled");
  const { state } = row;
  if (state !== organisation.vetting) {
    await tellAdministrators(tx, {
      kind:
        state === "suspended"
          ? "organisation-suspended"
          : state === "revoked"
            ? "organisation-revoked"
            : "organisation-reinstated",
      about: { organisationId: organisation.id },
      organisationId: organisation.id,
      at,
    });
  }
  return state;
}
