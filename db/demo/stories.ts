import { story as bulkCash } from "./advisories/bulk-cash";
import { story as chineseMoneyLaunderingNetworks } from "./advisories/chinese-money-laundering-networks";
import { story as fentanylPrecursors } from "./advisories/fentanyl-precursors";
import { story as fuelSmuggling } from "./advisories/fuel-smuggling";
import { funnelAccounts } from "./advisories/funnel-accounts";
import { humanSmuggling } from "./advisories/human-smuggling";
import { p2pCashOut } from "./advisories/p2p-cash-out";
import { proportionalityDialogue } from "./advisories/proportionality-dialogue";
import { shellCompanies } from "./advisories/shell-companies";
import { shellCompanies2025 } from "./advisories/shell-companies-2025";
import { stablecoinBrokers } from "./advisories/stablecoin-brokers";
import { timeshareFraud } from "./advisories/timeshare-fraud";
import { story as tradeBasedMoneyLaundering } from "./advisories/trade-based-money-laundering";
import { unattendedAlertsLesson } from "./advisories/unattended-alerts-lesson";
import { vehiclesAndFrontMen } from "./advisories/vehicles-and-front-men";
import type { DemoAdvisory } from "./story";

/** The advisories of the demo world; each new file is named here. */
export const demoStories: DemoAdvisory[] = [
  bulkCash,
  chineseMoneyLaunderingNetworks,
  fentanylPrecursors,
  fuelSmuggling,
  funnelAccounts,
  humanSmuggling,
  p2pCashOut,
  proportionalityDialogue,
  shellCompanies,
  shellCompanies2025,
  stablecoinBrokers,
  timeshareFraud,
  tradeBasedMoneyLaundering,
  unattendedAlertsLesson,
  vehiclesAndFrontMen,
];
