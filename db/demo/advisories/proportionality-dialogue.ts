import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "UIF-2026-DE-005";
const { advisory, section } = pen({ slug: "proportionality-dialogue", number, lead: "UIF" });

const first = advisory({
  type: "statement",
  title: both(
    "Diálogo público sobre proporcionalidad: prevenir sin excluir",
    "Public Dialogue on Proportionality: Preventing Without Excluding",
  ),
  summary: both(
    "El 24 de septiembre de 2026 la UIF conversó en Hermosillo con abogadas, notarios, académicos, transmisores de dinero y organizaciones de personas migrantes sobre los efectos no deseados de los avisos. Aquí se publican las palabras de apertura, lo que se escuchó, los compromisos asumidos y las preguntas de una consulta abierta hasta el 18 de diciembre de 2026.",
    "On September 24, 2026, UIF met in Hermosillo with lawyers, notaries, scholars, money transmitters, and migrant organizations to discuss the unintended effects of advisories. Published here are the opening remarks, what was heard, the commitments made, and the questions of a consultation open until December 18, 2026.",
  ),
  sections: [
    section(
      "introduction",
      both("Palabras de apertura", "Opening remarks"),
      both(
        `Buenos días a todas y a todos. Gracias a la Barra del Desierto por prestarnos su auditorio y, sobre todo, su franqueza.

Un aviso se escribe pensando en quien delinque y lo padece, a veces, quien no. Cuando una señal de alerta dice “recibe dinero de varias personas”, describe a un traficante; pero también describe a la señora que organiza la tanda, al mayordomo de la fiesta del pueblo y al padre que junta para el entierro de su hijo. Si la institución no distingue, no previene: expulsa.

No venimos a defender los avisos. Venimos a preguntar dónde fallaron. Lo que no se diga aquí lo dirá, más tarde y peor, una cuenta cerrada.`,
        `Good morning, everyone. Our thanks to the Desert Bar Association for lending us its auditorium and, above all, its candor.

An advisory is written with the criminal in mind, and it is sometimes borne by someone who is not one. When a red flag says “receives money from several people,” it describes a smuggler; but it also describes the woman who runs the neighborhood savings club, the steward of the town feast, and the father collecting for his son’s burial. If the institution does not tell them apart, it does not prevent: it expels.

We have not come to defend the advisories. We have come to ask where they failed. Whatever is not said here will be said later, and worse, by a closed account.`,
      ),
    ),
    section(
      "other",
      both("Lo que se escuchó", "What was heard"),
      both(
        `Participaron 86 personas. El resumen va por tema y no atribuye lo dicho a nadie:

- **Cuentas.** Comercios pequeños relataron cierres sin explicación ni plazo; en un caso, la nómina de 12 personas quedó retenida 9 días.
- **Lenguaje.** Se pidió que cada señal diga también a quién puede señalar por error, y que el aviso lo lleve en la misma página.
- **Fronteras.** Las organizaciones de migrantes advirtieron que un documento consular válido se rechaza por costumbre, no por norma.
- **Notarías.** El gremio solicitó ejemplos, no definiciones, para decidir cuándo presentar un aviso de actividad vulnerable.
- **Reciprocidad.** Los transmisores preguntaron qué pasa con lo que reportan y pidieron saber, al menos en conjunto, si sirvió.`,
        `The dialogue drew 86 participants. The summary is by topic and attributes nothing to anyone:

- **Accounts.** Small businesses described closures without explanation or notice; in one case, the payroll of 12 people was held for 9 days.
- **Language.** Participants asked that each red flag also say whom it may point to by mistake, and that the advisory carry it on the same page.
- **Borders.** Migrant organizations warned that a valid consular document is turned down out of habit, not because of any rule.
- **Notaries.** The profession asked for examples, not definitions, to decide when to file a vulnerable-activity notice.
- **Reciprocity.** Transmitters asked what becomes of what they report and wished to know, at least in the aggregate, whether it helped.`,
      ),
    ),
    section(
      "guidance",
      both("Compromisos", "Commitments"),
      both(
        `1. Desde el 1 de enero de 2027, todo aviso de la UIF llevará una nota de falso positivo en cada señal de alerta.
2. Antes del 31 de marzo de 2027 se revisarán las señales vigentes que mencionen ocupación, domicilio o lugar de origen.
3. Cada semestre se publicará, con cifras agregadas, qué señales resultaron útiles y cuáles se retiraron.
4. El área de avisos responderá en 20 días hábiles las preguntas que lleguen por esta plataforma.`,
        `1. From January 1, 2027, every UIF advisory will carry a false-positive note on each red flag.
2. Before March 31, 2027, red flags in force that mention occupation, address, or place of origin will be reviewed.
3. Aggregate figures will be published each half-year on which red flags proved useful and which were withdrawn.
4. The advisory unit will answer within 20 business days the questions that arrive through this platform.`,
      ),
    ),
    section(
      "other",
      both("Consulta abierta", "Open consultation"),
      both(
        `Se reciben comentarios hasta el 18 de diciembre de 2026 sobre cinco preguntas:

1. ¿Qué señal de alerta de un aviso vigente describe, en su experiencia, una conducta común y lícita?
2. ¿Qué explicación debería recibir un cliente cuando termina su relación con una institución, sin revelar la existencia de un reporte?
3. ¿Qué plazo permite cerrar una cuenta sin dañar nóminas, rentas ni tratamientos médicos?
4. ¿Qué dato falta en los avisos para que una institución pequeña pueda aplicarlos?
5. ¿Cómo debería medirse que un aviso ha servido?

Las respuestas se publican sin nombre, salvo que su autor pida lo contrario. No incluya datos de clientes ni de operaciones: se eliminarán sin leerse.`,
        `Comments are welcome until December 18, 2026, on five questions:

1. Which red flag in an advisory now in force describes, in your experience, common and lawful conduct?
2. What explanation should customers receive when an institution ends the relationship, without revealing whether a report exists?
3. How much notice allows an account to be closed without harming payrolls, rents, or medical treatment?
4. What is missing from advisories for a small institution to be able to apply them?
5. How should it be measured that an advisory has been of use?

Answers are published without names unless their authors ask otherwise. Do not include data on customers or transactions: it will be deleted unread.`,
      ),
    ),
  ],
  groups: [],
  redFlags: [],
  typologies: ["human-smuggling", "funnel-accounts"],
  shareWith: [
    both("Público en general", "General public"),
    both(
      "Barras y colegios de abogados, notarías y universidades",
      "Bar associations, notaries, and universities",
    ),
    both("Sujetos obligados", "Obliged entities"),
  ],
  priorities: [],
  predicates: [],
  products: [],
  corridors: [],
  sectors: ["bank", "credit-union", "money-transmitter", "vulnerable-activity"],
  legalBasis: both("", ""),
  validFrom: "2026-10-01",
  reviewBy: "2027-03-31",
  relations: [{ kind: "cites", number: "UIF-2026-AV-005", inForce: true }],
  contact: both(
    "Comentarios a la consulta: consulta@uif.example",
    "Comments on the consultation: consulta@uif.example",
  ),
  us: { keyTerms: [], fields: [] },
  mx: { reportTypes: [], suggestedWording: both("", "") },
  statement: {
    speaker: "Arturo Cervera Aldana",
    capacity: both(
      "Coordinador de diálogo público de la UIF (personaje de la demostración)",
      "Public dialogue coordinator, UIF (a character of the demonstration)",
    ),
    venue: both(
      "Auditorio de la Barra del Desierto, Hermosillo, Sonora",
      "Auditorium of the Desert Bar Association, Hermosillo, Sonora",
    ),
    heldOn: "2026-09-24",
    form: "dialogue",
  },
});

export const proportionalityDialogue: DemoAdvisory = {
  slug: "proportionality-dialogue",
  number,
  lead: "UIF",
  joint: [],
  versions: [first],
  publishedOn: ["2026-10-01"],
};
