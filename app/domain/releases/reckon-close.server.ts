import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { openSigned, type SealedPoint } from "~/domain/answers/signed.server";
import { done, type Outcome } from "~/domain/outcome";
import { leastInstitutions, type RoundMode } from "~/domain/rounds/round";
import { computeRelease } from "./compute-release.server";
import {
  ballotsOf,
  type Counted,
  type CountedRow,
  earlierOf,
  type StoredRelease,
  storedRows,
} from "./counted-round";
import type { Kind, Release } from "./release";

type Voter = Kind & { organisationId: string };

/** All that a round's close is reckoned from. */
export type Closing = {
  roundId: string;
  mode: RoundMode;
  key: Uint8Array;
  rows: CountedRow[];
  earlier: (StoredRelease & { roundId: string; voters: Voter[] })[];
  signed: (Voter & { answers: Uint8Array })[];
};

/** What is laid down, in JSON; null where too few answered. */
export type Reckoned = { kept: string; release: string } | null;

/** Opens what was signed, computes and checks the release, and parts the answers from whoever gave them. */
export async function reckonClose(closing: Closing): Promise<Outcome<Reckoned>> {
  const { roundId, mode, rows, earlier, signed } = closing;
  if (signed.length < leastInstitutions) return done(null);
  const key = Buffer.from(closing.key);
  const opened = signed.map(({ answers, ...voter }) => ({
    ...voter,
    ...openSigned(answers, { roundId, organisationId: voter.organisationId, key }),
  }));
  const outcome = await computeRelease({
    ...ballotsOf(rows, opened),
    earlier: earlier.map((stored) => earlierOf(stored, opened)),
  });
  if (!outcome.ok) return outcome;
  const { rule, answered, groups } = outcome.value;
  const contentHash = releaseHash(outcome.value);
  const release = { rule, answered, groups, contentHash, rows: storedRows(outcome.value, rows) };
  const kept = { answers: opened.map(answersKept(mode)), points: opened.flatMap(pointsKept(mode)) };
  return done({ kept: JSON.stringify(kept), release: JSON.stringify(release) });
}

/** Hex SHA-256 of the RFC 8785 canonical JSON of the whole release. */
export function releaseHash(release: Release) {
  const canonical = canonicalize(release);
  if (canonical === undefined) throw new TypeError("The release has no canonical JSON");
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}

type Opened = Counted & { points: SealedPoint[] };

const answersKept =
  (mode: RoundMode) =>
  ({ organisationId, counted }: Opened) =>
    mode === "identified" ? { organisationId, answers: counted } : { answers: counted };

const pointsKept =
  (mode: RoundMode) =>
  ({ organisationId, points }: Opened) =>
    points.map((point) => (mode === "identified" ? { ...point, organisationId } : point));
