import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";

const instant = (at: Date | null) => at?.toISOString() ?? null;

export const minutesAsAnswer = (found: FoundMinutes) => ({
  id: found.id,
  title: found.title,
  notes: found.notes,
  revision: found.revision,
  submittedAt: instant(found.submittedAt),
  commentsUntil: instant(found.commentsUntil),
  approved: found.approved,
  approvals: found.approvals.map((one) => ({ ...one, approvedAt: instant(one.approvedAt) })),
  comments: found.comments.map((one) => ({ ...one, at: one.at.toISOString() })),
});

export const commitmentAsAnswer = ({ isOwn: _, maySettle: __, settledAt, ...one }: FoundCommitment) => ({
  ...one,
  settledAt: instant(settledAt),
});
