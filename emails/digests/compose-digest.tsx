import { render } from "@react-email/render";
import { type Mail, unsubscribeHeaders } from "~/domain/digests/mail";
import type { DigestLetter } from "~/domain/digests/send-digests.server";
import { escapeHtml } from "~/escape-html";
import { paths } from "~/paths";
import { filled, slots } from "../filled";
import type { Address } from "../notices/letter-of";
import { digestOf } from "./digest-of";
import { DigestPage } from "./digest-page";
import { digestText } from "./digest-text";

type Parts = { subject: string; html: string; text: string };

const kept = 200;

/**
 * Composes digests, each distinct content once: what is new is the same for many, only the name and the address that stops it differ.
 */
export function digestComposer(address: Address) {
  const rendered = new Map<string, Promise<Parts>>();
  return async (letter: DigestLetter): Promise<Mail> => {
    const { recipient, localDate, weekly, entries, notices } = letter;
    const { language, timeZone } = recipient;
    // Letters tell instants by the reader's clock; news do not.
    const told = notices.map(({ kind, about, queuedAt, facts }) => ({
      kind,
      about,
      queuedAt,
      facts,
      timeZone,
    }));
    const key = JSON.stringify([language, localDate, weekly, entries, told]);
    const parts = rendered.get(key) ?? renderedFor(letter, address);
    rendered.delete(key);
    rendered.set(key, parts);
    const [oldest] = rendered.keys();
    if (rendered.size > kept && oldest !== undefined) rendered.delete(oldest);

    const { subject, html, text } = await parts;
    const unsubscribe =
      address.origin + paths.unsubscribe(address.unsubscribeToken(recipient.memberId, "digest"));
    const name = recipient.name.replace(/\s+/g, " ").trim();
    return {
      key: letter.id,
      kind: "digest",
      to: recipient.email,
      language,
      subject,
      html: filled(html, { name: escapeHtml(name), unsubscribe: escapeHtml(unsubscribe) }),
      text: filled(text, { name, unsubscribe }),
      headers: unsubscribeHeaders(unsubscribe),
    };
  };
}

async function renderedFor(letter: DigestLetter, address: Address): Promise<Parts> {
  const digest = digestOf(letter, address, slots);
  return {
    subject: digest.subject,
    html: await render(<DigestPage digest={digest} />),
    text: digestText(digest),
  };
}
