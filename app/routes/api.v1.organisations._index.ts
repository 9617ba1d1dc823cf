import { textAsData } from "~/domain/exports/advisory-json";
import { listAuthorities, listInstitutions } from "~/domain/organisations/organisations.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listOrganisations } from "~/http/api/operations/organisations";

const resource = answering(
  bind(listOrganisations, async ({ db, by, query: { kind, cursor } }) => {
    const found = [...(await listAuthorities(db, by)), ...(await listInstitutions(db, by))];
    const items = found
      .filter((one) => kind === undefined || one.kind === kind)
      .map((one) => ({ ...one, name: textAsData(one.name) }));
    return stretchOf(items, [listOrganisations.path, kind], cursor);
  }),
);

export const loader = resource;
export const action = resource;
