import type { FacetKind } from "~/domain/search/search.server";

/** What the list is narrowed by, as it stands in the address. */
export type Chosen = Partial<Record<FacetKind, string | undefined>>;

export const facetOrder = ["status", "issuer", "type", "year", "typology"] as const satisfies FacetKind[];
