import type { DeskProposal } from "~/domain/proposals/proposals.server";
import type { OwnSummary, ReadSummary } from "~/domain/summaries/summaries.server";

export const summaryAsAnswer = ({ issuers: _, withdrawnOn, ...one }: ReadSummary) => ({
  ...one,
  withdrawn: withdrawnOn !== null,
});

export const ownSummaryAsAnswer = ({ id, words, revision, approvals, published }: OwnSummary) => ({
  id,
  words,
  revision,
  approvals: approvals.map(({ approvedAt, ...one }) => ({ ...one, approved: approvedAt !== null })),
  published: published && {
    id: published.id,
    showsFrom: published.showsFrom,
    shown: published.shown,
    withdrawn: published.withdrawn,
  },
});

export const proposalAsAnswer = ({ authorityId: _, maySettle: __, ...one }: DeskProposal) => one;
