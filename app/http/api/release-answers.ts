import { textAsData } from "~/domain/exports/advisory-json";
import type { ReleaseEntry } from "~/domain/releases/releases.server";

/** A release of a list, without ids that are nobody's business. */
export const releaseAsAnswer = ({ round, publishedAt, contentHash }: ReleaseEntry) => ({
  id: round.id,
  authority: round.authority,
  subject:
    round.typology === null
      ? {
          kind: "advisory" as const,
          number: round.number,
          version: round.number === null ? null : round.version,
        }
      : { kind: "typology" as const, code: round.typology },
  mode: round.mode,
  title: textAsData(round.title),
  tlp: round.tlp,
  openedAt: round.openedAt.toISOString(),
  closesAt: round.closesAt.toISOString(),
  publishedAt: publishedAt.toISOString(),
  invited: round.invited,
  answered: round.answered,
  contentHash,
});
