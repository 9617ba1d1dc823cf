// Long because it is content: a whole round of feedback, from what was asked to what came of it.
import { both } from "../both";
import { askedSectors, steadyHouses } from "./answering";
import type { DemoRound } from "./round-story";

const number = "FIN-2025-A014";
const flag = (n: number) => `${number}#RF-${`${n}`.padStart(2, "0")}`;
const v3 = { number, n: 3 };

/** FinCEN asks about the second version; the third comes of it. */
export const networksFirst: DemoRound = {
  key: "networks-first",
  authority: "FinCEN",
  subject: { kind: "advisory", number, version: 2 },
  redFlags: [1, 2, 4, 5, 10, 11, 12].map(flag),
  after: { number, version: 2 },
  mode: "unattributed",
  title: both(
    "Redes chinas de lavado: ¿qué señales sirven en la práctica?",
    "Chinese money laundering networks: which red flags work in practice?",
  ),
  readersStatement: both(
    "Leen sus respuestas cuatro analistas del área de avisos de FinCEN, ya sin el nombre de su institución. Sirven para corregir el aviso y nada más: no llegan a las áreas de supervisión ni de sanciones.",
    "Four analysts of FinCEN’s advisory program read your answers, without your institution’s name. They are used to correct the advisory and for nothing else: they do not reach examination or enforcement staff.",
  ),
  invited: { jurisdictions: ["MX", "US"], sectors: askedSectors, organisations: [] },
  tlp: "CLEAR",
  audience: { jurisdictions: [], sectors: [], organisations: [] },
  plannedOn: "2026-05-25",
  openedOn: "2026-06-01",
  closesOn: "2026-07-03",
  signed: steadyHouses,
  leanings: {
    [flag(1)]: { seen: [0, 2, 8, 8, 0], clarity: [0, 2, 7, 5, 2], MX: { seen: [1, 6, 6, 1, 0] } },
    [flag(2)]: { seen: [0, 3, 7, 8, 0], clarity: [0, 0, 2, 8, 8] },
    [flag(4)]: {
      seen: [0, 0, 3, 15, 0],
      clarity: [0, 1, 6, 8, 3],
      specificity: [11, 6, 1, 0, 0],
      worthReview: [14, 3, 1, 0, 0, 0],
      alertVolume: [0, 1, 4, 9, 4, 0],
      falsePositiveDriver: [12, 0, 0, 1, 5, 0, 0],
      adopted: [6, 0, 2, 0, 1, 9, 0],
    },
    [flag(5)]: {
      seen: [2, 6, 5, 1, 4],
      MX: { seen: [0, 2, 9, 6, 0] },
      US: { seen: [3, 3, 1, 0, 11] },
    },
    [flag(10)]: { seen: [3, 8, 5, 1, 1], clarity: [1, 6, 7, 3, 0] },
    [flag(11)]: { seen: [6, 22, 6, 9, 2] },
    [flag(12)]: { seen: [2, 9, 5, 0, 2], observableAt: [0, 1, 9, 5, 0] },
  },
  points: [
    {
      by: "rio-grande-bank",
      redFlag: flag(1),
      question: "suggestedWording",
      written:
        "Give it until Monday. Cash taken on Friday rests over the weekend and only then moves, so a window of 48 hours misses it.",
      theme: "weekend",
    },
    {
      by: "caprock-ledger-bank",
      redFlag: flag(1),
      question: "suggestedWording",
      written: "The 48-hour window should be business days, or simply longer.",
      theme: "weekend",
    },
    {
      by: "banco-cenzontle",
      redFlag: flag(1),
      question: "missingRecords",
      written: "El lugar de cada depósito llega al monitoreo un día después; con 48 horas ya pasó el plazo.",
      theme: "weekend",
    },
    {
      by: "rio-grande-bank",
      redFlag: flag(4),
      question: "missingRecords",
      written: "The kind of visa is an image in the customer file, not a field that a rule can read.",
      theme: "images",
    },
    {
      by: "gulf-plains-bank",
      redFlag: flag(4),
      question: "suggestedWording",
      written: "Drop it as a rule. It fires on every exchange student at the two campuses we serve.",
      theme: "students",
    },
    {
      by: "yucca-line-cu",
      redFlag: flag(4),
      question: "suggestedWording",
      written:
        "We closed three accounts because of this one and were wrong each time. What gave the real cases away was the cash, not the passport.",
      theme: "students",
    },
    {
      by: "banco-del-bravo",
      redFlag: flag(4),
      question: "suggestedWording",
      written:
        "Describe a cualquier estudiante extranjero. Lo útil es el efectivo en varios lugares, que ya está en la primera señal.",
      theme: "students",
    },
    {
      by: "pagos-colibri",
      redFlag: flag(4),
      question: "missingRecords",
      written: "No capturamos el tipo de visa: se guarda la imagen del pasaporte.",
      theme: "images",
    },
    {
      by: "banco-ocotillo",
      redFlag: flag(2),
      question: "missingRecords",
      written:
        "La huella del dispositivo la tiene el proveedor de banca móvil y no la entrega al área de cumplimiento.",
      theme: "devices",
    },
    {
      by: "bluestone-draw-bank",
      redFlag: flag(2),
      question: "missingRecords",
      written:
        "Device data sits with the fraud team’s vendor. The contract does not let us use it for monitoring.",
      theme: "devices",
    },
    {
      by: "mesquite-credit-union",
      redFlag: flag(2),
      question: "missingRecords",
      written: "Our core processor keeps IP addresses for 30 days only.",
      theme: "devices",
    },
    { by: "salt-cedar-bank", redFlag: flag(2), question: "overlapsWith", written: [flag(12)] },
    {
      by: "palmetto-levee-bank",
      redFlag: flag(10),
      question: "suggestedWording",
      written:
        "Leave out Hong Kong. Most of our importers pay through a trading company there and it is ordinary business.",
    },
    {
      by: "banco-palofierro",
      redFlag: flag(10),
      question: "suggestedWording",
      written: "Que no se nombre un lugar: basta con que el pagador no aparezca en ningún documento.",
    },
    {
      by: "saguaro-transfer",
      question: "newVariantSeen",
      written:
        "Marketplace sellers on the border who are paid for parcels that weigh almost nothing. The buyers look real.",
      theme: "variants",
    },
    {
      by: "fintech-quetzal",
      question: "newVariantSeen",
      written:
        "Clientes distintos mandan la misma foto de un billete, con la serie a la vista, para avisar que el efectivo ya se entregó.",
      theme: "variants",
    },
    {
      by: "envios-correcaminos",
      question: "newVariantSeen",
      written: "Ventas en línea sin envío: la guía existe y el paquete nunca sale de la ciudad.",
      theme: "variants",
    },
    {
      by: "rio-grande-bank",
      question: "questionToAuthority",
      written: "Will each red flag come in a form that our monitoring vendor can load without retyping it?",
      theme: "loading",
    },
    {
      by: "agave-mesa-bank",
      question: "questionToAuthority",
      written: "Could the thresholds be published apart from the prose, so that a rule can read them?",
      theme: "loading",
    },
    { by: "saguaro-transfer", question: "corridor", written: { from: "US", to: "MX" } },
    { by: "banco-gavilan", question: "corridor", written: { from: "MX", to: "CN" } },
  ],
  themes: [
    { key: "students", name: both("Estudiantes extranjeros", "Foreign students") },
    { key: "weekend", name: both("Fondos que reposan el fin de semana", "Funds that rest over a weekend") },
    { key: "variants", name: both("Variantes nuevas", "New variants") },
    { key: "devices", name: both("Datos de dispositivos fuera de alcance", "Device data out of reach") },
    { key: "images", name: both("Documentos guardados como imagen", "Documents kept as images") },
    { key: "loading", name: both("Señales que un sistema pueda leer", "Red flags that a system can read") },
  ],
  replies: [
    {
      to: { theme: "images" },
      said: both(
        "Varias instituciones guardan la identificación como imagen y no pueden buscar en ella.",
        "Several institutions keep identification as an image and cannot search it.",
      ),
      answer: both(
        "Lo tenemos presente: las señales nuevas se apoyan en el comportamiento de la cuenta y no en documentos que pocos pueden leer con una regla.",
        "We keep it in mind: new red flags rest on how the account behaves and not on documents that few can read with a rule.",
      ),
      outcome: "acknowledged",
      writtenOn: "2026-07-20",
      releasedOn: "2026-07-24",
    },
    {
      to: { theme: "loading" },
      said: both(
        "Volver a capturar cada señal en el sistema de monitoreo toma semanas; pidieron recibirla como dato.",
        "Typing each red flag into the monitoring system again takes weeks; they asked to receive it as data.",
      ),
      answer: both(
        "Aceptado. Cada aviso se publica también como datos, con un identificador fijo por señal. Los umbrales aparte del texto vendrán en los avisos que se publiquen desde enero.",
        "Accepted. Each advisory is published as data too, with a fixed identifier for each red flag. Thresholds apart from the prose will come with advisories published from January.",
      ),
      outcome: "accepted",
      writtenOn: "2026-07-20",
      releasedOn: "2026-07-24",
    },
    {
      to: { theme: "devices" },
      said: both(
        "Los datos del dispositivo existen, pero los tiene un proveedor o el área de fraude y el contrato no permite usarlos en el monitoreo.",
        "Device data exists, but a vendor or the fraud team holds it and the contract keeps it from monitoring.",
      ),
      answer: both(
        "No se resuelve con otra redacción. Lo llevamos a una mesa de diálogo con instituciones y proveedores de los dos países.",
        "Other wording does not solve it. We are taking it to a roundtable with institutions and vendors of both countries.",
      ),
      outcome: "roundtable",
      writtenOn: "2026-07-27",
      releasedOn: "2026-07-31",
    },
    {
      to: { redFlag: flag(10) },
      said: both(
        "La señal nombra un lugar por el que pasa mucho comercio ordinario.",
        "The red flag names a place that much ordinary trade goes through.",
      ),
      answer: both(
        "Se conserva. El lugar es un ejemplo y la señal pide además que la comercializadora no tenga personal ni sitio y que el vendedor no conozca al comprador.",
        "It stays. The place is an example, and the red flag also asks that the trading company have neither staff nor website and that the seller not know the buyer.",
      ),
      outcome: "declined",
      note: both(
        "Sin el ejemplo, las instituciones que más la usan dejarían de reconocerla; ninguna señal basta por sí sola.",
        "Without the example the institutions that use it most would stop recognizing it; no red flag is enough on its own.",
      ),
      writtenOn: "2026-08-03",
      releasedOn: "2026-08-07",
    },
    {
      to: { theme: "students" },
      said: both(
        "La señal RF-04 describía a casi cualquier estudiante extranjero y llevó a cerrar cuentas sin motivo.",
        "Red flag RF-04 described nearly any foreign student and led to accounts being closed for no reason.",
      ),
      answer: both(
        "La retiramos. Lo que servía de ella quedó en RF-01 y RF-03, que miran el efectivo y las cuentas abiertas a la vez.",
        "We withdrew it. What was useful in it is now in RF-01 and RF-03, which look at the cash and at accounts opened at the same time.",
      ),
      outcome: "amended",
      amendedIn: v3,
      writtenOn: "2026-10-07",
      releasedOn: "2026-10-09",
    },
    {
      to: { theme: "weekend" },
      said: both(
        "El plazo de 48 horas deja fuera el efectivo que se deposita en viernes y se mueve hasta el lunes.",
        "The period of 48 hours misses cash that is deposited on a Friday and only moves on Monday.",
      ),
      answer: both(
        "El plazo de RF-01 pasó a 72 horas, y la señal es fuerte cuando hay más de tres lugares.",
        "The period of RF-01 is now 72 hours, and the red flag is strong where there are more than three locations.",
      ),
      outcome: "amended",
      amendedIn: v3,
      writtenOn: "2026-10-07",
      releasedOn: "2026-10-09",
    },
    {
      to: { theme: "variants" },
      said: both(
        "Se ven ventas en línea sin envío y claves que se repiten en los mensajes de clientes que dicen no conocerse.",
        "Online sales without shipment are seen, and codes that recur in the messages of customers who claim to be strangers.",
      ),
      answer: both("Ambas son ahora señales: RF-13 y RF-14.", "Both are red flags now: RF-13 and RF-14."),
      outcome: "amended",
      amendedIn: v3,
      writtenOn: "2026-10-07",
      releasedOn: "2026-10-09",
    },
  ],
};
