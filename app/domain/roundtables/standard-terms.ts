import type { Language, Text } from "~/domain/advisories/advisory.form";
import { rulesOf } from "./attribution";
import type { Agenda } from "./roundtable.form";

// The text of a promise and no label of the interface: what is accepted is kept with its hash, word for word.

const reach: Record<Language, Record<Agenda["tlp"], string>> = {
  es: {
    RED: "solo quienes estén presentes",
    "AMBER+STRICT": "solo la organización de cada participante, y en ella solo quien necesite saberlo",
    AMBER:
      "la organización de cada participante y, si lo necesitan para protegerse, los clientes de esa organización",
    GREEN: "la comunidad que señala la agenda",
  },
  en: {
    RED: "those present and no one else",
    "AMBER+STRICT": "each participant’s own organization, and in it only those who need to know",
    AMBER:
      "each participant’s organization and, if they need it to protect themselves, that organization’s clients",
    GREEN: "the community named in the agenda",
  },
};

const modeWords = {
  es: {
    named: "con su nombre y el de su organización",
    organisation: "solo con el de su organización",
    sector: "solo con el sector",
    unattributed: "sin atribución",
  },
  en: {
    named: "under your name and your organization’s",
    organisation: "under your organization’s name alone",
    sector: "by sector alone",
    unattributed: "without attribution",
  },
} as const;

/** What one accepts to enter a session with this agenda, unless those who convene it write other terms. */
export function standardTerms(agenda: Agenda): Text {
  const { modes, presence } = rulesOf(agenda);
  const list = (language: Language) => {
    const format = new Intl.ListFormat(language === "es" ? "es-MX" : "en-US", { type: "disjunction" });
    return format.format(modes.map((mode) => modeWords[language][mode]));
  };
  const es = [
    "Esta es una sesión cerrada. Que existe, de qué trata, quiénes están en ella y lo que se dice no se comenta con quien no ocupa un lugar en la mesa, tampoco dentro de su propia organización, salvo lo que permite el punto siguiente.",
    `Lo que aquí se dice lleva la marca TLP:${agenda.tlp}: puede conocerlo ${reach.es[agenda.tlp]}.`,
    agenda.chathamHouse
      ? "Rige la regla de Chatham House: lo dicho puede usarse dentro de esa marca; no se revela quién lo dijo, a qué organización pertenece ni quién más estuvo."
      : "No rige la regla de Chatham House. Aun así, nadie atribuye fuera de la mesa lo que otra persona dijo sin nombre.",
    "Se habla de la agenda y de nada más. No se habla de precios, clientes, condiciones comerciales, boicots ni cierres colectivos de cuentas. Quien preside detiene lo que se aparte de esto y el motivo queda en el registro de la sesión.",
    "No escriba datos que identifiquen a una persona, una empresa o una cuenta, ni nada que revele si se presentó un reporte a la autoridad o sobre quién. El sistema detiene lo que reconoce y no lo guarda; lo que no reconoce sigue siendo responsabilidad de quien lo escribe.",
    `Con cada aportación usted elige cómo aparece: ${list("es")}. La elección queda fija. De lo que se dice solo con el sector o sin atribución no se guarda ninguna relación con usted ni con su organización, ni la hora.`,
    presence === "organisations"
      ? "Quienes están en la mesa ven qué organizaciones se encuentran conectadas."
      : "Nadie ve quién se encuentra conectado.",
    "Quienes convocan no usarán lo que una institución diga aquí como base de una visita, un requerimiento o una sanción contra ella. Esto no alcanza a lo que conozcan por otra vía ni releva a nadie de sus obligaciones de reporte.",
    "Cada institución participa con su propia cobertura legal, la que consta junto a su lugar. Estas condiciones no la crean, no la amplían y no la sustituyen.",
    "Lo que se dice se guarda cifrado con una llave propia de la sesión, que se destruye al terminar el plazo de conservación. De su aceptación se conservan su nombre, su organización, la versión y la huella de este texto, el idioma en que lo leyó y la hora.",
    "Si estas condiciones cambian, para seguir en la sesión hay que aceptarlas de nuevo.",
  ];
  const en = [
    "This is a closed session. That it exists, what it is about, who is in it and what is said are not discussed with anyone who holds no seat at the table, not even within your own organization, except as the next paragraph allows.",
    `What is said here is marked TLP:${agenda.tlp}: it may be known to ${reach.en[agenda.tlp]}.`,
    agenda.chathamHouse
      ? "The Chatham House Rule applies: what is said may be used within that marking; who said it, which organization they belong to and who else was there are not revealed."
      : "The Chatham House Rule does not apply. Even so, nobody attributes outside the table what another person said without a name.",
    "The agenda is discussed and nothing else. Prices, customers, commercial terms, boycotts and collective account closures are not discussed. The chair stops whatever departs from this, and the reason goes on the record of the session.",
    "Write nothing that identifies a person, a company or an account, and nothing that reveals whether a report was filed with an authority or about whom. The system stops what it recognizes and does not keep it; what it does not recognize remains the responsibility of whoever writes it.",
    `With each contribution you choose how you appear: ${list("en")}. The choice is fixed. Of what is said by sector alone or without attribution, no link to you or to your organization is kept, nor the time.`,
    presence === "organisations"
      ? "Those at the table see which organizations are connected."
      : "Nobody sees who is connected.",
    "Those who convene will not use what an institution says here as grounds for an examination, a request or a penalty against it. This does not extend to what they know by other means, and it relieves nobody of their reporting obligations.",
    "Each institution takes part under its own legal cover, as recorded beside its seat. These terms do not create it, extend it or take its place.",
    "What is said is kept encrypted under a key of the session’s own, which is destroyed when the retention period ends. Of your acceptance we keep your name, your organization, the version and the fingerprint of this text, the language in which you read it and the time.",
    "If these terms change, they must be accepted again to stay in the session.",
  ];
  return { es: numbered(es), en: numbered(en) };
}

const numbered = (paragraphs: string[]) => paragraphs.map((words, n) => `${n + 1}. ${words}`).join("\n\n");
