import type { AdoptionState } from "~/domain/adoption/adoption";

export type DemoBoard = {
  /** Key of the institution. */
  institution: string;
  number: string;
  /** The version that it acknowledged and worked on; a later one finds the board as it was left. */
  version: number;
  acts: {
    redFlags: number[];
    state?: AdoptionState;
    /** Of the institution's people: `analyst`, `officer`. */
    owner?: "analyst" | "officer";
    /** Days from when the demo is loaded. */
    due?: number;
    note?: string;
  }[];
};

/** Invented, like the institutions whose work it is. */
export const demoBoards: DemoBoard[] = [
  {
    institution: "rio-grande-bank",
    number: "FIN-2025-A014",
    version: 2,
    acts: [
      {
        redFlags: [1],
        state: "new-rule",
        note: "Scenario AML-212, live since June. Peer group: student accounts.",
      },
      { redFlags: [2, 3], state: "already-covered" },
      {
        redFlags: [4],
        state: "tuned",
        note: "Threshold of AML-087 lowered; alerts up 12%, worth it so far.",
      },
      {
        redFlags: [5],
        state: "new-rule",
        owner: "analyst",
        note: "Needs the mirror-transfer feed from treasury.",
      },
      { redFlags: [6], state: "not-applicable", note: "We do not offer this product." },
      { redFlags: [7, 8], owner: "analyst", due: 2 },
      { redFlags: [9], owner: "officer", due: -6, note: "Waiting for model validation." },
      { redFlags: [11], state: "training-only", note: "Branch staff, Q3 module." },
    ],
  },
  {
    institution: "banco-del-bravo",
    number: "CNBV-2026-A-007",
    version: 1,
    acts: [
      { redFlags: [1, 2], state: "already-covered" },
      {
        redFlags: [3],
        state: "tuned",
        note: "Se bajó el umbral de la regla R-118 a tres estados en 48 horas.",
      },
      { redFlags: [4], state: "new-rule", owner: "analyst", note: "Regla R-204 en producción desde junio." },
      { redFlags: [6], state: "training-only", note: "Cápsula para sucursales de frontera." },
      {
        redFlags: [7],
        owner: "analyst",
        due: 9,
        note: "Falta el dato de la sucursal de origen en el sistema de monitoreo.",
      },
      { redFlags: [8], owner: "officer", due: -3 },
    ],
  },
  {
    institution: "banco-del-bravo",
    number: "UIF-2026-AV-002",
    version: 1,
    acts: [
      { redFlags: [1, 2, 3], state: "already-covered" },
      {
        redFlags: [4],
        state: "declined",
        note: "Genera demasiadas alertas sin caso; se propondrá otra redacción a la UIF.",
      },
      { redFlags: [5, 6], owner: "analyst", due: 20 },
    ],
  },
  {
    institution: "banco-del-bravo",
    number: "CNBV-2026-A-001",
    version: 1,
    acts: [
      { redFlags: [1, 2, 5], state: "already-covered" },
      { redFlags: [3], state: "tuned", note: "Regla R-077: ahora suma depósitos de varias sucursales." },
      { redFlags: [7], state: "not-applicable", note: "No contratamos traslado de valores para clientes." },
      { redFlags: [4, 6], owner: "analyst", due: 12 },
    ],
  },
  {
    institution: "banco-meseta",
    number: "CNBV-2026-A-007",
    version: 1,
    acts: [
      { redFlags: [1], state: "already-covered" },
      {
        redFlags: [2],
        state: "new-rule",
        owner: "analyst",
        note: "Escenario nuevo con la tabla de corresponsales; en prueba desde septiembre.",
      },
      { redFlags: [3, 4], owner: "analyst", due: 5 },
      { redFlags: [5], state: "training-only", note: "Va en la capacitación de ventanilla de noviembre." },
      { redFlags: [8], owner: "officer", due: -2, note: "Depende del catálogo de plazas." },
    ],
  },
  {
    institution: "caja-sotol",
    number: "UIF-2026-AV-001",
    version: 1,
    acts: [
      { redFlags: [1], state: "not-applicable", note: "No operamos comercio exterior." },
      { redFlags: [2, 3, 4], state: "not-applicable" },
      { redFlags: [5], state: "training-only" },
      { redFlags: [8], owner: "officer", due: 15, note: "Revisar con los socios que importan refacciones." },
    ],
  },
  {
    institution: "fintech-quetzal",
    number: "FIN-2026-A011",
    version: 2,
    acts: [
      { redFlags: [1, 2], state: "already-covered" },
      {
        redFlags: [3],
        state: "new-rule",
        note: "Modelo de velocidad de retiros; sale a producción en la próxima entrega.",
      },
      { redFlags: [4], state: "declined", note: "Sin acceso a la cadena de bloques no se puede observar." },
      { redFlags: [5, 6, 7], owner: "analyst", due: 18 },
    ],
  },
  {
    institution: "gulf-plains-bank",
    number: "FIN-2025-A014",
    version: 2,
    acts: [
      { redFlags: [1, 2, 3, 6], state: "already-covered" },
      {
        redFlags: [5],
        state: "tuned",
        note: "Lowered the dormant-account window from 180 to 90 days; four times the alerts, a third worth review.",
      },
      { redFlags: [8], state: "new-rule", owner: "analyst", note: "In parallel run until year end." },
      { redFlags: [10, 11], owner: "officer", due: -4 },
      { redFlags: [12], state: "not-applicable" },
    ],
  },
  {
    institution: "mesquite-credit-union",
    number: "FIN-2025-A014",
    version: 3,
    acts: [
      { redFlags: [1], state: "new-rule", note: "The 72-hour window fits our weekly cash reports." },
      { redFlags: [2, 3], state: "training-only" },
      { redFlags: [5, 9], owner: "officer", due: 7 },
      { redFlags: [10], state: "not-applicable", note: "No international wires." },
    ],
  },
  {
    institution: "saguaro-transfer",
    number: "FIN-2026-A011",
    version: 2,
    acts: [
      { redFlags: [1, 2, 4], state: "already-covered" },
      { redFlags: [3], state: "tuned", note: "Agent-level velocity added to the existing scenario." },
      { redFlags: [7], owner: "analyst", due: 3, note: "Waiting for FinCEN’s answer to our question." },
    ],
  },
];
