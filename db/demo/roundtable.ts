import type { Agenda } from "~/domain/roundtables/roundtable.form";

const text = (es: string, en: string) => ({ es, en });

/** What the demo's session is about. */
export const demoAgenda: Agenda = {
  title: text(
    "Cuentas concentradoras alimentadas con efectivo en plazas lejanas",
    "Funnel accounts fed with cash in distant places",
  ),
  purpose: text(
    "Comparar lo que cada lado de la frontera ve del mismo patrón y decidir qué debería aclarar el próximo aviso.",
    "To compare what each side of the border sees of the same pattern and to decide what the next advisory should make clear.",
  ),
  items: [
    {
      title: text("Lo que se observa en ventanilla", "What is observed at the counter"),
      note: text(
        "Depósitos de terceros, plazas, horarios y salida de los fondos.",
        "Third-party deposits, places, hours and how the funds leave.",
      ),
    },
    {
      title: text("Controles que han servido", "Controls that have worked"),
      note: text(
        "Reglas de monitoreo y preguntas a quien deposita.",
        "Monitoring rules and questions to the depositor.",
      ),
    },
    {
      title: text("Lo que debería aclarar el próximo aviso", "What the next advisory should make clear"),
      note: text("", ""),
    },
  ],
  tlp: "AMBER+STRICT",
  community: text("", ""),
  chathamHouse: true,
  retentionDays: 365,
  modes: ["named", "organisation", "sector", "unattributed"],
  presence: "organisations",
};

type Said = {
  by: string;
  mode: "named" | "organisation" | "sector" | "unattributed";
  language: "es" | "en";
  text: string;
  kind?: "question";
  item?: number;
  /** Which of them it answers, from 0. */
  answers?: number;
  /** Who translates it, and how. */
  translated?: { by: string; text: string };
  votes?: string[];
};

/** What was said in it, in this order. */
export const demoSaid: Said[] = [
  {
    by: "fincen-convener",
    mode: "named",
    language: "en",
    text: "Welcome. We begin with the counter: what do tellers see before any alert fires? Patterns, please, not customers.",
    translated: {
      by: "uif-convener",
      text: "Bienvenidos. Comenzamos con la ventanilla: ¿qué ven los cajeros antes de que salte cualquier alerta? Patrones, por favor, no clientes.",
    },
  },
  {
    by: "banco-del-bravo-officer",
    mode: "organisation",
    language: "es",
    text: "Vemos depósitos en efectivo de terceros en sucursales a más de mil kilómetros de donde se abrió la cuenta, casi siempre entre la apertura y el mediodía. El titular no aparece: ordena la transferencia desde la banca en línea el mismo día.",
    translated: {
      by: "fincen-convener",
      text: "We see third-party cash deposits at branches more than a thousand kilometers from where the account was opened, almost always between opening time and noon. The account holder does not appear: they order the transfer by online banking the same day.",
    },
  },
  {
    by: "rio-grande-bank-officer",
    mode: "sector",
    language: "en",
    text: "Same rhythm on this side, with one difference: the outgoing wires carry an invoice reference from a freight forwarder, and the amounts of the invoices do not move with diesel prices or volumes.",
  },
  {
    by: "banco-del-bravo-officer",
    mode: "unattributed",
    language: "es",
    text: "Una advertencia: si la regla mira solo la distancia entre sucursales, detiene sobre todo a transportistas y a familias que envían dinero a estudiantes. Lo que separa los casos es que nadie retira nunca en la plaza de origen.",
  },
  {
    by: "uif-convener",
    mode: "named",
    language: "es",
    answers: 1,
    text: "Coincide con lo que vemos de este lado. ¿La salida se concentra en los mismos beneficiarios o se reparte cada semana?",
  },
  {
    by: "banco-del-bravo-officer",
    mode: "organisation",
    language: "es",
    answers: 1,
    text: "Se reparte: los beneficiarios rotan cada tres o cuatro semanas, pero el concepto de pago se repite.",
  },
  {
    by: "rio-grande-bank-officer",
    mode: "unattributed",
    language: "en",
    kind: "question",
    text: "Can the advisory say how it should be read together with the rule on the distance between branches, so that examiners do not expect both to be tuned alike?",
    votes: ["banco-del-bravo-officer", "uif-convener", "fincen-convener"],
  },
  {
    by: "banco-del-bravo-officer",
    mode: "sector",
    language: "es",
    kind: "question",
    item: 1,
    text: "¿Qué pregunta a quien deposita ha dado respuestas útiles sin alargar la fila?",
    votes: ["rio-grande-bank-officer"],
  },
];

/** What everyone at the table is asked. */
export const demoPoll = {
  question: text(
    "¿Cuál de estas señales aparece primero en su institución?",
    "Which of these signs appears first at your institution?",
  ),
  options: [
    text("Depósitos de terceros en plazas lejanas", "Third-party deposits in distant places"),
    text("Transferencia el mismo día del depósito", "Transfer on the day of the deposit"),
    text("Concepto de pago que se repite", "A payment reference that repeats"),
  ],
  votes: { "banco-del-bravo-officer": 0, "uif-convener": 1 } as Record<string, number>,
};
