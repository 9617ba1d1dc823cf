import { z } from "zod";
import { type Sector, sectors } from "~/domain/advisories/advisory.form";
import type { OrganisationKind } from "~/domain/members/viewer";
import { isRoutingNumber } from "~/domain/screening/routing-number";
import { storable } from "~/domain/storable";
import { compact, isBic, isClabeBank, isLei } from "./identifiers";
import { nameLine } from "./invitation.form";

export const sizeBands = ["small", "medium", "large"] as const;
export type SizeBand = (typeof sizeBands)[number];

/** What an organisation says of itself; what it leaves open is null, and reads "none recorded". */
export type ApplicationFacts = {
  nameEs: string;
  nameEn: string;
  sector: Sector | null;
  sizeBand: SizeBand | null;
  lei: string | null;
  bic: string | null;
  bankCode: string | null;
  registered314bOn: string | null;
  registered314bUntil: string | null;
  recordedGround: string | null;
  recordedGroundOn: string | null;
  note: string | null;
};

/** Whose application it is decides what it must hold. */
export type Applying = { kind: OrganisationKind; jurisdiction: string; today: string };

const earliest = "1990-01-01";

const words = (most: number) =>
  z
    .string()
    .max(most, "errors.too_long")
    .default("")
    .transform((text) => storable(text.trim()) || null);
const identifier = z
  .string()
  .max(60, "errors.too_long")
  .default("")
  .transform((text) => compact(text) || null);
const choice = <const Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .default("")
    .transform((text, context): Value | null => {
      const found = values.find((value) => value === text);
      if (!found && text !== "") context.addIssue({ code: "custom", message: "errors.choice_unknown" });
      return found ?? null;
    });
const day = z
  .string()
  .default("")
  .transform((text) => text.trim() || null)
  .refine((text) => text === null || isDay(text), "errors.day_unreadable");

const isDay = (text: string) => z.iso.date().safeParse(text).success && text >= earliest;

/** The form of an application; each fault is told at its own field. */
export const applicationForm = ({ kind, jurisdiction, today }: Applying) =>
  z
    .object({
      nameEs: nameLine(200),
      nameEn: nameLine(200),
      sector: choice(sectors),
      sizeBand: choice(sizeBands),
      lei: identifier.refine((text) => text === null || isLei(text), "errors.lei_wrong"),
      bic: identifier.refine((text) => text === null || isBic(text), "errors.bic_wrong"),
      bankCode: identifier,
      registered314bOn: day,
      registered314bUntil: day,
      recordedGround: words(1000),
      recordedGroundOn: day,
      note: words(2000),
    })
    .transform((facts) => ofJurisdiction(facts, jurisdiction))
    .superRefine((facts, context) => {
      for (const [field, message] of faultsOf(facts, { kind, jurisdiction, today })) {
        context.addIssue({ code: "custom", path: [field], message: `errors.${message}` });
      }
    });

/** The cover of one country's law is no fact about an institution of the other. */
const ofJurisdiction = (facts: ApplicationFacts, jurisdiction: string): ApplicationFacts => ({
  ...facts,
  ...(jurisdiction === "US" ? {} : { registered314bOn: null, registered314bUntil: null }),
  ...(jurisdiction === "MX" ? {} : { recordedGround: null, recordedGroundOn: null }),
});

function faultsOf(facts: ApplicationFacts, { kind, jurisdiction, today }: Applying) {
  const faults: [keyof ApplicationFacts, string][] = [];
  if (kind === "institution") {
    if (!facts.sector) faults.push(["sector", "sector_missing"]);
    if (!facts.sizeBand) faults.push(["sizeBand", "size_missing"]);
    if (!facts.lei && !facts.bic && !facts.bankCode) faults.push(["lei", "identifier_missing"]);
  }
  if (facts.bankCode && jurisdiction === "MX" && !isClabeBank(facts.bankCode)) {
    faults.push(["bankCode", "clabe_bank_wrong"]);
  }
  if (facts.bankCode && jurisdiction === "US" && !isRoutingNumber(facts.bankCode)) {
    faults.push(["bankCode", "routing_number_wrong"]);
  }
  return [...faults, ...coverFaults(facts, today)];
}

function coverFaults(facts: ApplicationFacts, today: string) {
  const faults: [keyof ApplicationFacts, string][] = [];
  const { registered314bOn: from, registered314bUntil: until, recordedGround, recordedGroundOn: on } = facts;
  if (from && !until) faults.push(["registered314bUntil", "cover_end_missing"]);
  if (until && !from) faults.push(["registered314bOn", "cover_start_missing"]);
  if (from && from > today) faults.push(["registered314bOn", "day_to_come"]);
  if (from && until && until <= from) faults.push(["registered314bUntil", "cover_ends_first"]);
  if (recordedGround && !on) faults.push(["recordedGroundOn", "cover_start_missing"]);
  if (on && !recordedGround) faults.push(["recordedGround", "ground_missing"]);
  if (on && on > today) faults.push(["recordedGroundOn", "day_to_come"]);
  return faults;
}
