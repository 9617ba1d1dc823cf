import { languages, type Text } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";
import type { ReplyOutcome } from "./reply";

type Written = { said: Text; answer: Text; outcome: ReplyOutcome; note: Text };
type ReplyField = "said" | "answer" | "note";

const isEmpty = (text: Text) => languages.every((one) => text[one].trim() === "");

/** What differs between the two languages of a part, as it is marked where one writes. */
const differencesIn = ({ outcome, ...texts }: Written, field: ReplyField) =>
  checkPiece(texts[field], { required: field !== "note" || outcome === "declined" }).filter(
    ({ severity }) => severity === "blocking",
  );

/** Why it cannot be released yet, keys under `refused`: each part whole in both languages, and what its outcome needs. */
export function replyBlockers(
  written: Written,
  { isCited, names, isAnswered }: { isCited: boolean; names: boolean; isAnswered: boolean },
) {
  const fields: ReplyField[] = ["said", "answer", "note"];
  const differ = fields.some((field) => differencesIn(written, field).length > 0);
  return [
    ...(written.outcome === "declined" && isEmpty(written.note) ? ["reply_needs_reason"] : []),
    ...(differ ? ["reply_languages_differ"] : []),
    ...(written.outcome === "amended" && !isCited && !names ? ["reply_needs_version"] : []),
    ...(written.outcome === "question" && !isAnswered ? ["reply_needs_answer"] : []),
    // A version says that it came of this reply: it cannot have been declined, or only acknowledged.
    ...(isCited && written.outcome !== "amended" ? ["reply_cited"] : []),
  ];
}
