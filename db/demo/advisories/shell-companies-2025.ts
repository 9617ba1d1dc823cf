import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "CNBV-2025-A-005";
const { advisory, group, redFlag, section } = pen({
  slug: "shell-companies-2025",
  number,
  lead: "CNBV",
});

const first = advisory({
  type: "advisory",
  title: both(
    "Empresas fachada y comercio de facturas que amparan operaciones simuladas",
    "Shell Companies and the Sale of Invoices for Simulated Transactions",
  ),
  summary: both(
    "Redes de empresas sin activos, sin personal y sin infraestructura emiten comprobantes fiscales por servicios que nadie prestó. El cliente paga la factura por transferencia, recupera el dinero en efectivo menos una comisión y deduce un gasto inexistente. Este aviso describe el esquema y propone siete señales de alerta.",
    "Networks of companies with no assets, no staff, and no premises issue tax invoices for services nobody provided. The customer pays the invoice by transfer, gets the money back in cash less a commission, and deducts an expense that never existed. This advisory describes the scheme and proposes seven red flags.",
  ),
  sections: [
    section(
      "background",
      both("El mercado de las facturas", "The market in invoices"),
      both(
        `La factura falsa es, antes que nada, una mercancía. Se vende por porcentaje: quien la compra paga entre 4 % y 12 % de su importe y obtiene a cambio un comprobante con sello digital válido, una transferencia que parece pago y un sobre con efectivo.

El artículo 69-B del Código Fiscal de la Federación permite a la autoridad fiscal presumir inexistentes las operaciones de un emisor que carece de activos, personal o capacidad. El listado que resulta es público, pero llega después de los hechos: para cuando una empresa aparece en él, la red suele operar con otra.

El esquema sirve al fraude fiscal, al desvío de recursos públicos y también al lavado de dinero, porque el efectivo que se devuelve al comprador de facturas necesita una fuente y las organizaciones delictivas la tienen.`,
        `A false invoice is, above all, merchandise. It is sold for a percentage: the buyer pays 4% to 12% of its face value and receives in exchange a document with a valid digital seal, a transfer that looks like a payment, and an envelope of cash.

Article 69-B of the Federal Tax Code allows the tax authority to presume that the transactions of an issuer lacking assets, staff, or capacity do not exist. The resulting list is public, but it comes after the fact: by the time a company appears on it, the network is usually operating with another.

The scheme serves tax fraud, the diversion of public funds, and money laundering too, because the cash returned to the buyer of invoices needs a source, and criminal organizations have one.`,
      ),
    ),
    section(
      "methodology",
      both("Cómo circula el dinero", "How the money circulates"),
      both(
        `- **Emisoras.** Facturan servicios difíciles de verificar: consultoría, publicidad, capacitación, subcontratación.
- **Puente.** Reciben el pago y lo reenvían el mismo día a otras dos o tres sociedades, con el mismo apoderado o el mismo equipo de cómputo.
- **Salida.** Cuentas de personas físicas, a veces con tarjetas de nómina, donde el dinero se retira en efectivo.
- **Devolución.** El efectivo se entrega al comprador de la factura y el círculo se cierra.

Cada sociedad vive de 8 a 14 meses y desaparece justo antes de su primera declaración anual.`,
        `- **Issuers.** They bill services that are hard to verify: consulting, advertising, training, outsourcing.
- **Bridge.** They receive the payment and forward it the same day to two or three other companies, with the same representative or the same computer.
- **Exit.** Individuals’ accounts, sometimes with payroll cards, where the money is withdrawn in cash.
- **Return.** The cash is handed to the buyer of the invoice and the circle closes.

Each company lives for 8 to 14 months and vanishes just before its first annual return.`,
      ),
    ),
    section(
      "guidance",
      both("Medidas sugeridas", "Suggested measures"),
      both(
        `Se sugiere a las entidades consultar el listado del artículo 69-B al abrir cuentas empresariales y en cada actualización del expediente, y revisar con mayor frecuencia a las sociedades con domicilio compartido y objeto social amplio.

Cuando concurran dos o más señales, la entidad debe valorar si conserva la relación. La decisión se toma caso por caso y queda documentada en el expediente.`,
        `Institutions are encouraged to check the article 69-B list when opening business accounts and whenever the customer file is updated, and to review more often companies with a shared address and a broad corporate purpose.

When two or more red flags coincide, the institution should weigh whether to keep the relationship. The decision is made case by case and documented in the customer file.`,
      ),
    ),
    section(
      "filing",
      both("Reporte", "Reporting"),
      both(
        `Las operaciones que el Comité dictamine como inusuales se remiten como ROI; la participación de personal propio, como ROIP. Las instituciones de Estados Unidos que observen pagos a estas redes pueden describirlas en la narrativa del SAR como facturación simulada.`,
        `Transactions the Committee determines to be unusual are submitted as an ROI; the involvement of the institution’s own staff, as an ROIP. U.S. institutions that observe payments to these networks may describe them in the SAR narrative as simulated invoicing.`,
      ),
    ),
  ],
  groups: [
    group("company", both("La empresa", "The company")),
    group("money", both("El dinero", "The money")),
  ],
  redFlags: [
    redFlag(1, {
      group: "company",
      text: both(
        "La empresa comparte domicilio con otras diez o más sociedades clientes de la misma institución.",
        "The company shares its address with ten or more other companies that are customers of the same institution.",
      ),
      data: both("Domicilio fiscal y de contacto.", "Tax and contact address."),
      falsePositive: both(
        "Los despachos contables domicilian a varias empresas.",
        "Accounting firms lend their address to several companies.",
      ),
      at: ["onboarding"],
      strength: "moderate",
      with: [2],
      amltrix: ["T0001"],
    }),
    redFlag(2, {
      group: "company",
      text: both(
        "El objeto social abarca actividades sin relación entre sí y no hay empleados registrados ante la seguridad social.",
        "The corporate purpose covers unrelated activities, and no employees are registered with social security.",
      ),
      data: both(
        "Acta constitutiva; número de empleados.",
        "Articles of incorporation; number of employees.",
      ),
      falsePositive: both(
        "Una empresa recién constituida puede no haber contratado aún.",
        "A newly formed company may not have hired anyone yet.",
      ),
      at: ["onboarding"],
      strength: "contextual",
      with: [1],
      amltrix: ["T0001", "T0014.003"],
    }),
    redFlag(3, {
      group: "company",
      text: both(
        "La empresa, su emisor o su apoderado figura en el listado definitivo del artículo 69-B.",
        "The company, its invoice issuer, or its representative appears on the final article 69-B list.",
      ),
      data: both("Listado público de la autoridad fiscal.", "Public list kept by the tax authority."),
      falsePositive: both(
        "La homonimia es frecuente; se confirma con la clave del registro fiscal.",
        "Name matches are frequent; confirm with the tax registration key.",
      ),
      control: both(
        "Consulta semanal del listado contra la base de clientes y contrapartes frecuentes.",
        "Weekly check of the list against customers and frequent counterparties.",
      ),
      at: ["onboarding", "monitoring"],
      strength: "strong",
      amltrix: ["T0001", "T0147"],
    }),
    redFlag(4, {
      group: "money",
      text: both(
        "Los abonos salen el mismo día en su totalidad hacia sociedades con el mismo apoderado.",
        "Credits leave in full on the same day to companies with the same representative.",
      ),
      data: both("Saldos diarios; apoderados.", "Daily balances; representatives."),
      falsePositive: both(
        "Las tesorerías de grupo concentran saldos cada noche.",
        "Group treasuries sweep balances every night.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [5],
      amltrix: ["T0070.001", "T0039"],
    }),
    redFlag(5, {
      group: "money",
      text: both(
        "No hay pagos de renta, luz, nómina ni impuestos durante 90 días de operación.",
        "There are no payments for rent, electricity, payroll, or taxes over 90 days of operation.",
      ),
      data: both("Cargos por concepto.", "Debits by purpose."),
      falsePositive: both(
        "La empresa puede pagar sus gastos desde otra institución; conviene preguntarlo.",
        "The company may pay its expenses from another institution; it is worth asking.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [4],
      amltrix: ["T0001", "T0022"],
    }),
    redFlag(6, {
      group: "money",
      text: both(
        "Personas físicas con ocupación de estudiante o empleado reciben de estas sociedades y retiran en efectivo más de 80 % de lo recibido.",
        "Individuals whose occupation is student or employee receive funds from these companies and withdraw more than 80% of them in cash.",
      ),
      data: both("Ocupación; razón de retiro a abono.", "Occupation; ratio of withdrawals to credits."),
      falsePositive: both(
        "Los trabajadores eventuales cobran y retiran su salario completo.",
        "Casual workers are paid and withdraw their whole wage.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [4],
      amltrix: ["T0011", "T0105"],
    }),
    redFlag(7, {
      group: "money",
      text: both(
        "La facturación crece más de 300 % de un trimestre a otro sin cambio en personal ni proveedores.",
        "Billing grows by more than 300% from one quarter to the next with no change in staff or suppliers.",
      ),
      data: both("Abonos trimestrales.", "Quarterly credits."),
      falsePositive: both(
        "Un contrato público auténtico tiene el mismo efecto; se verifica en el portal de compras.",
        "A genuine public contract has the same effect; it can be verified on the procurement portal.",
      ),
      at: ["monitoring"],
      strength: "contextual",
      amltrix: ["T0001.002", "T0008"],
    }),
  ],
  typologies: ["shell-companies"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Áreas de apertura de cuentas empresariales", "Business account opening units"),
  ],
  priorities: ["corruption", "fraud"],
  predicates: [both("Delitos fiscales", "Tax crimes"), both("Corrupción", "Corruption")],
  corridors: [["MX", "MX"]],
  sectors: ["bank", "fintech", "broker"],
  products: [
    both("Cuentas empresariales", "Business accounts"),
    both("Dispersión de nómina", "Payroll disbursement"),
  ],
  legalBasis: both(
    "Artículo 115 de la Ley de Instituciones de Crédito; artículo 69-B del Código Fiscal de la Federación.",
    "Article 115 of the Credit Institutions Law; article 69-B of the Federal Tax Code.",
  ),
  validFrom: "2025-06-03",
  reviewBy: "2026-06-03",
  relations: [],
  contact: both("Contacto: avisos@cnbv.example", "Contact: avisos@cnbv.example"),
  us: { keyTerms: [], fields: ["SAR narrative"] },
  mx: {
    reportTypes: ["ROI", "ROIP"],
    suggestedWording: both(
      "Posible facturación de operaciones simuladas; identificar emisora, puente y cuentas de salida.",
      "Possible invoicing of simulated transactions; identify issuer, bridge, and exit accounts.",
    ),
  },
});

export const shellCompanies2025: DemoAdvisory = {
  slug: "shell-companies-2025",
  number,
  lead: "CNBV",
  joint: [],
  versions: [first],
  publishedOn: ["2025-06-03"],
  withdrawn: {
    on: "2026-04-14",
    reason: both(
      "Las señales 1 y 2, leídas por separado, llevaron a cerrar cuentas de empresas pequeñas que comparten oficina y no tienen relación con el esquema. La retroalimentación de las instituciones y una revisión de la CNBV confirmaron que describían una práctica común, no un riesgo. Consulte el aviso CNBV-2026-A-006.",
      "Read on their own, red flags 1 and 2 led institutions to close the accounts of small businesses that share an office and have nothing to do with the scheme. Feedback from institutions and a review by CNBV confirmed that they described a common practice, not a risk. See advisory CNBV-2026-A-006.",
    ),
    replacedBy: "CNBV-2026-A-006",
  },
};
