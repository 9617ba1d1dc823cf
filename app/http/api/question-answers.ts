import { textAsData } from "~/domain/exports/advisory-json";
import type { PublishedAnswer } from "~/domain/questions/published-answers.server";
import type { FoundQuestion, QuestionItem } from "~/domain/questions/questions.server";

/** A question as its asker or an issuing authority gets it. */
export const questionAsAnswer = (question: Omit<QuestionItem, "draft">) => ({
  id: question.id,
  advisory: question.number,
  version: question.version,
  redFlag: question.redFlag,
  language: question.language,
  text: question.body === "" ? null : question.body,
  state: question.state,
  askedOn: question.askedOn,
  days: question.age,
  naming: question.naming,
  asker: question.asker,
  assignee:
    question.takenBy !== null && question.takenByName !== null
      ? { id: question.takenBy, name: question.takenByName }
      : null,
});

type Given = FoundQuestion["answers"][number];
type Told = Omit<Given, "addressee">;

const toldAsAnswer = ({
  n,
  question,
  answer,
  correction,
  releasedOn,
  withdrawnOn,
  withdrawalReason,
}: Told) => ({
  version: n,
  question: question && textAsData(question),
  answer: textAsData(answer),
  correction: correction && textAsData(correction),
  releasedOn,
  withdrawn:
    withdrawnOn && withdrawalReason ? { on: withdrawnOn, reason: textAsData(withdrawalReason) } : null,
});

export const givenAsAnswer = (given: Given) => ({ ...toldAsAnswer(given), addressee: given.addressee });

export const publishedAsAnswer = (answer: PublishedAnswer) => ({
  ...toldAsAnswer(answer),
  id: answer.id,
  advisory: answer.number,
  redFlag: answer.redFlag,
  advisoryVersion: answer.version,
  authority: answer.authority,
  tlp: answer.tlp,
});
