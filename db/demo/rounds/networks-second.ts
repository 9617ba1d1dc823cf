import { both } from "../both";
import { askedSectors, steadyHouses } from "./answering";
import type { DemoRound } from "./round-story";

const flag = (n: number) => `FIN-2025-A014#RF-${`${n}`.padStart(2, "0")}`;

/** The same question after the third version: what it changed can be seen. Its points are being sorted. */
export const networksSecond: DemoRound = {
  key: "networks-second",
  authority: "FinCEN",
  subject: { kind: "typology", code: "chinese-money-laundering-networks" },
  redFlags: [1, 2, 5, 10, 11, 13, 14].map(flag),
  mode: "unattributed",
  title: both(
    "Redes chinas de lavado: después de la versión 3",
    "Chinese money laundering networks: after version 3",
  ),
  readersStatement: both(
    "Leen sus respuestas cuatro analistas del área de avisos de FinCEN, ya sin el nombre de su institución. Queremos saber si los cambios de octubre ayudaron. No se usan para supervisar ni sancionar.",
    "Four analysts of FinCEN’s advisory program read your answers, without your institution’s name. We want to know whether October’s changes helped. They are not used for examination or enforcement.",
  ),
  invited: { jurisdictions: ["MX", "US"], sectors: askedSectors, organisations: [] },
  tlp: "GREEN",
  audience: {
    jurisdictions: ["MX", "US"],
    sectors: askedSectors,
    organisations: ["Consejo Bancario del Norte"],
  },
  plannedOn: -38,
  openedOn: -33,
  closesOn: -8,
  signed: steadyHouses,
  leanings: {
    [flag(1)]: {
      seen: [0, 0, 5, 13, 0],
      clarity: [0, 0, 1, 6, 11],
      worthReview: [0, 1, 7, 9, 1, 0],
      adopted: [6, 9, 1, 0, 0, 2, 0],
    },
    [flag(2)]: { seen: [0, 3, 7, 8, 0], clarity: [0, 0, 2, 8, 8] },
    [flag(5)]: { MX: { seen: [0, 1, 8, 8, 0] }, US: { seen: [3, 3, 1, 0, 11] } },
    [flag(11)]: { seen: [4, 6, 3, 28, 4] },
    [flag(13)]: { seen: [8, 8, 2, 0, 0], clarity: [0, 2, 8, 6, 1], adopted: [0, 5, 0, 0, 0, 12, 1] },
    [flag(14)]: { seen: [12, 5, 1, 0, 0], observableAt: [0, 5, 9, 2, 0], adopted: [0, 2, 0, 0, 0, 14, 1] },
  },
  points: [
    {
      by: "caprock-ledger-bank",
      redFlag: flag(1),
      question: "suggestedWording",
      written: "72 hours is right. Say whether bank holidays count.",
      theme: "holidays",
    },
    {
      by: "banco-cenzontle",
      redFlag: flag(1),
      question: "suggestedWording",
      written: "Con 72 horas ya alcanzamos a verla. Falta decir qué pasa en días inhábiles.",
      theme: "holidays",
    },
    {
      by: "rio-grande-bank",
      redFlag: flag(11),
      question: "missingRecords",
      written: "We see the wire to the platform and not what is bought there.",
      theme: "platforms",
    },
    {
      by: "pagos-colibri",
      redFlag: flag(11),
      question: "missingRecords",
      written: "La plataforma reporta el monto y no la cartera de destino.",
      theme: "platforms",
    },
    {
      by: "roadrunner-pay",
      redFlag: flag(13),
      question: "missingRecords",
      written: "Parcel weights are with the carrier. We would need them from the marketplace.",
    },
    {
      by: "envios-correcaminos",
      redFlag: flag(14),
      question: "suggestedWording",
      written: "Agregar que la clave cambia cada semana y que suele ser un color.",
    },
    {
      by: "gulf-plains-bank",
      question: "newVariantSeen",
      written: "Prepaid cards bought in cash and emptied at one electronics chain the same afternoon.",
    },
    { by: "banco-gavilan", question: "corridor", written: { from: "MX", to: "CN" } },
  ],
  themes: [
    { key: "holidays", name: both("Días inhábiles", "Bank holidays") },
    { key: "platforms", name: both("Lo que la plataforma no deja ver", "What the platform does not show") },
  ],
  replies: [
    {
      to: { theme: "holidays" },
      said: both(
        "El plazo nuevo sirve; no queda claro si corre en días inhábiles.",
        "The new period works; whether it runs on bank holidays is not clear.",
      ),
      answer: both(
        "Corre en horas naturales. Lo diremos en la nota de falsos positivos de RF-01 cuando el aviso se revise.",
        "It runs in calendar hours. We will say so in the false-positive note of RF-01 when the advisory is next reviewed.",
      ),
      outcome: "accepted",
      writtenOn: -4,
      releasedOn: -3,
    },
    {
      to: { theme: "platforms" },
      said: both(
        "Desde el banco se ve la transferencia a la plataforma, pero no lo que se compra en ella.",
        "From the bank the transfer to the platform is seen, but not what is bought on it.",
      ),
      answer: both(
        "Es un límite real de RF-11. Proponemos tratarlo en la próxima mesa de diálogo con plataformas de activos virtuales.",
        "It is a real limit of RF-11. We propose to take it up at the next roundtable with virtual asset platforms.",
      ),
      outcome: "roundtable",
      writtenOn: -1,
    },
  ],
};
