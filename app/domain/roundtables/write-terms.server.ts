import { createHash } from "node:crypto";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { roundtableTerms } from "~db/schema";
import type { RoomSeal } from "./room-seal.server";

type Writing = {
  roundtableId: string;
  sealed: RoomSeal;
  version: number;
  words: Text;
  memberId: string;
  at: Date;
};

const hashOf = (words: string) => createHash("sha256").update(words).digest("hex");

/** The next version of what one accepts to enter; whoever accepted the last one has to accept again. */
export const writeTerms = (
  tx: Transaction,
  { roundtableId, sealed, version, words, memberId, at }: Writing,
) =>
  tx.insert(roundtableTerms).values({
    roundtableId,
    version,
    words: sealed.seal(`terms:${version}`, words),
    hashEs: hashOf(words.es),
    hashEn: hashOf(words.en),
    writtenBy: memberId,
    writtenAt: at,
  });
