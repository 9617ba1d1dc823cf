import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "CNBV-2026-A-006";
const { advisory, group, redFlag, section } = pen({
  slug: "shell-companies",
  number,
  lead: "CNBV",
  inCoordination: ["UIF"],
});

const first = advisory({
  type: "advisory",
  title: both(
    "Empresas fachada y facturación simulada: lo que hace la empresa, no dónde tiene su escritorio",
    "Shell Companies and Simulated Invoicing: What a Company Does, Not Where It Keeps Its Desk",
  ),
  summary: both(
    "Este aviso sustituye al CNBV-2025-A-005. Conserva las señales que distinguen a una empresa fachada por la conducta de su dinero y abandona las que describían prácticas comunes de las empresas pequeñas, como compartir domicilio o tener un objeto social amplio. Ninguna cuenta debe cerrarse por una sola señal.",
    "This advisory replaces CNBV-2025-A-005. It keeps the red flags that identify a shell company by how its money behaves and drops those that described common practices of small businesses, such as sharing an address or having a broad corporate purpose. No account should be closed because of a single red flag.",
  ),
  sections: [
    section(
      "introduction",
      both("Qué cambia", "What changes"),
      both(
        `En el aviso anterior, dos de las siete señales se basaban en datos de apertura: el domicilio compartido y el objeto social. Varias entidades informaron que casi todas las alertas que generaban eran empresas reales, y algunas cancelaron cuentas para no tener que explicarlas.

Aquí se pide otra cosa: observar durante 90 días qué entra, qué sale y qué falta. Una empresa que existe gasta en existir; una fachada, no.`,
        `In the previous advisory, two of the seven red flags rested on onboarding data: the shared address and the corporate purpose. Several institutions reported that nearly all the alerts these produced were genuine companies, and some closed accounts so as not to have to explain them.

What is asked here is different: to watch for 90 days what comes in, what goes out, and what is missing. A company that exists spends money on existing; a shell does not.`,
      ),
    ),
    section(
      "guidance",
      both("Respuesta proporcionada", "Proportionate response"),
      both(
        `1. **Preguntar primero.** Una visita o una llamada resuelve la mayoría de los casos: contratos, personal, entregables.
2. **Limitar lo necesario.** Si hace falta contener el riesgo, acotar el retiro de efectivo antes que la cuenta completa.
3. **Documentar.** Tanto el descarte como el dictamen llevan razones que otra persona pueda seguir.
4. **Dejar salir con orden.** Si la relación termina, dar un plazo que permita pagar nómina e impuestos.

El listado del artículo 69-B sirve para confirmar, no para descubrir. La presunción inicial todavía admite prueba en contrario y no equivale a la lista definitiva.`,
        `1. **Ask first.** A visit or a phone call settles most cases: contracts, staff, deliverables.
2. **Limit what is needed.** If risk must be contained, restrict cash withdrawals before the whole account.
3. **Document.** A dismissal, like a determination, carries reasons that another person can follow.
4. **Let them leave in order.** If the relationship ends, allow enough time to meet payroll and taxes.

The article 69-B list serves to confirm, not to discover. The initial presumption can still be rebutted and is not the same as the final list.`,
      ),
    ),
    section(
      "case-study",
      both("Dos empresas, un mismo domicilio (inventado)", "Two companies, one address (invented)"),
      both(
        `Dos sociedades tienen su domicilio en el mismo despacho contable de Querétaro. La primera, de diseño gráfico, cobra 85,000 pesos al mes, paga a tres colaboradoras y entera sus impuestos. La segunda, de “servicios integrales”, recibe 9,400,000 pesos en su primer trimestre, no paga a nadie y reenvía todo en menos de 2 horas.

Con el aviso anterior, las dos alertaban. Con este, solo la segunda.`,
        `Two companies have their address at the same accounting firm in Querétaro. The first, a graphic design studio, takes in 85,000 pesos a month, pays three staff members, and remits its taxes. The second, in “comprehensive services,” receives 9,400,000 pesos in its first quarter, pays no one, and forwards everything in less than 2 hours.

Under the previous advisory, both would alert. Under this one, only the second does.`,
      ),
    ),
    section(
      "filing",
      both("Reporte", "Reporting"),
      both(
        `Este aviso orienta y no crea obligaciones. Lo inusual se remite como ROI y lo que involucre a personal de la entidad como ROIP. En Estados Unidos, las instituciones que deban presentar un SAR pueden citar **CNBV-2026-A-006** en el campo 2.`,
        `This advisory gives guidance and creates no obligations. What is unusual is submitted as an ROI, and what involves the institution’s staff as an ROIP. In the United States, institutions required to file a SAR may cite **CNBV-2026-A-006** in field 2.`,
      ),
    ),
  ],
  groups: [
    group("behavior", both("Cómo se comporta el dinero", "How the money behaves")),
    group("links", both("Con quién se vincula", "Who it is linked to")),
  ],
  redFlags: [
    redFlag(1, {
      group: "behavior",
      heading: both("La empresa que no gasta", "The company that does not spend"),
      text: both(
        "En 90 días de operación con ingresos superiores a 1,000,000 de pesos, la empresa no registra en ninguna de sus cuentas conocidas pagos de nómina, renta, servicios, insumos o impuestos.",
        "Over 90 days of operation with income above 1,000,000 pesos, the company shows no payments for payroll, rent, utilities, supplies, or taxes in any of its known accounts.",
      ),
      data: both(
        "Cargos clasificados por concepto; declaración del cliente sobre sus cuentas en otras instituciones.",
        "Debits classified by purpose; the customer’s statement of its accounts elsewhere.",
      ),
      falsePositive: both(
        "Muchas empresas pagan sus gastos desde otro banco: preguntar antes de alertar.",
        "Many companies pay their expenses from another bank: ask before alerting.",
      ),
      control: both(
        "Indicador trimestral de gasto de operación entre ingreso, con umbral por giro.",
        "Quarterly ratio of operating expense to income, with a threshold for each line of business.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [2, 4],
      amltrix: ["T0001", "T0022"],
    }),
    redFlag(2, {
      group: "behavior",
      heading: both("Paso inmediato", "Straight through"),
      text: both(
        "Más de 95 % de lo recibido sale en menos de 24 horas hacia sociedades de reciente constitución que, a su vez, hacen lo mismo.",
        "More than 95% of what is received leaves in less than 24 hours to recently formed companies that, in turn, do the same.",
      ),
      data: both(
        "Tiempo de permanencia del saldo; antigüedad de las contrapartes.",
        "How long balances stay; age of counterparties.",
      ),
      falsePositive: both(
        "Tesorerías de grupo, agregadores de pago y administradoras de nómina también vacían su cuenta, pero hacia destinos declarados.",
        "Group treasuries, payment aggregators, and payroll managers also empty their accounts, but to declared destinations.",
      ),
      control: both(
        "Seguir el segundo salto: alertar solo si la contraparte también vacía su cuenta.",
        "Follow the second hop: alert only if the counterparty empties its account too.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [1],
      amltrix: ["T0070.001", "T0039"],
    }),
    redFlag(3, {
      group: "behavior",
      heading: both("Vuelta en efectivo", "Back in cash"),
      text: both(
        "Personas físicas que reciben de la empresa retiran en efectivo casi todo en los 3 días siguientes, con montos que se repiten y en cajeros cercanos entre sí.",
        "Individuals paid by the company withdraw nearly everything in cash over the next 3 days, in repeated amounts and from ATMs close to one another.",
      ),
      data: both(
        "Retiros en cajero por beneficiario de la empresa.",
        "ATM withdrawals by each payee of the company.",
      ),
      falsePositive: both(
        "La nómina de obra o de campo se retira completa, pero con montos distintos y calendario semanal.",
        "Construction or farm payroll is withdrawn whole, but in varying amounts and on a weekly schedule.",
      ),
      control: both(
        "Comparar la hora y la plaza de los retiros entre beneficiarios de un mismo pagador.",
        "Compare the time and place of withdrawals across payees of the same payer.",
      ),
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [2],
      amltrix: ["T0011", "T0105"],
    }),
    redFlag(4, {
      group: "behavior",
      heading: both("Vida corta y relevo", "Short life and handover"),
      text: both(
        "La empresa deja de operar entre los meses 8 y 14 y, en los 30 días siguientes, sus clientes empiezan a pagar a otra sociedad con el mismo concepto.",
        "The company stops operating between months 8 and 14 and, within the next 30 days, its customers begin paying another company for the same stated purpose.",
      ),
      data: both(
        "Contrapartes que migran en bloque; fecha de constitución.",
        "Counterparties that migrate as a block; date of incorporation.",
      ),
      falsePositive: both(
        "Fusiones y escisiones también trasladan clientela; constan en instrumento público.",
        "Mergers and spin-offs also move customers; they are recorded in a public deed.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [1, 6],
      amltrix: ["T0001.002"],
    }),
    redFlag(5, {
      group: "links",
      heading: both("Una mano, muchas firmas", "One hand, many signatures"),
      text: both(
        "Un mismo dispositivo o una misma sesión ordena pagos de cinco o más sociedades que no declaran pertenecer a un grupo ni a un despacho.",
        "The same device or session orders payments for five or more companies that declare neither a common group nor a shared accounting firm.",
      ),
      data: both(
        "Huella de dispositivo y dirección IP por sesión.",
        "Device fingerprint and IP address per session.",
      ),
      falsePositive: both(
        "Los despachos contables operan la banca de sus clientes: basta con registrarlos como terceros autorizados.",
        "Accounting firms run their clients’ banking: registering them as authorized third parties is enough.",
      ),
      control: both(
        "Padrón de terceros autorizados, con alerta para los que no estén en él.",
        "Register of authorized third parties, with an alert for those not on it.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [2, 4],
      amltrix: ["T0001", "T0038"],
    }),
    redFlag(6, {
      group: "links",
      heading: both("Listado definitivo", "The final list"),
      text: both(
        "El cliente, su apoderado o una contraparte que representa más de 30 % de sus ingresos figura en el listado definitivo del artículo 69-B.",
        "The customer, its representative, or a counterparty accounting for more than 30% of its income appears on the final article 69-B list.",
      ),
      data: both(
        "Listado público con clave de registro fiscal; ingresos por contraparte.",
        "Public list with tax registration key; income by counterparty.",
      ),
      falsePositive: both(
        "Presunto no es definitivo, y la homonimia se descarta con la clave fiscal.",
        "Presumed is not final, and name matches are ruled out with the tax key.",
      ),
      control: both(
        "Cruce semanal automático por clave fiscal, nunca por nombre.",
        "Automatic weekly match by tax key, never by name.",
      ),
      at: ["onboarding", "monitoring"],
      strength: "strong",
      with: [1, 2],
      amltrix: ["T0001", "T0147"],
    }),
    redFlag(7, {
      group: "links",
      heading: both("Prestanombre sin medios", "A front man without means"),
      text: both(
        "El accionista o administrador único trabaja en otro lugar por un salario bajo, desconoce el giro de la empresa o no puede nombrar a un solo cliente.",
        "The sole shareholder or director works elsewhere for a low wage, does not know the company’s line of business, or cannot name a single customer.",
      ),
      data: both(
        "Entrevista de conocimiento del cliente; ocupación declarada.",
        "Know-your-customer interview; declared occupation.",
      ),
      falsePositive: both(
        "Quien emprende suele conservar su empleo el primer año; conoce, eso sí, su negocio.",
        "Entrepreneurs often keep their job for the first year; they do, however, know their business.",
      ),
      at: ["onboarding", "branch"],
      strength: "moderate",
      with: [5],
      amltrix: ["T0038", "T0088"],
    }),
  ],
  typologies: ["shell-companies", "money-mules"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Áreas de banca empresarial", "Business banking units"),
    both("Equipos de modelos y monitoreo", "Modeling and monitoring teams"),
  ],
  priorities: ["corruption", "fraud"],
  predicates: [both("Delitos fiscales", "Tax crimes"), both("Corrupción", "Corruption")],
  corridors: [
    ["MX", "MX"],
    ["MX", "US"],
  ],
  sectors: ["bank", "credit-union", "fintech", "broker"],
  products: [
    both("Cuentas empresariales", "Business accounts"),
    both("Banca por internet", "Online banking"),
    both("Retiro de efectivo en cajero", "ATM cash withdrawal"),
  ],
  legalBasis: both(
    "Artículo 115 de la Ley de Instituciones de Crédito y Disposiciones de carácter general; artículo 69-B del Código Fiscal de la Federación.",
    "Article 115 of the Credit Institutions Law and its general provisions; article 69-B of the Federal Tax Code.",
  ),
  validFrom: "2026-04-14",
  reviewBy: "2027-04-14",
  relations: [{ kind: "replaces", number: "CNBV-2025-A-005", inForce: false }],
  contact: both("Contacto: avisos@cnbv.example", "Contact: avisos@cnbv.example"),
  us: {
    keyTerms: [{ printed: "CNBV-2026-A-006" }],
    fields: ["SAR field 2 (Filing Institution Note to FinCEN)", "SAR narrative"],
  },
  mx: {
    reportTypes: ["ROI", "ROIP"],
    suggestedWording: both(
      "Posible facturación simulada (CNBV-2026-A-006). Precisar qué gasto de operación falta, cuánto permanece el saldo, quién ordena y dónde termina el efectivo.",
      "Possible simulated invoicing (CNBV-2026-A-006). Specify which operating expense is missing, how long balances stay, who gives the orders, and where the cash ends up.",
    ),
  },
});

export const shellCompanies: DemoAdvisory = {
  slug: "shell-companies",
  number,
  lead: "CNBV",
  joint: [],
  versions: [first],
  publishedOn: ["2026-04-14"],
};
