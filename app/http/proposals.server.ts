import { listIssued } from "~/domain/drafts/issued.server";
import type { Member } from "~/domain/members/viewer";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { db } from "~db/client.server";

/** What a proposal may be about: the catalogue, and what the member's authority issued last. */
export async function concernable(by: Member) {
  const typologies = await listTypologies(db, by);
  const issued = await listIssued(db, by, { q: "", limit: 50 });
  return [
    ...typologies.map(({ code, name }) => ({ value: code, name })),
    ...issued.map(({ number, title }) => ({
      value: number,
      name: { es: `${number} · ${title.es}`, en: `${number} · ${title.en}` },
    })),
  ];
}
