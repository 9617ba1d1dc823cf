import { both } from "../both";
import { demoPanel } from "../panel";
import { askedSectors } from "./answering";
import type { DemoRound } from "./round-story";

const statement = (es: string, en: string) =>
  both(
    `Leen sus respuestas ${es}, ya sin el nombre de su institución. No se usan para supervisar ni para sancionar.`,
    `Your answers are read by ${en}, without your institution’s name. They are not used for supervision or enforcement.`,
  );

/** Open now: one bank of the personas has signed, another is halfway, a third has begun. */
export const tradeOpen: DemoRound = {
  key: "trade-open",
  authority: "UIF",
  subject: { kind: "advisory", number: "UIF-2026-AV-001", version: 1 },
  mode: "unattributed",
  title: both(
    "Lavado basado en el comercio: ¿qué se alcanza a ver desde el banco?",
    "Trade-based laundering: what can be seen from the bank?",
  ),
  readersStatement: statement("cinco analistas de tipologías de la UIF", "five typology analysts of the UIF"),
  invited: { jurisdictions: ["MX", "US"], sectors: askedSectors, organisations: [] },
  tlp: "GREEN",
  audience: {
    jurisdictions: ["MX", "US"],
    sectors: askedSectors,
    organisations: ["Consejo Bancario del Norte"],
  },
  plannedOn: -20,
  openedOn: -12,
  closesOn: 9,
  signed: [
    "rio-grande-bank",
    ...demoPanel.filter(({ sector }, i) => sector === "bank" && i % 2 === 0).map(({ key }) => key),
  ],
  begun: [
    { by: "banco-del-bravo", redFlags: 6 },
    { by: "gulf-plains-bank", redFlags: 2 },
  ],
  points: [
    {
      by: "banco-del-bravo",
      redFlag: "UIF-2026-AV-001#RF-01",
      question: "missingRecords",
      written: "El precio unitario viene en el pedimento, que el cliente entrega en papel y no se captura.",
    },
    {
      by: "rio-grande-bank",
      redFlag: "UIF-2026-AV-001#RF-06",
      question: "suggestedWording",
      written:
        "Say what to do where the third party is a factoring company; we see many and they are regular.",
    },
  ],
  themes: [],
  replies: [],
};

/** Ready to open: its authority still looks it over. */
export const precursorsPlanned: DemoRound = {
  key: "precursors-planned",
  authority: "FinCEN",
  subject: { kind: "typology", code: "fentanyl-precursors" },
  mode: "unattributed",
  title: both(
    "Precursores de fentanilo: pagos pequeños a proveedores",
    "Fentanyl precursors: small payments to suppliers",
  ),
  readersStatement: statement(
    "cuatro analistas del área de avisos de FinCEN",
    "four analysts of FinCEN’s advisory program",
  ),
  invited: {
    jurisdictions: ["MX", "US"],
    sectors: ["bank", "fintech", "money-transmitter"],
    organisations: [],
  },
  tlp: "CLEAR",
  audience: { jurisdictions: [], sectors: [], organisations: [] },
  plannedOn: -3,
  closesOn: 40,
  signed: [],
  points: [],
  themes: [],
  replies: [],
};

/** Called off two weeks after it opened. */
export const cashCalledOff: DemoRound = {
  key: "cash-called-off",
  authority: "CNBV",
  subject: { kind: "advisory", number: "CNBV-2026-A-001", version: 1 },
  mode: "unattributed",
  title: both(
    "Contrabando de efectivo: bóvedas y traslado de valores",
    "Bulk cash smuggling: vaults and armored cars",
  ),
  readersStatement: statement("tres analistas de la CNBV", "three analysts of the CNBV"),
  invited: { jurisdictions: ["MX"], sectors: ["bank", "credit-union", "exchange-house"], organisations: [] },
  tlp: "GREEN",
  audience: { jurisdictions: ["MX"], sectors: ["bank", "credit-union", "exchange-house"], organisations: [] },
  plannedOn: -75,
  openedOn: -70,
  closesOn: -35,
  calledOffOn: -56,
  signed: ["banco-ocotillo"],
  points: [],
  themes: [],
  replies: [],
};

const four = ["Banco del Bravo", "Banco Meseta", "Rio Grande Bank", "Gulf Plains Bank"];

/** Four institutions were asked and all four answered: nothing is told of what they said. */
export const fuelOfFour: DemoRound = {
  key: "fuel-of-four",
  authority: "UIF",
  subject: { kind: "advisory", number: "UIF-2026-AV-002", version: 1 },
  mode: "unattributed",
  title: both(
    "Contrabando de combustible: las señales reservadas",
    "Fuel smuggling: the restricted red flags",
  ),
  readersStatement: statement(
    "dos analistas de la UIF que siguen el mercado de combustibles",
    "two analysts of the UIF who follow the fuel market",
  ),
  invited: { jurisdictions: [], sectors: [], organisations: four },
  tlp: "AMBER",
  audience: { jurisdictions: [], sectors: [], organisations: four },
  plannedOn: -64,
  openedOn: -60,
  closesOn: -41,
  signed: ["banco-del-bravo", "banco-meseta", "rio-grande-bank", "gulf-plains-bank"],
  points: [],
  themes: [],
  replies: [],
};
