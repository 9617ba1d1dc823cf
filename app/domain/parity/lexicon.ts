import type { Language } from "../advisories/advisory.form";

/** The words of figures and dates in both languages. Keys are folded: lower case, no accents. */

export const fold = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const months: Record<Language, Record<string, number>> = {
  es: {
    ...{ enero: 1, febrero: 2, marzo: 3, abril: 4, mayo: 5, junio: 6, julio: 7, agosto: 8, septiembre: 9 },
    ...{ setiembre: 9, octubre: 10, noviembre: 11, diciembre: 12 },
    ...{
      ene: 1,
      feb: 2,
      mar: 3,
      abr: 4,
      may: 5,
      jun: 6,
      jul: 7,
      ago: 8,
      sep: 9,
      sept: 9,
      oct: 10,
      nov: 11,
      dic: 12,
    },
  },
  en: {
    ...{ january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9 },
    ...{ october: 10, november: 11, december: 12 },
    ...{ jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 },
  },
};

/** Below a thousand; `one` is an article as often as a figure and is looked for only where a figure needs it. */
export const units: Record<Language, Record<string, number>> = {
  es: {
    ...{
      cero: 0,
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
      diez: 10,
      once: 11,
    },
    ...{ doce: 12, trece: 13, catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17, dieciocho: 18 },
    ...{
      diecinueve: 19,
      veinte: 20,
      veintiun: 21,
      veintiuno: 21,
      veintiuna: 21,
      veintidos: 22,
      veintitres: 23,
    },
    ...{
      veinticuatro: 24,
      veinticinco: 25,
      veintiseis: 26,
      veintisiete: 27,
      veintiocho: 28,
      veintinueve: 29,
    },
    ...{ treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90 },
    ...{ cien: 100, ciento: 100, doscientos: 200, doscientas: 200, trescientos: 300, trescientas: 300 },
    ...{ cuatrocientos: 400, cuatrocientas: 400, quinientos: 500, quinientas: 500, seiscientos: 600 },
    ...{ seiscientas: 600, setecientos: 700, setecientas: 700, ochocientos: 800, ochocientas: 800 },
    ...{ novecientos: 900, novecientas: 900 },
  },
  en: {
    ...{
      zero: 0,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
      eleven: 11,
    },
    ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18 },
    ...{ nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80 },
    ...{ ninety: 90 },
  },
};

/** Billion is 10⁹ and billón 10¹²: the oldest trap between the two languages. */
export const scales: Record<Language, Record<string, number>> = {
  es: {
    ...{ mil: 1e3, millon: 1e6, millones: 1e6, millardo: 1e9, millardos: 1e9, billon: 1e12, billones: 1e12 },
    ...{
      trillon: 1e18,
      trillones: 1e18,
      docena: 12,
      docenas: 12,
      decena: 10,
      decenas: 10,
      centenar: 100,
      millar: 1e3,
    },
  },
  en: {
    ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 },
  },
};

export const oneWords: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:un|una|uno|primer[oa]?|únic[oa]s?|sol[oa])(?!\p{L})/iu,
  en: /(?<!\p{L})(?:one|an?|single|sole|once|first)(?!\p{L})/iu,
};

export const twoWords: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:dos|amb[oa]s|par|pareja|dobles?|dual(?:es)?|duplicad[oa]s?|segund[oa]s?|bilateral(?:es)?|bilingües?|mutu[oa]s?|recíproc[oa]s?)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:two|both|pair|couple|doubl[ey]|dual|twice|second|either|neither|bilateral|bilingual|mutual(?:ly)?|each other|two-way)(?!\p{L})/iu,
};

export const threeWords: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:tripl\p{L}*|terci[oa]s?|tercer[oa]?s?|trimestr\p{L}*)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:tripl\p{L}*|threefold|thrice|thirds?|quarterly)(?!\p{L})/iu,
};

export const ordinals: Record<Language, Record<string, number>> = {
  es: {
    ...{ primer: 1, primero: 1, primera: 1, primeros: 1, primeras: 1, segundo: 2, segunda: 2, tercer: 3 },
    ...{ tercera: 3, cuarta: 4, cuarto: 4, quinto: 5, quinta: 5, sexto: 6, sexta: 6, septimo: 7, septima: 7 },
    ...{ octavo: 8, octava: 8, noveno: 9, novena: 9, decimo: 10, decima: 10 },
  },
  en: {
    ...{
      first: 1,
      second: 2,
      third: 3,
      fourth: 4,
      fifth: 5,
      sixth: 6,
      seventh: 7,
      eighth: 8,
      ninth: 9,
      tenth: 10,
    },
  },
};

export const currencyCodes =
  "USD|MXN|EUR|GBP|CNY|RMB|CAD|HKD|AUD|JPY|CHF|COP|ARS|CLP|BRL|PEN|GTQ|HNL|KRW|INR|SGD|AED|BTC|USDT|ETH";

export const currencySigns: Record<string, string> = {
  ...{ US$: "USD", MX$: "MXN", CA$: "CAD", C$: "CAD", HK$: "HKD", A$: "AUD", AU$: "AUD", R$: "BRL" },
  ...{ "€": "EUR", "£": "GBP", "¥": "CNY", RMB: "CNY" },
};

/** The currency a noun names, with the people or place that narrows it. */
export const currencyNouns: [RegExp, string][] = [
  [/d[oó]lar.*canad|canad.*dollar/i, "CAD"],
  [/d[oó]lar.*hong|hong.*dollar/i, "HKD"],
  [/d[oó]lar.*austral|austral.*dollar/i, "AUD"],
  [/d[oó]lar|dollar|mdd/i, "USD"],
  [/peso.*colomb|colomb.*peso/i, "COP"],
  [/peso.*argent|argent.*peso/i, "ARS"],
  [/peso.*chilen|chile.*peso/i, "CLP"],
  [/peso|m\.? ?n\.?$|moneda nacional|mdp/i, "MXN"],
  [/euro/i, "EUR"],
  [/yuan|renminbi/i, "CNY"],
  [/sterling|esterlin/i, "GBP"],
  [/yen/i, "JPY"],
];

export const magnitudeWords: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:m|b|tr)ill[oó]n(?:es)?(?!\p{L})/iu,
  en: /(?<!\p{L})(?:m|b|tr)illions?(?!\p{L})/iu,
};
