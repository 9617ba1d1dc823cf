import { textAsData } from "~/domain/exports/advisory-json";
import type { Reply } from "~/domain/replies/replies.server";
import type { AnsweredIn } from "~/domain/replies/reply";

const answeredAsAnswer = (answered: AnsweredIn | null) =>
  answered && { ...answered, question: textAsData(answered.question) };

export const replyAsAnswer = ({ theme, said, answer, note, n, answered, versions, ...reply }: Reply) => ({
  id: reply.id,
  authority: reply.authority,
  theme: theme && textAsData(theme),
  redFlags: reply.redFlags,
  said: textAsData(said),
  answer: textAsData(answer),
  outcome: reply.outcome,
  note: textAsData(note),
  version: n,
  releasedAt: reply.releasedAt,
  answered: answeredAsAnswer(answered),
  amendedIn: versions,
});
