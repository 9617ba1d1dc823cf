import type { Transaction } from "~db/client.server";
import { demoPanel } from "~db/demo/panel";
import { memberRoles, members, organisations } from "~db/schema";
import { signatory } from "./persona";

const day = 86_400_000;

/** The institutions that answer rounds beside the personas', each with the officer who signs. */
export async function loadPanel(tx: Transaction, at: Date) {
  const vettedUntil = new Date(at.getTime() + 240 * day).toISOString().slice(0, 10);
  await tx.insert(organisations).values(
    demoPanel.map(({ id, jurisdiction, sector, size, shortName, names }) => ({
      id,
      kind: "institution" as const,
      jurisdiction,
      sector,
      sizeBand: size,
      shortName,
      nameEs: names.es,
      nameEn: names.en,
      vetting: "vetted" as const,
      vettedUntil,
      createdAt: at,
    })),
  );
  await tx.insert(members).values(
    demoPanel.map(({ key, id, officer }) => {
      const { language, timeZone } = signatory(key, at);
      return { ...officer, organisationId: id, language, timeZone, createdAt: at };
    }),
  );
  await tx
    .insert(memberRoles)
    .values(demoPanel.map(({ officer }) => ({ memberId: officer.id, role: "compliance-officer" })));
}
