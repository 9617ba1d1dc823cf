// Long because it is content: what institutions of the demo ask, and what they are told.
import type { Language, Text } from "~/domain/advisories/advisory.form";
import { both } from "./both";

type Answered = {
  addressee: "everyone" | "asker";
  /** The question in the authority's words; for everyone alone. */
  question?: Text;
  answer: Text;
  writtenDaysAgo: number;
  /** Left out: it waits for the second officer. */
  releasedDaysAgo?: number;
  correction?: Text;
};

export type DemoQuestion = {
  /** Key of the persona who asks. */
  by: string;
  advisory: string;
  redFlag: string | null;
  language: Language;
  naming: "unnamed" | "named";
  text: string;
  askedDaysAgo: number;
  withdrawnDaysAgo?: number;
  /** Whose authority answers, and who has taken it. */
  authority: "fincen" | "cnbv" | "uif";
  taken?: { to: string; daysAgo: number };
  /** Each after the first is a correction. */
  answers: Answered[];
  withdrawal?: { reason: Text; daysAgo: number };
};

export const demoQuestions: DemoQuestion[] = [
  {
    by: "rio-grande-bank-analyst",
    advisory: "FIN-2025-A014",
    redFlag: "FIN-2025-A014#RF-11",
    language: "en",
    naming: "unnamed",
    text: "Does the 24-hour period start when the cash is deposited or when the customer buys the stablecoin?",
    askedDaysAgo: 2,
    authority: "fincen",
    answers: [],
  },
  {
    by: "banco-meseta-officer",
    advisory: "CNBV-2026-A-007",
    redFlag: null,
    language: "es",
    naming: "named",
    text: "¿Las señales del grupo de la cuenta aplican también a cuentas de nómina abiertas por el patrón?",
    askedDaysAgo: 5,
    authority: "cnbv",
    answers: [],
  },
  {
    by: "saguaro-transfer-officer",
    advisory: "FIN-2026-A011",
    redFlag: "FIN-2026-A011#RF-07",
    language: "es",
    naming: "unnamed",
    text: "¿El mínimo de 300 dólares es por envío o por la suma del mes al mismo beneficiario?",
    askedDaysAgo: 16,
    authority: "fincen",
    taken: { to: "fincen-analyst", daysAgo: 12 },
    answers: [],
  },
  {
    by: "gulf-plains-bank-analyst",
    advisory: "FIN-2026-A011",
    redFlag: "FIN-2026-A011#RF-13",
    language: "en",
    naming: "unnamed",
    text: "How are we to know that a permit holder was sold, when the registry is updated once a year?",
    askedDaysAgo: 11,
    authority: "fincen",
    answers: [
      {
        addressee: "everyone",
        question: both(
          "¿Cómo se sabe que una empresa con permiso cambió de dueño, si el registro tarda en actualizarse?",
          "How does one learn that a company with a permit has new owners, if the registry is slow?",
        ),
        answer: both(
          "Por lo que el cliente mismo entrega: un acta nueva, otro representante u otro beneficiario controlador en su expediente. El registro confirma, no anuncia. Si el cambio aparece al renovar el expediente, cuente los 90 días desde esa fecha.",
          "From what the customer hands over: new articles, another representative, or another beneficial owner in the customer file. The registry confirms; it does not announce. If the change shows up when the file is renewed, count the 90 days from that date.",
        ),
        writtenDaysAgo: 4,
      },
    ],
  },
  {
    by: "caja-sotol-analyst",
    advisory: "CNBV-2026-A-007",
    redFlag: "CNBV-2026-A-007#RF-03",
    language: "es",
    naming: "unnamed",
    text: "Un corresponsal nuestro atiende dos municipios que son una sola mancha urbana. ¿Cuentan como dos ciudades?",
    askedDaysAgo: 34,
    authority: "cnbv",
    answers: [
      {
        addressee: "asker",
        answer: both(
          "No. Trate los municipios conurbados como una ciudad; la señal busca desplazamiento, no límites administrativos.",
          "No. Treat adjoining municipalities as one city; the red flag looks for movement, not for administrative borders.",
        ),
        writtenDaysAgo: 30,
        releasedDaysAgo: 29,
      },
    ],
  },
  {
    by: "mesquite-credit-union-officer",
    advisory: "FIN-2025-A014",
    redFlag: "FIN-2025-A014#RF-01",
    language: "en",
    naming: "unnamed",
    text: "Do deposits at shared branches of other credit unions count as different locations?",
    askedDaysAgo: 27,
    authority: "fincen",
    answers: [
      {
        addressee: "everyone",
        question: both(
          "¿Cuentan como lugares distintos las sucursales compartidas con otras instituciones?",
          "Do branches shared with other institutions count as separate locations?",
        ),
        answer: both(
          "Sí. Cada domicilio es un lugar, sea de quien sea la sucursal. Si su sistema recibe los depósitos compartidos bajo una sola clave, pida al procesador el domicilio de cada uno.",
          "Yes. Each street address is a location, whoever owns the branch. If your system receives shared deposits under a single code, ask the processor for the address of each.",
        ),
        writtenDaysAgo: 22,
        releasedDaysAgo: 21,
      },
    ],
  },
  {
    by: "banco-del-bravo-officer",
    advisory: "UIF-2026-AV-001",
    redFlag: "UIF-2026-AV-001#RF-06",
    language: "es",
    naming: "unnamed",
    text: "¿El pago por una empresa de factoraje cuenta como pago de un tercero ajeno a la operación?",
    askedDaysAgo: 48,
    authority: "uif",
    answers: [
      {
        addressee: "everyone",
        question: both(
          "¿Es un tercero ajeno la empresa de factoraje que paga al proveedor?",
          "Is a factoring company that pays the supplier an unrelated third party?",
        ),
        answer: both(
          "No, si el contrato de factoraje está en el expediente del cliente.",
          "No, if the factoring contract is in the customer file.",
        ),
        writtenDaysAgo: 44,
        releasedDaysAgo: 43,
      },
      {
        addressee: "everyone",
        question: both(
          "¿Es un tercero ajeno la empresa de factoraje que paga al proveedor?",
          "Is a factoring company that pays the supplier an unrelated third party?",
        ),
        answer: both(
          "No, si el contrato de factoraje está en el expediente del cliente y la cesión se notificó al deudor. Sin esa notificación, trátela como pago de un tercero.",
          "No, if the factoring contract is in the customer file and the debtor was notified of the assignment. Without that notice, treat it as a third-party payment.",
        ),
        correction: both(
          "Faltaba decir que la cesión debe haberse notificado al deudor.",
          "It did not say that the debtor must have been notified of the assignment.",
        ),
        writtenDaysAgo: 38,
        releasedDaysAgo: 37,
      },
    ],
  },
  {
    by: "banco-meseta-analyst",
    advisory: "CNBV-2026-A-006",
    redFlag: "CNBV-2026-A-006#RF-02",
    language: "es",
    naming: "unnamed",
    text: "¿Se aplica a oficinas virtuales que solo reciben correspondencia?",
    askedDaysAgo: 62,
    authority: "cnbv",
    answers: [
      {
        addressee: "everyone",
        question: both(
          "¿Alcanza la señal a las oficinas virtuales que solo reciben correspondencia?",
          "Does the red flag cover virtual offices that only receive mail?",
        ),
        answer: both(
          "Sí, cuando ahí mismo declaran tener personal o inventario.",
          "Yes, where staff or inventory is claimed to be at that same address.",
        ),
        writtenDaysAgo: 57,
        releasedDaysAgo: 56,
      },
    ],
    withdrawal: {
      reason: both(
        "La CNBV revisa el criterio sobre oficinas virtuales; la respuesta dejó de ser exacta y se dará otra cuando termine.",
        "CNBV is reviewing its criteria on virtual offices; the answer was no longer exact and another will be given when that is done.",
      ),
      daysAgo: 20,
    },
  },
  {
    by: "fintech-quetzal-analyst",
    advisory: "CNBV-2026-A-007",
    redFlag: "CNBV-2026-A-007#RF-09",
    language: "es",
    naming: "unnamed",
    text: "¿Qué se entiende por cambio de equipo cuando el cliente solo actualiza la aplicación?",
    askedDaysAgo: 9,
    withdrawnDaysAgo: 8,
    authority: "cnbv",
    answers: [],
  },
];
