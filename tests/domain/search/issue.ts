import { randomUUID } from "node:crypto";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import type { AdvisoryContent, RedFlag, Section, Text, Tlp } from "~/domain/advisories/advisory.form";
import { contentHash } from "~/domain/advisories/content-hash.server";
import { freezeVersion } from "~/domain/advisories/freeze-version.server";
import type { Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import type { World } from "../../support/world";

export const text = (es: string, en: string): Text => ({ es, en });

export const aSection = (body: Text, tlp: Tlp = "CLEAR"): Section => ({
  id: randomUUID(),
  kind: "background",
  heading: text("Antecedentes", "Background"),
  body,
  tlp,
});

export const aRedFlag = (n: number, said: Text, given: Partial<RedFlag> = {}): RedFlag => ({
  ...emptyRedFlag(randomUUID(), n),
  text: said,
  ...given,
});

type Issue = Partial<Omit<AdvisoryContent, "title" | "summary">> & {
  title?: Text;
  summary?: Text;
  at?: Date;
};

/** An issued advisory of `by`'s authority, without the way there: a first version, or the next of `number`. */
export async function issue(
  world: World,
  by: Member,
  number: string,
  { at = new Date("2026-03-01T12:00:00Z"), ...given }: Issue = {},
) {
  const content: AdvisoryContent = {
    ...emptyContent("advisory", [
      { organisationId: by.organisationId, shortName: by.organisation, role: "lead" },
    ]),
    title: text("Aviso", "Advisory"),
    summary: text("Resumen", "Summary"),
    ...given,
  };
  const [known] = await world.owner<{ id: string; currentVersion: number | null }[]>`
    select id, current_version as "currentVersion" from advisories where number = ${number}`;
  const [made] = known
    ? [known]
    : await world.owner<{ id: string; currentVersion: number | null }[]>`
        insert into advisories (number, type, origin, status, lead_organisation_id, created_at, tlp, audience, authorities)
        values (${number}, ${content.type}, 'native', 'draft', ${by.organisationId}, now(), 'CLEAR', '{}', ${[by.organisationId]})
        returning id, current_version as "currentVersion"`;
  if (!made) throw new Error("the advisory was not inserted");
  const issued = await asViewer(world.db, by, (tx) =>
    freezeVersion(tx, {
      advisory: { ...made, number, leadOrganisationId: by.organisationId, firstPublishedAt: null },
      content,
      contentHash: contentHash(content),
      authorities: [by.organisationId],
      by,
      at,
    }),
  );
  if (!issued.ok) throw new Error(issued.reason);
  return { id: made.id, content };
}
