// Long because it is content: who answers the rounds of the demo besides the personas.
import { v5 as uuidV5 } from "uuid";
import type { Sector } from "~/domain/advisories/advisory.form";

/** An invented institution that nobody signs in for: it answers rounds, so that their statistics have something to count. */
export type PanelHouse = {
  id: string;
  key: string;
  jurisdiction: "MX" | "US";
  sector: Sector;
  size: "small" | "medium" | "large";
  shortName: string;
  names: { es: string; en: string };
  officer: { id: string; name: string; email: string };
};

const namespace = "4a7bb8a4-3a6c-5a9f-9a35-7d2c1d7f6e03";

type Card = [key: string, short: string, officer: string, size: PanelHouse["size"]];

const kinds = {
  bank: { es: "institución de banca múltiple", en: "bank" },
  "credit-union": { es: "cooperativa de ahorro y crédito", en: "credit union" },
  fintech: { es: "institución de tecnología financiera", en: "financial technology institution" },
  "money-transmitter": { es: "transmisor de dinero", en: "money transmitter" },
  broker: { es: "casa de bolsa", en: "broker-dealer" },
};

const houses = (jurisdiction: "MX" | "US", sector: keyof typeof kinds, cards: Card[]): PanelHouse[] =>
  cards.map(([key, shortName, officer, size]) => ({
    id: uuidV5(`organisation:${key}`, namespace),
    key,
    jurisdiction,
    sector,
    size,
    shortName,
    names: { es: `${shortName}, ${kinds[sector].es}`, en: `${shortName}, ${kinds[sector].en}` },
    officer: { id: uuidV5(`officer:${key}`, namespace), name: officer, email: `officer@${key}.example` },
  }));

export const demoPanel: PanelHouse[] = [
  ...houses("MX", "bank", [
    ["banco-ocotillo", "Banco Ocotillo", "Laura Espino Madrigal", "large"],
    ["banco-cenzontle", "Banco Cenzontle", "Óscar Villagrán Rosas", "large"],
    ["banco-huizache", "Banco Huizache", "Adela Montelongo Cruz", "medium"],
    ["banco-tecolote", "Banco Tecolote", "Raúl Arciniega Sáenz", "medium"],
    ["banco-palofierro", "Banco Palofierro", "Sonia Grijalva Peralta", "large"],
    ["banco-candelilla", "Banco Candelilla", "Ernesto Maldonado Rivas", "small"],
    ["banco-mezquital", "Banco del Mezquital", "Irma Zavala Cordero", "medium"],
    ["banco-gavilan", "Banco Gavilán", "Pablo Urquidi Tapia", "large"],
    ["banco-samalayuca", "Banco Samalayuca", "Leticia Portillo Ruelas", "small"],
  ]),
  ...houses("MX", "credit-union", [
    ["caja-lechuguilla", "Caja Lechuguilla", "Jacinto Bustillos Meza", "small"],
    ["caja-sabino", "Caja Sabino", "Amalia Cisneros Lerma", "small"],
    ["caja-encinal", "Caja del Encinal", "Rubén Ochoa Talamantes", "medium"],
    ["caja-venadito", "Caja Venadito", "Delia Armendáriz Soto", "small"],
  ]),
  ...houses("MX", "fintech", [
    ["pagos-colibri", "Pagos Colibrí", "Andrea Sifuentes León", "medium"],
    ["pagos-tarahuma", "Pagos Tarahuma", "Joel Carrasco Vega", "small"],
    ["fintech-ajolote", "Fintech Ajolote", "Ivonne Basurto Mena", "medium"],
  ]),
  ...houses("MX", "broker", [["bolsa-cardenche", "Bolsa Cardenche", "Fabián Luján Otero", "medium"]]),
  ...houses("MX", "money-transmitter", [
    ["envios-gobernadora", "Envíos Gobernadora", "Marina Quintero Bravo", "medium"],
    ["envios-correcaminos", "Envíos Correcaminos", "César Tovar Ibáñez", "large"],
  ]),
  ...houses("US", "bank", [
    ["bluestone-draw-bank", "Bluestone Draw Bank", "Cynthia Haverford", "large"],
    ["pecan-hollow-bank", "Pecan Hollow Bank", "Douglas Merriweather", "medium"],
    ["chaparral-fork-bank", "Chaparral Fork Bank", "Irene Castañeda-Pool", "medium"],
    ["caprock-ledger-bank", "Caprock Ledger Bank", "Walter Stoddard", "large"],
    ["javelina-creek-bank", "Javelina Creek Bank", "Monica Trujillo-Hale", "small"],
    ["palmetto-levee-bank", "Palmetto Levee Bank", "Raymond Castellaw", "large"],
    ["agave-mesa-bank", "Agave Mesa Bank", "Sharon Whitfield", "medium"],
    ["ironwood-flats-bank", "Ironwood Flats Bank", "Keith Lundgren", "small"],
    ["salt-cedar-bank", "Salt Cedar Bank", "Paulette Amador", "large"],
    ["ocelot-bend-bank", "Ocelot Bend Bank", "Gordon Teague", "medium"],
  ]),
  ...houses("US", "credit-union", [
    ["yucca-line-cu", "Yucca Line CU", "Deborah Salcido", "small"],
    ["quail-run-cu", "Quail Ridge Run CU", "Marvin Estep", "small"],
    ["arroyo-hands-cu", "Arroyo Hands CU", "Lorraine Baca-Dunn", "medium"],
    ["cottonwood-guild-cu", "Cottonwood Guild CU", "Philip Arredondo", "medium"],
  ]),
  ...houses("US", "fintech", [
    ["roadrunner-pay", "Roadrunner Pay", "Nikhil Sandoval", "medium"],
    ["kingsnake-wallet", "Kingsnake Wallet", "Abby Forsythe", "small"],
  ]),
  ...houses("US", "money-transmitter", [
    ["ringtail-transfer", "Ringtail Transfer", "Consuelo Dark", "medium"],
    ["tumbleweed-remit", "Tumbleweed Remit", "Howard Espinosa", "large"],
  ]),
  ...houses("US", "broker", [["lantana-securities", "Lantana Securities", "Elise Marchetti", "large"]]),
];
