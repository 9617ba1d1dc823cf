import type { Operation } from "./operation";
import { adoptionOperations } from "./operations/adoption";
import { advisoryOperations } from "./operations/advisories";
import { findDocument } from "./operations/document";
import { draftOperations } from "./operations/drafts";
import { importOperations } from "./operations/imports";
import { commitmentOperations, minutesOperations } from "./operations/minutes";
import { organisationOperations } from "./operations/organisations";
import { peopleOperations } from "./operations/people";
import { publicationOperations } from "./operations/publications";
import { questionOperations } from "./operations/questions";
import { redFlagOperations } from "./operations/red-flags";
import { releaseOperations } from "./operations/releases";
import { replyOperations } from "./operations/replies";
import { roomOperations } from "./operations/rooms";
import { roundOperations } from "./operations/rounds";
import { roundtableOperations } from "./operations/roundtables";
import { ownSummaryOperations, proposalOperations, summaryOperations } from "./operations/summaries";
import { typologyOperations } from "./operations/typologies";
import { vaultOperations } from "./operations/vaults";
import { vettingOperations } from "./operations/vetting";

/** All that the API does; a test holds the routes to it, and it to the routes. */
export const everyOperation: Operation[] = [
  ...adoptionOperations,
  ...advisoryOperations,
  ...draftOperations,
  ...publicationOperations,
  ...redFlagOperations,
  ...typologyOperations,
  ...organisationOperations,
  ...peopleOperations,
  ...vettingOperations,
  ...questionOperations,
  ...roundOperations,
  ...replyOperations,
  ...releaseOperations,
  ...roundtableOperations,
  ...vaultOperations,
  ...minutesOperations,
  ...commitmentOperations,
  ...ownSummaryOperations,
  ...summaryOperations,
  ...proposalOperations,
  ...roomOperations,
  ...importOperations,
  findDocument,
];
