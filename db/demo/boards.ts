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
];
