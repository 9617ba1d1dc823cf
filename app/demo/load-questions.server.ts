import { askQuestion } from "~/domain/questions/ask-question.server";
import { assignQuestion } from "~/domain/questions/assign-question.server";
import { releaseAnswer } from "~/domain/questions/release-answer.server";
import { saveAnswer } from "~/domain/questions/save-answer.server";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { withdrawQuestion } from "~/domain/questions/withdraw-question.server";
import type { Transaction } from "~db/client.server";
import { both } from "~db/demo/both";
import { type DemoQuestion, demoQuestions } from "~db/demo/questions";
import { accepted } from "./accepted";
import { instantOf } from "./demo-day";
import { persona } from "./persona";

type Loading = { now: Date };

/** What institutions of the demo asked, by the same acts as anyone's: an officer writes, the second one lets go. */
export async function loadQuestions(tx: Transaction, { now }: Loading) {
  for (const question of demoQuestions) await tell(tx, question, now);
}

async function tell(tx: Transaction, question: DemoQuestion, now: Date) {
  const { by, advisory, redFlag, language, naming, text, authority } = question;
  const what = `question on ${redFlag ?? advisory}`;
  const ago = (days: number) => instantOf(-days, now);
  const [first, second] = [persona(`${authority}-officer`, now), persona(`${authority}-officer-2`, now)];
  const asking = { advisory, redFlag, language, naming, text };
  const at = ago(question.askedDaysAgo);
  const { id: questionId } = accepted(await askQuestion(tx, { asking, by: persona(by, now), at }), what);
  if (question.taken) {
    const { to, daysAgo } = question.taken;
    const colleague = persona(to, now);
    accepted(
      await assignQuestion(tx, { questionId, to: colleague.memberId, by: colleague, at: ago(daysAgo) }),
      what,
    );
  }
  for (const { addressee, question: restated, answer, correction, ...days } of question.answers) {
    const nothing = both("", "");
    const written = { addressee, question: restated ?? nothing, answer, correction: correction ?? nothing };
    const saved = await saveAnswer(tx, {
      questionId,
      written,
      revision: 0,
      by: first,
      at: ago(days.writtenDaysAgo),
    });
    const { revision } = accepted(saved, what);
    if (days.releasedDaysAgo === undefined) continue;
    const releasedAt = ago(days.releasedDaysAgo);
    accepted(await releaseAnswer(tx, { questionId, revision, by: second, at: releasedAt }), what);
  }
  if (question.withdrawal) {
    const { reason, daysAgo } = question.withdrawal;
    accepted(await withdrawAnswer(tx, { questionId, reason, by: first, at: ago(daysAgo) }), what);
  }
  if (question.withdrawnDaysAgo !== undefined)
    accepted(
      await withdrawQuestion(tx, { questionId, by: persona(by, now), at: ago(question.withdrawnDaysAgo) }),
      what,
    );
}
