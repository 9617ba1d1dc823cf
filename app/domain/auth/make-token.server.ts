import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { issueToken } from "./issue-token.server";
import { type Scope, scopesFor } from "./scope";

export const tokenDays = [7, 30, 90, 365] as const;
const longestName = 60;

type Made = {
  by: Member;
  name: string;
  scopes: Scope[];
  days: number;
  /** 32 random bytes. */
  secret: Uint8Array;
  at: Date;
};

/** A token of the member's own, shown this once. */
export function makeToken(db: Db, { by, name, scopes, days, secret, at }: Made) {
  const label = storable(name.trim());
  return asActor(db, by, async (tx) => {
    if (label === "") return refused("token_unnamed");
    if (label.length > longestName) return refused("too_long");
    if (scopes.length === 0) return refused("token_without_scope");
    const usable = scopesFor(by);
    if (!scopes.every((scope) => usable.includes(scope))) return refused("token_scope_unusable");
    if (!tokenDays.some((offered) => offered === days)) return refused("token_days_unknown");
    const expiresAt = new Date(at.getTime() + days * 86_400_000);
    const { memberId } = by;
    const token = await issueToken(tx, { memberId, name: label, scopes, expiresAt, secret });
    await queueNotice(tx, {
      kind: "token-issued",
      to: { memberId },
      about: { expiresAt: expiresAt.toISOString() },
      at,
    });
    await recordEvent(tx, {
      action: "token.issued",
      subject: { kind: "member", id: memberId },
      detail: { scopes, days },
      at,
    });
    return done({ token });
  });
}
