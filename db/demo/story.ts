import type { AdvisoryContent, Sector, Text } from "~/domain/advisories/advisory.form";

export type DemoAuthority = "FinCEN" | "CNBV" | "UIF";

/** Organisations by short name: their ids exist only once the demo world is loaded. */
export type DemoAudience = { jurisdictions: string[]; sectors: Sector[]; organisations: string[] };

/** Issuers carry `organisationId: null` and the audience short names, until `contentFor` fills the ids in. */
export type DemoContent = Omit<AdvisoryContent, "audience"> & { audience: DemoAudience };

export type DemoAdvisory = {
  slug: string;
  /** FinCEN numbers start at 011 in each series: the lower ones belong to real documents that may be imported. */
  number: string;
  lead: DemoAuthority;
  /** Authorities that issue together with the lead and must approve too. */
  joint: DemoAuthority[];
  /** Oldest first; from the second on each has a `changeNote`. */
  versions: DemoContent[];
  /** ISO days, one for each published version. */
  publishedOn: string[];
  withdrawn?: { on: string; reason: Text; replacedBy: string | null };
  supersededBy?: string;
  /** The last of `versions` is not published: it stands on the desk, part of its clearances given. */
  draftInClearance?: true;
  /** Open comments on that draft: the piece's path as in `piecesOf` and the key of the persona who wrote it. */
  draftComments?: { path: string; by: string; body: string }[];
};

/** The content as the product stores it. An unknown short name throws: a demo that names nobody is a bug. */
export function contentFor(
  content: DemoContent,
  organisationIds: ReadonlyMap<string, string>,
): AdvisoryContent {
  const idOf = (shortName: string) => {
    const id = organisationIds.get(shortName);
    if (!id) throw new Error(`No demo organisation is called ${shortName}`);
    return id;
  };

  return {
    ...content,
    audience: { ...content.audience, organisations: content.audience.organisations.map(idOf), members: [] },
    issuers: content.issuers.map((issuer) => ({ ...issuer, organisationId: idOf(issuer.shortName) })),
  };
}
