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
  const unsubscribe = unsubscribeOf(notice, address);
  const letter = letterOf(notice, address, unsubscribe);
  return {
    key: notice.id,
    kind: notice.kind,
    to: notice.recipient.email,
    language: letter.language,
    subject: letter.subject,
    html: await pageOf(letter, notice, unsubscribe),
    text: letterText(letter),
    headers: unsubscribe === undefined ? {} : unsubscribeHeaders(unsubscribe),
    ...(notice.kind === "confidential-date" ? { attachments: dateFile(notice, address) } : {}),
  };
}

const kept = new LRUCache<string, Promise<string>>({ max: 200 });

/** What many members are told in the same words is rendered once. What somebody else is told may hold the secret of a link: never kept. */
async function pageOf(letter: Letter, { recipient: { memberId, name } }: TakenNotice, unsubscribe = "") {
  if (memberId === undefined || !name) return render(<LetterPage letter={letter} />);
  const { t } = i18nOf(letter.language);
  const unnamed = {
    ...letter,
    greeting: t("mail:greeting", { name: slots.name }),
    links: letter.links.map(({ label, url }) => ({
      label,
      url: url === unsubscribe ? slots.unsubscribe : url,
    })),
  };
  const key = JSON.stringify(unnamed);
  const page = kept.get(key) ?? render(<LetterPage letter={unnamed} />);
  kept.set(key, page);
  return filled(await page, { name: escapeHtml(oneLine(name)), unsubscribe: escapeHtml(unsubscribe) });
}

/** What a member may do without stops at this address, and by a button of the mail program. */
function unsubscribeOf(
  { kind, recipient: { memberId } }: TakenNotice,
  { origin, unsubscribeToken }: Address,
) {
  if (memberId === undefined || !isChoosable(kind)) return undefined;
  return origin + paths.unsubscribe(unsubscribeToken(memberId, kind));
}
