import { render } from "@react-email/render";
import { LRUCache } from "lru-cache";
import type { Mail } from "~/domain/digests/mail";
import { unsubscribeHeaders } from "~/domain/digests/mail";
import { isChoosable, type TakenNotice } from "~/domain/notices/notice";
import { escapeHtml } from "~/escape-html";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { filled, slots } from "./filled";
import type { Letter } from "./letter";
import { LetterPage } from "./letter-page";
import { letterText } from "./letter-text";
import { dateFile } from "./notices/date-file";
import { type Address, letterOf, oneLine } from "./notices/letter-of";

/** A notice as a mail in its reader's language: the page and its plain text. */
export async function composeMail(notice: TakenNotice, address: Address): Promise<Mail> {
  const letter = letterOf(notice, address);
  return {
    key: notice.id,
    kind: notice.kind,
    to: notice.recipient.email,
    language: letter.language,
    subject: letter.subject,
    html: await pageOf(letter, notice),
    text: letterText(letter),
    headers: headersOf(notice, address),
    ...(notice.kind === "confidential-date" ? { attachments: dateFile(notice, address) } : {}),
  };
}

const kept = new LRUCache<string, Promise<string>>({ max: 200 });

/** What many members are told in the same words is rendered once. What somebody else is told may hold the secret of a link: never kept. */
async function pageOf(letter: Letter, { recipient: { memberId, name } }: TakenNotice) {
  if (memberId === undefined || !name) return render(<LetterPage letter={letter} />);
  const { t } = i18nOf(letter.language);
  const unnamed = { ...letter, greeting: t("mail:greeting", { name: slots.name }) };
  const key = JSON.stringify(unnamed);
  const page = kept.get(key) ?? render(<LetterPage letter={unnamed} />);
  kept.set(key, page);
  return filled(await page, { name: escapeHtml(oneLine(name)), unsubscribe: "" });
}

/** What a member may do without stops by a button of the mail program. */
function headersOf({ kind, recipient: { memberId } }: TakenNotice, { origin, unsubscribeToken }: Address) {
  if (memberId === undefined || !isChoosable(kind)) return {};
  return unsubscribeHeaders(origin + paths.unsubscribe(unsubscribeToken(memberId, kind)));
}
