import { done } from "~/domain/outcome";
import { search } from "~/domain/search/search.server";
import { foundAsAnswer } from "~/http/api/advisory-answers";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { cursorFor, positionIn } from "~/http/api/cursor";
import { listAdvisories } from "~/http/api/operations/advisories";

const resource = answering(
  bind(listAdvisories, async ({ db, by, language, query: { cursor, ...wanted } }) => {
    const page = positionIn(wanted, cursor);
    if (!page.ok) return page;
    const found = await search(db, by, { ...wanted, language, page: page.value || 1 });
    if (!found.ok) return found;
    const { items, nextPage } = found.value;
    return done({
      body: { items: items.map(foundAsAnswer), next: nextPage === null ? null : cursorFor(wanted, nextPage) },
    });
  }),
);

export const loader = resource;
export const action = resource;
