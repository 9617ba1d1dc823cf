import { conceptsIn } from "./query";

/** The vocabulary of techniques is written in English only: what its words are called in Spanish, the most used first. */
const english: Record<string, string[]> = {
  acciones: ["stock"],
  activo: ["asset"],
  aduana: ["customs", "bonded", "border"],
  apuesta: ["betting", "gambling"],
  armas: ["arms"],
  arte: ["art market"],
  aseguradora: ["insurance"],
  banco: ["bank"],
  bancario: ["bank"],
  beneficiario: ["beneficia"],
  bienes: ["real estate", "goods"],
  billetera: ["wallet"],
  boleto: ["ticket"],
  bono: ["bond"],
  cadena: ["chain"],
  caja: ["safe deposit", "cash"],
  cajero: ["atm"],
  cambio: ["exchange"],
  cambiario: ["exchange"],
  caridad: ["charit"],
  casino: ["casino"],
  cheque: ["cheque"],
  cigarro: ["cigarette"],
  combustible: ["fuel"],
  comercial: ["trade"],
  comercio: ["trade", "commerce"],
  compensación: ["offsetting"],
  concentradora: ["funnel"],
  construcción: ["construction"],
  contrabando: ["smuggling"],
  controlador: ["beneficial owner"],
  corresponsal: ["correspondent"],
  corresponsalía: ["correspondent"],
  corrupción: ["corruption"],
  criptoactivo: ["crypto"],
  criptomoneda: ["crypto"],
  cuenta: ["account"],
  declaración: ["declaration", "filing"],
  depósito: ["deposit"],
  desvío: ["diversion", "misappropriation"],
  diamante: ["diamond"],
  dinero: ["money", "cash"],
  divisas: ["currency", "foreign exchange"],
  documento: ["document"],
  donativo: ["contribution", "charit"],
  droga: ["drug"],
  efectivo: ["cash"],
  embudo: ["funnel"],
  empresa: ["compan", "business", "firm"],
  estructuración: ["structuring", "smurfing"],
  evasión: ["evasion"],
  explotación: ["exploitation"],
  extorsión: ["extortion"],
  fachada: ["shell", "front"],
  factura: ["invoic"],
  facturación: ["invoic"],
  facturera: ["invoic", "shell"],
  falsificación: ["forgery", "forging", "counterfeit"],
  falso: ["fake", "fictitious", "counterfeit"],
  fantasma: ["shell", "ghost"],
  ficticio: ["fictitious"],
  fideicomiso: ["trust"],
  fiscal: ["tax"],
  fondo: ["fund"],
  fraccionamiento: ["structuring", "smurfing", "splitting"],
  fraude: ["fraud", "scam"],
  fronterizo: ["border"],
  gasolina: ["fuel"],
  huachicol: ["fuel"],
  identidad: ["identity"],
  importación: ["trade", "shipping"],
  impuesto: ["tax"],
  inmobiliario: ["real estate"],
  inmueble: ["real estate"],
  intermediario: ["intermediar"],
  inversión: ["investment"],
  joya: ["jewelry"],
  joyería: ["jewelry"],
  juego: ["gambling", "gaming", "game"],
  juicio: ["court"],
  lingote: ["gold", "precious"],
  lotería: ["lottery"],
  madera: ["logging"],
  manipulación: ["manipulation"],
  mercado: ["market"],
  mercancía: ["commodity", "goods"],
  metales: ["metals"],
  mezclador: ["mix"],
  migrante: ["migrant"],
  minería: ["mining"],
  moneda: ["currency", "coin"],
  mula: ["mule"],
  nómina: ["payroll"],
  oro: ["gold"],
  pago: ["payment"],
  paraíso: ["offshore"],
  petróleo: ["oil"],
  pirámide: ["ponzi"],
  piramidal: ["ponzi"],
  piratería: ["piracy"],
  pitufeo: ["smurfing", "structuring"],
  pitufo: ["smurfing"],
  póliza: ["policy", "insurance"],
  precio: ["pric"],
  precursor: ["precursor"],
  prestanombre: ["proxy", "nominee", "ownership"],
  préstamo: ["loan"],
  privado: ["private"],
  químico: ["chemical"],
  recompra: ["surrender"],
  red: ["network"],
  reaseguro: ["reinsurance"],
  remesa: ["remittance"],
  remesadora: ["msb", "remittance"],
  residencia: ["cbi"],
  sanción: ["sanction"],
  secuestro: ["ransom"],
  seguro: ["insurance"],
  sexual: ["sexual"],
  simuladora: ["shell", "fictitious"],
  soborno: ["bribery"],
  sobrevaluación: ["overvaluation", "inflated"],
  subasta: ["auction"],
  subfacturación: ["misinvoicing"],
  sobrefacturación: ["misinvoicing", "inflated"],
  suplantación: ["impersonation"],
  tabaco: ["cigarette"],
  tarjeta: ["prepaid", "card"],
  testaferro: ["proxy", "nominee"],
  tiempos: ["timeshare"],
  tráfico: ["trafficking", "smuggling"],
  transferencia: ["transfer"],
  transfronterizo: ["cross-border"],
  traslado: ["transport", "courier", "delivery"],
  trata: ["human trafficking"],
  trueque: ["countertrade"],
  valores: ["securities", "cash"],
  virtual: ["virtual"],
  zona: ["zone"],
};

const plain = (word: string) =>
  word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.-]/gu, "");

// Gender and number are set aside, and what is still being typed finds what it begins.
const stem = (word: string) =>
  plain(word)
    .replace(/(?:es|s)$/, "")
    .replace(/[aeo]$/, "");
const entries = Object.entries(english).map(([word, names]) => ({
  word: plain(word),
  stem: stem(word),
  names,
}));
const joining = new Set(["a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "para", "por", "y"]);
const shortestBeginning = 4;

/** For each word that was typed, everything of which a technique must hold one: itself or what it is called in English. */
export function wordsOfTechniques(typed: string): string[][] {
  const words = typed.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const telling = words.filter((word) => !joining.has(plain(word)));
  return (telling.length > 0 ? telling : words).map((word) => [word, ...namesOf(word)]);
}

function namesOf(word: string): string[] {
  const [whole, root] = [plain(word), stem(word)];
  if (whole === "") return [];
  return entries
    .filter(
      (entry) => entry.stem === root || (whole.length >= shortestBeginning && entry.word.startsWith(whole)),
    )
    .flatMap(({ names }) => names);
}

/** English names in the glossary of the concepts that a text names in either language. */
export const englishNamesIn = (typed: string): string[] =>
  conceptsIn(typed).flatMap(({ any }) => any.filter((term) => term.in === "en").map(({ text }) => text));
