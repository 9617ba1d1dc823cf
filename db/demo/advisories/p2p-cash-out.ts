import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "FIN-2026-A017";
const { advisory, group, id, redFlag, section } = pen({
  slug: "p2p-cash-out",
  number,
  lead: "FinCEN",
  joint: ["UIF"],
});

const first = advisory({
  type: "advisory",
  aliases: ["UIF-2026-AV-006"],
  title: both(
    "Pagos entre personas que terminan en remesas: conversión a efectivo en el corredor Estados Unidos–México",
    "Person-to-Person Payments That End as Remittances: Cash-Out in the United States–Mexico Corridor",
  ),
  summary: both(
    "Vendedores de droga al menudeo y defraudadores cobran con aplicaciones de pago entre personas (P2P). El saldo se reúne en pocas cuentas, se convierte en remesas de montos comunes y se paga en efectivo en México a personas reclutadas para cobrarlas. FinCEN y la UIF describen el esquema completo, con señales para quien ve el pago, para quien envía la remesa y para quien la paga.",
    "Street-level drug dealers and fraudsters collect through person-to-person (P2P) payment apps. The balance gathers in a few accounts, turns into remittances of ordinary size, and is paid out in cash in Mexico to people recruited to collect it. FinCEN and UIF describe the whole scheme, with red flags for whoever sees the payment, whoever sends the remittance, and whoever pays it out.",
  ),
  sections: [
    section(
      "background",
      both("Dos sistemas que no se miran", "Two systems that do not look at each other"),
      both(
        `El análisis de tendencias que FinCEN publicó en abril de 2025 reunió 1,246 reportes relacionados con fentanilo presentados en 2024, por cerca de 1,400 millones de dólares. Los pagos entre personas aparecían en 51 % de ellos. Lo que ese análisis no podía ver es qué ocurre cuando el saldo sale de la aplicación.

Una parte sale como remesa. El corredor entre Estados Unidos y México es uno de los mayores del mundo, y casi todo lo que circula por él es salario. Por esa razón ofrece un escondite: una remesa de 380 dólares no llama la atención de nadie, ni debe llamarla por sí sola.

Este aviso propone mirar la unión de los dos sistemas, no la remesa.`,
        `The trend analysis that FinCEN published in April 2025 brought together 1,246 fentanyl-related reports filed in 2024, worth about $1.4 billion. Person-to-person payments appeared in 51% of them. What that analysis could not see is what happens when the balance leaves the app.

Part of it leaves as remittances. The corridor between the United States and Mexico is one of the largest in the world, and nearly everything that travels along it is wages. For that reason it offers a hiding place: a remittance of $380 draws nobody’s attention, nor should it on its own.

This advisory proposes looking at the seam between the two systems, not at the remittance.`,
      ),
    ),
    section(
      "methodology",
      both("Del teléfono a la ventanilla", "From the phone to the counter"),
      both(
        `1. **Cobro.** El vendedor recibe de 20 a 60 pagos al día, de entre 20 y 200 dólares, con emojis o palabras sueltas como concepto.
2. **Reunión.** Cada noche el saldo pasa a una cuenta bancaria o a una tarjeta prepagada que recibe de otros vendedores.
3. **Conversión.** Con ese saldo se pagan remesas en línea o en agencia, de 300 a 900 dólares cada una, a nombre de remitentes que no se repiten.
4. **Pago.** En México, un coordinador acompaña a los beneficiarios a cobrar y recoge el efectivo; cada uno recibe de 150 a 300 pesos.

El esquema se reconoce por los extremos: muchos remitentes que comparten un medio de pago y muchos beneficiarios que comparten un coordinador.`,
        `1. **Collection.** The seller receives 20 to 60 payments a day, of $20 to $200 each, with emojis or stray words as the purpose.
2. **Gathering.** Every night the balance moves to a bank account or prepaid card that also receives from other sellers.
3. **Conversion.** That balance pays for remittances, online or at an agency, of $300 to $900 each, in the names of senders who do not recur.
4. **Payout.** In Mexico, a coordinator goes with the beneficiaries to collect and takes the cash; each one receives 150 to 300 pesos.

The scheme is recognized by its ends: many senders who share a payment method, and many beneficiaries who share a coordinator.`,
      ),
    ),
    section(
      "case-study",
      both("Un caso ilustrativo (inventado)", "An illustrative case (invented)"),
      both(
        `Una tarjeta prepagada paga, en 26 días, 143 remesas enviadas desde la misma aplicación por 143 remitentes, por un total de 74,360 dólares. Los remitentes tienen direcciones en 11 estados, pero todos los envíos salen de dos dispositivos. En México, 96 beneficiarios cobran en cuatro sucursales de un mismo municipio, casi siempre entre las 9 y las 11 de la mañana.

El transmisor detuvo los envíos nuevos de los dos dispositivos. No tocó las cuentas de los remitentes: al llamarles, 58 dijeron que alguien había usado su identificación.`,
        `Over 26 days, one prepaid card pays for 143 remittances sent from the same app by 143 senders, for a total of $74,360. The senders have addresses in 11 states, but every transfer comes from two devices. In Mexico, 96 beneficiaries collect at four branches in a single municipality, nearly always between 9 and 11 in the morning.

The transmitter stopped new transfers from the two devices. It left the senders’ accounts alone: when called, 58 said that someone had used their identification.`,
      ),
    ),
    section(
      "guidance",
      both("Cuidar la remesa", "Protecting the remittance"),
      both(
        `- Ninguna señal de este aviso se refiere al monto, la frecuencia o el destino de una remesa familiar.
- Actuar sobre el dispositivo, el medio de pago o el coordinador antes que sobre remitentes o beneficiarios.
- No pedir documentos migratorios: no los exige la norma ni aportan al análisis.
- Al beneficiario que cobra por encargo, explicarle el riesgo; suele aceptar por necesidad.
- Evitar topes generales por corredor: castigan a todos y los organizadores los sortean en un día.`,
        `- No red flag in this advisory concerns the amount, frequency, or destination of a family remittance.
- Act on the device, the payment method, or the coordinator before acting on senders or beneficiaries.
- Do not ask for immigration documents: the rules do not require them, and they add nothing to the analysis.
- Explain the risk to beneficiaries who collect on someone’s behalf; most agree to it out of need.
- Avoid general caps by corridor: they punish everyone, and organizers get around them in a day.`,
      ),
    ),
    section(
      "filing",
      both("Reporte en los dos países", "Reporting in both countries"),
      both(
        `En Estados Unidos se solicita el término clave **FIN-2026-P2PREMIT** en el campo 2 y en la narrativa del SAR, con los identificadores de dispositivo y de medio de pago. En México, los transmisores de dinero y los bancos pagadores remiten como ROI lo que se dictamine inusual, y citan **FIN-2026-A017** en la descripción de la operación. El aviso no crea obligaciones nuevas en ninguno de los dos países.`,
        `In the United States, the key term **FIN-2026-P2PREMIT** is requested in field 2 and in the SAR narrative, with device and payment method identifiers. In Mexico, money transmitters and paying banks submit as an ROI what is determined to be unusual, and cite **FIN-2026-A017** in the description of the transaction. The advisory creates no new obligations in either country.`,
      ),
    ),
  ],
  groups: [
    group("payment", both("Quien ve el pago", "Whoever sees the payment")),
    group("sending", both("Quien envía la remesa", "Whoever sends the remittance")),
    group("payout", both("Quien la paga", "Whoever pays it out")),
  ],
  redFlags: [
    redFlag(1, {
      group: "payment",
      heading: both("Ventas sin comercio", "Sales without a shop"),
      text: both(
        "Una cuenta personal recibe 20 o más pagos al día de contrapartes distintas, en importes redondos de entre 20 y 200 dólares, durante al menos 10 días de un mes.",
        "A personal account receives 20 or more payments a day from different counterparties, in round amounts of $20 to $200, on at least 10 days in a month.",
      ),
      data: both(
        "Pagos por día, contrapartes distintas, importe.",
        "Payments per day, distinct counterparties, amount.",
      ),
      falsePositive: both(
        "Vendedores de comida, músicos y niñeras cobran igual; tienen clientela que vuelve y horario regular.",
        "Food vendors, musicians, and babysitters are paid the same way; they have returning customers and regular hours.",
      ),
      control: both(
        "Ofrecer la migración a cuenta de negocio: quien vende en regla suele aceptarla.",
        "Offer migration to a business account: those who sell lawfully usually accept it.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [2],
      amltrix: ["T0134.001", "T0142"],
    }),
    redFlag(2, {
      group: "payment",
      heading: both("Vaciado nocturno hacia un mismo punto", "Nightly sweep to a single point"),
      text: both(
        "Tres o más cuentas con la señal 1 transfieren su saldo cada noche a la misma cuenta o tarjeta prepagada.",
        "Three or more accounts showing red flag 1 transfer their balance every night to the same account or prepaid card.",
      ),
      data: both(
        "Destino de los retiros de la aplicación; hora.",
        "Destination of app withdrawals; time of day.",
      ),
      falsePositive: both(
        "Los empleados de un negocio familiar entregan la venta del día al mismo dueño.",
        "Employees of a family business hand over the day’s sales to the same owner.",
      ),
      control: both(
        "Consultar el destino entre cuentas, no cuenta por cuenta.",
        "Look up destinations across accounts, not account by account.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [1, 3],
      amltrix: ["T0083", "T0134.001"],
    }),
    redFlag(3, {
      group: "sending",
      heading: both("Un medio de pago, muchos remitentes", "One payment method, many senders"),
      text: both(
        "La misma tarjeta o cuenta paga remesas de 15 o más remitentes distintos en 30 días.",
        "The same card or account pays for remittances by 15 or more different senders within 30 days.",
      ),
      data: both("Huella del medio de pago por remitente.", "Payment method fingerprint by sender."),
      falsePositive: both(
        "Un empleador o un familiar paga los envíos de quienes no tienen tarjeta; rara vez son tantos.",
        "An employer or relative pays for the transfers of people without a card; seldom are there so many.",
      ),
      control: both(
        "Límite de remitentes por medio de pago, con vía de excepción documentada.",
        "Cap on senders per payment method, with a documented path for exceptions.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [2, 4],
      amltrix: ["T0016.003", "T0073"],
    }),
    redFlag(4, {
      group: "sending",
      heading: both("Muchos remitentes, un dispositivo", "Many senders, one device"),
      text: both(
        "Cinco o más perfiles de remitente, con domicilios en estados distintos, operan desde el mismo dispositivo o la misma dirección IP en 7 días.",
        "Five or more sender profiles, with addresses in different states, operate from the same device or IP address within 7 days.",
      ),
      data: both(
        "Huella de dispositivo, dirección IP, domicilio.",
        "Device fingerprint, IP address, home address.",
      ),
      falsePositive: both(
        "Cibercafés, bibliotecas y organizaciones de apoyo prestan su equipo: reconocerlos por nombre.",
        "Internet cafés, libraries, and support groups lend their equipment: recognize them by name.",
      ),
      control: both(
        "Confirmar identidad con prueba de vida en el segundo perfil de un mismo dispositivo.",
        "Confirm identity with a liveness check on the second profile of a device.",
      ),
      at: ["onboarding", "monitoring"],
      strength: "strong",
      with: [3],
      amltrix: ["T0016.003", "T0135"],
    }),
    redFlag(5, {
      group: "sending",
      heading: both("Identidad prestada o robada", "Identity lent or stolen"),
      text: both(
        "El remitente no reconoce el envío cuando se le llama al teléfono que consta en su expediente o en operaciones anteriores.",
        "The sender does not recognize the transfer when called at the number on file or from earlier transactions.",
      ),
      data: both("Teléfono de operaciones previas.", "Phone number from prior transactions."),
      falsePositive: both(
        "Hay quien niega por temor; la llamada debe hacerse en su idioma y explicar su motivo.",
        "Some deny it out of fear; the call should be made in their language and explain its reason.",
      ),
      at: ["case-review"],
      strength: "moderate",
      with: [4],
      amltrix: ["T0075", "T0023"],
    }),
    redFlag(6, {
      group: "payout",
      heading: both("Cobro en fila", "Collecting in line"),
      text: both(
        "Diez o más beneficiarios sin parentesco cobran en la misma sucursal en un lapso de 2 horas, acompañados o vigilados por la misma persona.",
        "Ten or more unrelated beneficiaries collect at the same branch within 2 hours, accompanied or watched by the same person.",
      ),
      data: both(
        "Hora y sucursal de pago; observación de ventanilla.",
        "Time and branch of payout; teller observation.",
      ),
      falsePositive: both(
        "En comunidades pequeñas se viaja en grupo a cobrar; sus remitentes son familiares, distintos en cada caso.",
        "In small communities people travel together to collect; their senders are relatives, a different one in each case.",
      ),
      control: both(
        "Nota breve y neutral en el sistema de pago, que otra sucursal pueda ver.",
        "Brief, neutral note in the payout system that another branch can see.",
      ),
      at: ["branch"],
      strength: "strong",
      with: [3, 7],
      amltrix: ["T0011", "T0016.005"],
    }),
    redFlag(7, {
      group: "payout",
      heading: both("Beneficiario rotativo", "The rotating beneficiary"),
      text: both(
        "Una persona cobra en 60 días remesas de ocho o más remitentes que también enviaron a otras personas que cobran en la misma sucursal.",
        "Within 60 days, one person collects remittances from eight or more senders who also sent to other people who collect at the same branch.",
      ),
      data: both(
        "Red de remitentes y beneficiarios a dos saltos.",
        "Two-hop network of senders and beneficiaries.",
      ),
      falsePositive: both(
        "Abuelas y tíos cobran por toda la familia: los apellidos y el domicilio lo muestran.",
        "Grandmothers and uncles collect for the whole family: surnames and address show it.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [6],
      amltrix: ["T0011", "T0016.003"],
    }),
  ],
  typologies: ["cross-border-transfers", "money-mules", "structuring"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Equipos de producto de pagos entre personas", "Person-to-person payment product teams"),
    both("Redes de agentes y pagadores", "Agent and payer networks"),
  ],
  priorities: ["drug-trafficking", "fraud"],
  predicates: [both("Delitos contra la salud", "Drug trafficking"), both("Fraude", "Fraud")],
  corridors: [["US", "MX"]],
  sectors: ["bank", "fintech", "money-transmitter", "exchange-house"],
  products: [
    both("Pagos entre personas", "Person-to-person payments"),
    both("Remesas", "Remittances"),
    both("Tarjetas prepagadas", "Prepaid cards"),
  ],
  legalBasis: both(
    "31 U.S.C. 5318(g), 31 CFR 1022.320 y 31 CFR 1020.320 en Estados Unidos; artículos 95 Bis de la Ley General de Organizaciones y Actividades Auxiliares del Crédito y 115 de la Ley de Instituciones de Crédito en México.",
    "31 U.S.C. 5318(g), 31 CFR 1022.320, and 31 CFR 1020.320 in the United States; article 95 Bis of the General Law on Auxiliary Credit Organizations and Activities and article 115 of the Credit Institutions Law in Mexico.",
  ),
  validFrom: "2026-12-08",
  reviewBy: "2027-12-08",
  relations: [
    { kind: "builds-on", number: "UIF-2026-AV-005", inForce: true },
    { kind: "builds-on", number: "CNBV-2026-A-007", inForce: true },
  ],
  contact: both(
    "Contacto: advisories@fincen.example y avisos@uif.example",
    "Contact: advisories@fincen.example and avisos@uif.example",
  ),
  us: {
    keyTerms: [{ printed: "FIN-2026-P2PREMIT" }],
    fields: ["SAR field 2 (Filing Institution Note to FinCEN)", "SAR narrative"],
  },
  mx: {
    reportTypes: ["ROI"],
    suggestedWording: both(
      "Posible conversión de pagos entre personas en remesas (FIN-2026-A017). Describir el medio de pago o dispositivo común, el número de remitentes y beneficiarios y la forma de cobro; no calificar a remitentes ni beneficiarios.",
      "Possible conversion of person-to-person payments into remittances (FIN-2026-A017). Describe the shared payment method or device, the number of senders and beneficiaries, and how payout took place; do not characterize senders or beneficiaries.",
    ),
  },
});

export const p2pCashOut: DemoAdvisory = {
  slug: "p2p-cash-out",
  number,
  lead: "FinCEN",
  joint: ["UIF"],
  versions: [first],
  publishedOn: [],
  draftInClearance: true,
  draftComments: [
    {
      path: `redFlags/${id("flag/6")}/text`,
      by: "uif-legal",
      body: "En municipios pequeños la gente viaja junta a cobrar. ¿Podemos pedir, además del lapso, que los remitentes compartan medio de pago (señal 3)? Así no señalamos a familias que comparten camioneta.",
    },
  ],
};
