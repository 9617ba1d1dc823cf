import { render } from "@react-email/render";
import type { Mail } from "~/domain/digests/mail";
import { unsubscribeHeaders } from "~/domain/digests/mail";
import { isChoosable, type TakenNotice } from "~/domain/notices/notice";
import { paths } from "~/paths";
import { LetterPage } from "./letter-page";
import { letterText } from "./letter-text";
import { dateFile } from "./notices/date-file";
import { type Address, letterOf } from "./notices/letter-of";

/** A notice as a mail in its reader's language: the page and its plain text. */
export async function composeMail(notice: TakenNotice, address: Address): Promise<Mail> {
  const letter = letterOf(notice, address);
  return {
    key: notice.id,
    kind: notice.kind,
    to: notice.recipient.email,
    language: letter.language,
    subject: letter.subject,
    html: await render(<LetterPage letter={letter} />),
    text: letterText(letter),
    headers: headersOf(notice, address),
    ...(notice.kind === "confidential-date" ? { attachments: dateFile(notice, address) } : {}),
  };
}

/** What a member may do without stops by a button of the mail program. */
function headersOf({ kind, recipient: { memberId } }: TakenNotice, { origin, unsubscribeToken }: Address) {
  if (memberId === undefined || !isChoosable(kind)) return {};
  return unsubscribeHeaders(origin + paths.unsubscribe(unsubscribeToken(memberId, kind)));
}
