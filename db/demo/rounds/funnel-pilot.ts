// Long because it is content: an identified round, whose institutions agreed to be named to the authority.
import type { Sector } from "~/domain/advisories/advisory.form";
import { both } from "../both";
import { mexicanHouses } from "./answering";
import type { DemoRound } from "./round-story";

const number = "CNBV-2026-A-007";
const flag = (n: number) => `${number}#RF-${`${n}`.padStart(2, "0")}`;
const sectors: Sector[] = ["bank", "credit-union", "fintech", "money-transmitter"];
const v2 = { number, n: 2 };

/** CNBV asks a working group by name about the first version; the second comes of it. */
export const funnelPilot: DemoRound = {
  key: "funnel-pilot",
  authority: "CNBV",
  subject: { kind: "advisory", number, version: 1 },
  after: { number, version: 1 },
  mode: "identified",
  title: both(
    "Cuentas concentradoras: grupo piloto de sucursales y corresponsales",
    "Funnel accounts: pilot group on branches and banking agents",
  ),
  readersStatement: both(
    "Leen sus respuestas, con el nombre de su institución, tres personas de la Dirección General de Prevención de la CNBV. Las instituciones del grupo aceptaron ser identificadas. No se comparten con las áreas de supervisión ni se usan en visitas.",
    "Three people of CNBV’s prevention directorate read your answers with your institution’s name. The institutions of the group agreed to be identified. They are not shared with supervision and are not used in examinations.",
  ),
  invited: { jurisdictions: ["MX"], sectors, organisations: [] },
  tlp: "AMBER",
  audience: { jurisdictions: ["MX"], sectors, organisations: [] },
  plannedOn: "2026-06-01",
  openedOn: "2026-06-08",
  closesOn: "2026-07-17",
  signed: mexicanHouses(sectors),
  leanings: {
    [flag(3)]: { seen: [0, 0, 3, 15, 0], specificity: [9, 6, 2, 0, 0], worthReview: [10, 5, 1, 0, 0, 1] },
    [flag(6)]: { seen: [0, 1, 5, 11, 0], specificity: [12, 5, 0, 0, 0], worthReview: [13, 3, 0, 0, 0, 1] },
  },
  points: [
    {
      by: "banco-del-bravo",
      redFlag: flag(3),
      question: "suggestedWording",
      written:
        "Excluir el cajero automático: el tope de billetes por operación obliga a fraccionar a quien deposita su venta del día.",
      theme: "atm",
    },
    {
      by: "banco-meseta",
      redFlag: flag(3),
      question: "missingRecords",
      written: "Siete de cada diez alertas vienen del tope de billetes del cajero.",
      theme: "atm",
    },
    {
      by: "caja-sotol",
      redFlag: flag(6),
      question: "suggestedWording",
      written:
        "Aquí los jornaleros abren su cuenta en grupo, con el teléfono del mayordomo. La señal los marca a todos.",
      theme: "workers",
    },
    {
      by: "caja-lechuguilla",
      redFlag: flag(6),
      question: "suggestedWording",
      written: "Becarios de la misma escuela comparten el correo de la dirección. No es riesgo, es trámite.",
      theme: "workers",
    },
    {
      by: "fintech-quetzal",
      question: "newVariantSeen",
      written: "Cuentas que cambian de teléfono, equipo y clave el mismo día en que se abren.",
      theme: "takeover",
    },
    {
      by: "envios-correcaminos",
      redFlag: flag(2),
      question: "suggestedWording",
      written: "Subir el saldo de 500 pesos: con la comisión mensual nadie queda por debajo.",
    },
  ],
  themes: [
    { key: "atm", name: both("Tope de billetes del cajero", "Bill limits at ATMs") },
    { key: "workers", name: both("Jornaleros y becarios", "Farm workers and scholarship holders") },
    { key: "takeover", name: both("Cuentas tomadas al abrirse", "Accounts taken over as they open") },
  ],
  replies: [
    {
      to: { redFlag: flag(2) },
      said: both(
        "El saldo de 500 pesos les parece bajo por las comisiones mensuales.",
        "The balance of 500 pesos seems low to them because of monthly fees.",
      ),
      answer: both(
        "Se conserva: el saldo se compara con abonos de más de 300,000 pesos y la comisión no cambia esa relación.",
        "It stays: the balance is set against credits of more than 300,000 pesos, and the fee does not change that ratio.",
      ),
      outcome: "declined",
      note: both(
        "Con un saldo mayor la señal alcanzaría cuentas de nómina comunes.",
        "With a higher balance the red flag would reach ordinary payroll accounts.",
      ),
      writtenOn: "2026-08-03",
      releasedOn: "2026-08-05",
    },
    {
      to: { theme: "atm" },
      said: both(
        "El cajero limita los billetes por operación y eso produce la mayoría de las alertas de RF-03.",
        "ATMs limit the bills of each transaction, and that produces most alerts of RF-03.",
      ),
      answer: both(
        "RF-03 ya no cuenta depósitos en cajero y pide que sean en al menos dos ciudades.",
        "RF-03 no longer counts ATM deposits and asks that they be in at least two cities.",
      ),
      outcome: "amended",
      amendedIn: v2,
      writtenOn: "2026-08-11",
      releasedOn: "2026-08-13",
    },
    {
      to: { theme: "workers" },
      said: both(
        "RF-06 señalaba a jornaleros y becarios que abren su primera cuenta con ayuda de alguien.",
        "RF-06 pointed to farm workers and scholarship holders who open a first account with someone’s help.",
      ),
      answer: both(
        "Se retiró. La señal que ocupa su lugar mira lo que la cuenta hace después de abrirse.",
        "It was withdrawn. The red flag in its place looks at what the account does after it is opened.",
      ),
      outcome: "amended",
      amendedIn: v2,
      writtenOn: "2026-08-11",
      releasedOn: "2026-08-13",
    },
    {
      to: { theme: "takeover" },
      said: both(
        "Hay cuentas que cambian de equipo y de teléfono apenas se abren.",
        "Some accounts change device and telephone as soon as they are opened.",
      ),
      answer: both("Es ahora la señal RF-09.", "It is red flag RF-09 now."),
      outcome: "amended",
      amendedIn: v2,
      writtenOn: "2026-08-11",
      releasedOn: "2026-08-13",
    },
  ],
};
