import type { Sector } from "~/domain/advisories/advisory.form";
import { demoPanel } from "../panel";

/** Those who are asked in both countries; the outsider's sector is not among them. */
export const askedSectors: Sector[] = [
  "bank",
  "credit-union",
  "fintech",
  "money-transmitter",
  "broker",
  "exchange-house",
  "trust-company",
];

const personas = {
  MX: ["banco-del-bravo", "banco-meseta", "caja-sotol", "fintech-quetzal"],
  US: ["rio-grande-bank", "mesquite-credit-union", "gulf-plains-bank", "saguaro-transfer"],
};
const silent = new Set(["banco-samalayuca", "ironwood-flats-bank"]);

const panelOf = (jurisdiction: "MX" | "US") =>
  demoPanel.filter((house) => house.jurisdiction === jurisdiction && !silent.has(house.key));

/** Who answers every round of both countries: the same each time, so that one round can be set beside the next. */
export const steadyHouses = [
  ...personas.MX,
  ...panelOf("MX").map(({ key }) => key),
  ...personas.US,
  ...panelOf("US").map(({ key }) => key),
];

/** Who answers rounds of Mexico alone, in the sectors that such a round asks. */
export const mexicanHouses = (sectors: Sector[]) => [
  ...personas.MX,
  ...panelOf("MX")
    .filter(({ sector }) => sectors.includes(sector))
    .map(({ key }) => key),
];
