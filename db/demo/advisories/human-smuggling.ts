import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "UIF-2026-AV-005";
const { advisory, group, redFlag, section } = pen({
  slug: "human-smuggling",
  number,
  lead: "UIF",
  inCoordination: ["FinCEN"],
});

const first = advisory({
  type: "advisory",
  title: both(
    "Pagos asociados al tráfico de migrantes: cobro, logística y dispersión",
    "Payments Linked to Human Smuggling: Collection, Logistics, and Dispersal",
  ),
  summary: both(
    "Las redes de tráfico de migrantes cobran por tramos y casi siempre a los familiares, no a quien viaja. El dinero entra en montos pequeños desde muchos lugares, se junta en cuentas de las ciudades donde termina cada tramo y paga hospedaje, transporte y vigilancia antes de llegar a quien organiza. Este aviso describe esas tres etapas y explica cómo detectarlas sin tratar como sospechosos a los migrantes ni a quienes les envían dinero.",
    "Human smuggling networks charge by the leg of the journey and nearly always bill the family rather than the traveler. The money comes in as small sums from many places, gathers in accounts in the cities where each leg ends, and pays for lodging, transport, and lookouts before it reaches the organizer. This advisory describes those three stages and explains how to detect them without treating migrants, or those who send them money, as suspects.",
  ),
  sections: [
    section(
      "background",
      both("El negocio detrás del trayecto", "The business behind the journey"),
      both(
        `El tráfico de migrantes no es trata de personas: en el primero se vende un cruce ilegal; en la segunda se explota a una persona, con o sin frontera de por medio. Los dos delitos pueden enlazarse cuando la deuda del viaje se cobra con trabajo forzado, y por eso conviene revisar ambos.

La alerta FIN-2023-Alert001 estimó que en la frontera suroeste de Estados Unidos el tráfico de migrantes genera de 2,000 millones a 6,000 millones de dólares al año. Buena parte de esos ingresos cruza por instituciones mexicanas: el depósito del familiar, la renta de la casa de seguridad, el boleto de autobús, la cuota que se paga por usar la plaza.

La UIF emite este aviso en coordinación con FinCEN. Complementa la alerta de 2023, cuyas señales siguen vigentes, con lo que se observa del lado sur: el cobro por tramos y el gasto logístico.`,
        `Human smuggling is not human trafficking: the former sells an illegal crossing, while the latter exploits a person, with or without a border in between. The two crimes can meet when the debt of the journey is collected through forced labor, so it pays to consider both.

Alert FIN-2023-Alert001 estimated that smuggling along the southwest border of the United States brings in $2 billion to $6 billion a year. Much of that revenue passes through Mexican institutions: the relative’s deposit, the rent of the stash house, the bus ticket, the fee paid for using the territory.

UIF issues this advisory in coordination with FinCEN. It supplements the 2023 alert, whose red flags remain valid, with what is seen on the southern side: collection by leg, and spending on logistics.`,
      ),
    ),
    section(
      "methodology",
      both("Las tres etapas del dinero", "The three stages of the money"),
      both(
        `1. **Cobro.** Por cada tramo concluido, la red avisa a la familia y esta paga. Los envíos llegan a nombre de personas distintas en la misma ciudad, con pocas horas de diferencia, y rara vez rebasan 1,000 dólares. El concepto suele ser una palabra suelta, un nombre de pila o un número.
2. **Logística.** Una parte se gasta de inmediato: cuartos de hotel por semana, boletos de autobús para grupos, recargas de telefonía, combustible, comida preparada en grandes cantidades. Son pagos comunes en el lugar equivocado o a la hora equivocada.
3. **Dispersión.** El remanente sube de nivel. Va a cuentas de comercios de poco movimiento, a la compra de vehículos usados y terrenos o a transferencias hacia estados donde la red recluta.

Cuando una persona es retenida para exigir más dinero, el patrón cambia: los envíos se vuelven urgentes, se repiten el mismo día y provienen de varios parientes a la vez. Esa es la señal más grave de este aviso.`,
        `1. **Collection.** For each completed leg the network notifies the family, and the family pays. Transfers arrive in the names of different people in the same city, a few hours apart, and seldom exceed $1,000. The stated purpose tends to be a stray word, a first name, or a number.
2. **Logistics.** Part of it is spent at once: hotel rooms by the week, bus tickets for groups, phone top-ups, fuel, prepared food in large quantities. They are ordinary payments in the wrong place or at the wrong hour.
3. **Dispersal.** The remainder moves up. It goes to the accounts of businesses with little activity, to the purchase of used vehicles and land, or to transfers toward the states where the network recruits.

When a person is held in order to demand more money, the pattern changes: transfers become urgent, repeat on the same day, and come from several relatives at once. That is the gravest red flag in this advisory.`,
      ),
    ),
    section(
      "case-study",
      both("Un caso ilustrativo (inventado)", "An illustrative case (invented)"),
      both(
        `En 19 días, la cuenta de ahorro de una mujer de 23 años, abierta en una ciudad fronteriza con una ocupación declarada de estudiante, recibe 87 abonos por 1,640,000 pesos. Los ordenantes están en 14 estados del país y en cuatro ciudades de Estados Unidos. Al mismo tiempo, la tarjeta paga 31 habitaciones en dos hoteles y 112 boletos de autobús.

El banco dudó entre cerrar la cuenta y mirar más de cerca. Miró: la titular había prestado su tarjeta a cambio de 3,000 pesos por semana. La revisión siguió el gasto, no a los ordenantes, y llevó a tres comercios cuyo único ingreso venía de cuentas como esa.`,
        `Over 19 days, the savings account of a 23-year-old woman, opened in a border city with student as the declared occupation, receives 87 credits totaling 1,640,000 pesos. The senders are in 14 Mexican states and in four U.S. cities. Meanwhile, the card pays for 31 rooms at two hotels and 112 bus tickets.

The bank hesitated between closing the account and looking closer. It looked: the holder had lent her card in exchange for 3,000 pesos a week. The review followed the spending rather than the senders, and it led to three businesses whose only income came from accounts like hers.`,
      ),
    ),
    section(
      "guidance",
      both("Proporción y cuidado", "Proportion and care"),
      both(
        `La inmensa mayoría de las remesas y de los envíos a ciudades fronterizas son lícitos. La nacionalidad, el acento, la situación migratoria y la presentación de una matrícula consular no son señales de alerta y no deben usarse como variables de un modelo.

- Dirigir la detección a quien **concentra y gasta**, no a quien envía una sola vez.
- No cerrar ni restringir cuentas de remitentes ocasionales por aparecer en una red de envíos.
- Cuando haya indicios de que una persona está retenida, dar aviso de inmediato a la autoridad competente por las vías de emergencia, además de valorar el reporte de 24 horas.
- Tratar a quien prestó su cuenta según los hechos: hay quien lo hizo con engaño o bajo amenaza.
- Documentar el descarte de la alerta con la misma seriedad que su dictamen.`,
        `The vast majority of remittances and of transfers to border cities are lawful. Nationality, accent, immigration status, and the presentation of a consular identity card are not red flags and must not be used as variables in a model.

- Aim detection at whoever **gathers and spends**, not at whoever sends once.
- Do not close or restrict the accounts of occasional senders because they appear in a network of transfers.
- Where there are signs that a person is being held, alert the competent authority at once through emergency channels, in addition to considering the 24-hour report.
- Treat whoever lent an account according to the facts: some did so under deception or threat.
- Document the dismissal of an alert as seriously as its determination.`,
      ),
    ),
    section(
      "obligations",
      both("Reporte y términos clave", "Reporting and key terms"),
      both(
        `En México, la operación que el Comité de Comunicación y Control dictamine como inusual se remite como ROI dentro de los 3 días hábiles siguientes a la sesión. Si la institución conoce hechos que hagan presumir un delito en curso, procede valorar el reporte de 24 horas.

En Estados Unidos, las instituciones pueden seguir citando **FIN-2023-HUMANSMUGGLING** en el campo 2 y en la narrativa, marcar el campo 38(g) y añadir la clave de este aviso. Si también se sospecha trata de personas, se marca además el campo 38(h).`,
        `In Mexico, a transaction that the Communication and Control Committee determines to be unusual is submitted as an ROI within 3 business days after the session. If the institution knows of facts that suggest a crime in progress, the 24-hour report should be considered.

In the United States, institutions may continue to cite **FIN-2023-HUMANSMUGGLING** in field 2 and in the narrative, check field 38(g), and add the number of this advisory. If human trafficking is suspected as well, field 38(h) is also checked.`,
      ),
    ),
  ],
  groups: [
    group("collection", both("Cobro", "Collection")),
    group("logistics", both("Logística", "Logistics")),
    group("dispersal", both("Dispersión", "Dispersal")),
  ],
  redFlags: [
    redFlag(1, {
      group: "collection",
      heading: both("Muchos envían a uno solo", "Many senders, one recipient"),
      text: both(
        "Una persona física recibe en 7 días abonos de al menos diez ordenantes sin parentesco aparente, ubicados en estados o países distintos, por montos de entre 200 y 1,000 dólares o su equivalente.",
        "Within 7 days an individual receives credits from at least ten senders with no apparent kinship, located in different states or countries, for amounts of $200 to $1,000 or the equivalent.",
      ),
      data: both(
        "Nombre y plaza del ordenante; número de ordenantes distintos por ventana de 7 días.",
        "Sender’s name and location; number of distinct senders per 7-day window.",
      ),
      falsePositive: both(
        "Las tandas, colectas comunitarias y ventas por catálogo también reciben de muchos, pero de la misma localidad y con periodicidad fija.",
        "Rotating savings clubs, community collections, and catalog sales also draw on many senders, but from one locality and on a fixed schedule.",
      ),
      control: both(
        "Contar ordenantes distintos por beneficiario y ponderar por dispersión geográfica, sin usar nacionalidad.",
        "Count distinct senders per beneficiary and weight by geographic spread, without using nationality.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [4, 5],
      amltrix: ["T0059", "T0083", "T0053"],
    }),
    redFlag(2, {
      group: "collection",
      heading: both("El cobro que avanza por tramos", "Collection that follows the route"),
      text: both(
        "Un mismo ordenante paga montos parecidos, con intervalos de 2 a 6 días, a beneficiarios distintos cuyas plazas dibujan una ruta de sur a norte.",
        "The same sender pays similar amounts, 2 to 6 days apart, to different beneficiaries whose locations trace a route from south to north.",
      ),
      data: both(
        "Secuencia de plazas de cobro por ordenante en 30 días.",
        "Sequence of payout locations per sender over 30 days.",
      ),
      falsePositive: both(
        "Quien mantiene a un familiar que viaja por trabajo también envía a varias plazas, pero el beneficiario es el mismo.",
        "Someone supporting a relative who travels for work also sends to several places, but to the same beneficiary.",
      ),
      control: both(
        "En transmisores de dinero, trazar la secuencia de plazas y revisar los beneficiarios que se repiten entre ordenantes sin relación.",
        "At money transmitters, trace the sequence of locations and review beneficiaries who recur across unrelated senders.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0059", "T0016.003"],
    }),
    redFlag(3, {
      group: "collection",
      heading: both("Urgencia que se multiplica", "Urgency that multiplies"),
      text: both(
        "Tres o más parientes envían el mismo día al mismo beneficiario, con montos que suben de un envío a otro y visible angustia de quien paga en ventanilla.",
        "Three or more relatives send to the same beneficiary on the same day, in amounts that rise from one transfer to the next, and the person paying at the counter is visibly distressed.",
      ),
      data: both(
        "Envíos del día por beneficiario; observaciones de ventanilla.",
        "Same-day transfers per beneficiary; teller observations.",
      ),
      falsePositive: both(
        "Una emergencia médica produce el mismo patrón; la conversación y el destino (un hospital, una farmacia) lo aclaran.",
        "A medical emergency produces the same pattern; conversation and destination (a hospital, a pharmacy) settle it.",
      ),
      control: both(
        "Protocolo de escalamiento inmediato, con teléfono de la autoridad a la vista del cajero.",
        "Immediate escalation protocol, with the authority’s number in the teller’s sight.",
      ),
      footnotes: [
        both(
          "Puede indicar privación de la libertad con fines de extorsión. Antes que el reporte está la vida de la persona: el aviso a la autoridad no espera al Comité.",
          "May indicate that someone is being held for extortion. A life comes before a report: alerting the authority does not wait for the Committee.",
        ),
      ],
      at: ["branch", "monitoring"],
      strength: "strong",
      with: [1],
      amltrix: ["T0059", "T0049"],
    }),
    redFlag(4, {
      group: "logistics",
      heading: both("Hospedaje por bloque", "Lodging by the block"),
      text: both(
        "Una cuenta de persona física paga de manera recurrente varias habitaciones a la vez en hoteles de paso o casas de huéspedes de una ciudad distinta de la suya.",
        "An individual’s account repeatedly pays for several rooms at once at roadside hotels or boarding houses in a city other than its holder’s own.",
      ),
      data: both(
        "Giro y plaza del comercio; domicilio y ocupación del titular.",
        "Merchant category and location; holder’s address and occupation.",
      ),
      falsePositive: both(
        "Contratistas, equipos deportivos y agencias de viajes hacen lo mismo con facturas a su nombre.",
        "Contractors, sports teams, and travel agencies do the same, with invoices in their name.",
      ),
      control: both(
        "Cruzar el gasto de hospedaje y de autobús con los abonos de múltiples ordenantes de la señal 1.",
        "Match lodging and bus spending against the multiple-sender credits of red flag 1.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [1, 5],
      amltrix: ["T0059"],
    }),
    redFlag(5, {
      group: "logistics",
      heading: both("Boletos para quien no viaja", "Tickets for those who do not travel"),
      text: both(
        "Compras de 20 o más boletos de autobús o de avión en 30 días, con pasajeros que cambian siempre y sin actividad turística o laboral declarada.",
        "Purchases of 20 or more bus or airline tickets within 30 days, for passengers who are never the same and with no declared tourism or labor activity.",
      ),
      data: both(
        "Número de boletos y comercios de transporte; actividad declarada.",
        "Number of tickets and transport merchants; declared activity.",
      ),
      falsePositive: both(
        "Contratistas agrícolas registrados y coordinadores escolares compran boletos para grupos.",
        "Registered farm labor contractors and school coordinators buy tickets for groups.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [4],
      amltrix: ["T0059"],
    }),
    redFlag(6, {
      group: "logistics",
      heading: both("Cuenta reciente, acceso ajeno", "A new account in other hands"),
      text: both(
        "Una cuenta de bajo riesgo, abierta hace menos de 90 días, se consulta desde varios dispositivos o retira efectivo en dos ciudades alejadas el mismo día.",
        "A low-risk account opened less than 90 days ago is accessed from several devices or withdraws cash in two distant cities on the same day.",
      ),
      data: both(
        "Dispositivos, direcciones IP y plazas de retiro por día.",
        "Devices, IP addresses, and withdrawal locations by day.",
      ),
      falsePositive: both(
        "Las familias comparten tarjeta; la distancia y el monto distinguen el préstamo doméstico.",
        "Families share cards; distance and amount set the household loan apart.",
      ),
      control: both(
        "Confirmar identidad ante un segundo dispositivo y advertir, con lenguaje claro, del riesgo de prestar la cuenta.",
        "Confirm identity when a second device appears and warn, in plain language, of the risk of lending an account.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0011", "T0140"],
    }),
    redFlag(7, {
      group: "dispersal",
      heading: both("Comercio sin clientela", "A shop without customers"),
      text: both(
        "Un comercio pequeño (lavado de autos, venta de celulares, fonda) recibe más de 60 % de sus ingresos de cuentas de personas físicas que presentan las señales 1 o 6.",
        "A small business (car wash, cell phone shop, diner) takes in more than 60% of its income from individuals’ accounts that show red flag 1 or 6.",
      ),
      data: both(
        "Composición de ingresos por tipo de contraparte; terminal punto de venta.",
        "Income broken down by type of counterparty; point-of-sale terminal.",
      ),
      falsePositive: both(
        "Muchos comercios cobran por transferencia; importa de quién, no el medio.",
        "Many shops are paid by transfer; what matters is by whom, not by what means.",
      ),
      control: both(
        "Visita ocular o consulta de fuentes abiertas antes de cualquier restricción.",
        "Site visit or open-source check before any restriction.",
      ),
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [1, 6],
      amltrix: ["T0014", "T0059"],
    }),
    redFlag(8, {
      group: "dispersal",
      heading: both("Efectivo que se vuelve vehículo o terreno", "Cash that turns into vehicles or land"),
      text: both(
        "El titular de una cuenta con abonos dispersos compra vehículos usados o terrenos en localidades pequeñas del sur, pagados en efectivo o por terceros.",
        "The holder of an account with scattered credits buys used vehicles or land in small southern towns, paid in cash or by third parties.",
      ),
      data: both(
        "Avisos de actividades vulnerables cuando estén disponibles; pagos a notarías y agencias.",
        "Vulnerable-activity notices where available; payments to notaries and dealers.",
      ),
      falsePositive: both(
        "Quien trabaja en el norte suele comprar un terreno en su pueblo con ahorro de años.",
        "People who work in the north often buy land in their hometown with years of savings.",
      ),
      at: ["case-review"],
      strength: "contextual",
      with: [7],
      amltrix: ["T0010.005", "T0059"],
    }),
    redFlag(9, {
      group: "dispersal",
      heading: both("Dinero que vuelve al sur", "Money that returns south"),
      text: both(
        "Transferencias periódicas desde ciudades fronterizas hacia unas mismas cuentas en zonas de origen o de tránsito de migrantes, sin vínculo familiar o laboral aparente.",
        "Regular transfers from border cities to the same few accounts in areas where migrants come from or pass through, with no apparent family or work tie.",
      ),
      data: both(
        "Sentido geográfico de las transferencias; beneficiarios repetidos.",
        "Geographic direction of transfers; recurring beneficiaries.",
      ),
      falsePositive: both(
        "Las maquiladoras emplean a personas del sur que mandan parte de su salario a casa.",
        "Border factories employ people from the south who send part of their wages home.",
      ),
      control: both(
        "Excluir a quienes reciben nómina en la misma cuenta antes de generar la alerta.",
        "Exclude payroll recipients in the same account before raising the alert.",
      ),
      at: ["monitoring"],
      strength: "contextual",
      with: [1, 7],
      amltrix: ["T0059", "T0070.001"],
    }),
  ],
  typologies: ["human-smuggling", "funnel-accounts", "money-mules"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Personal de ventanilla y corresponsales bancarios", "Tellers and banking agents"),
    both("Áreas de monitoreo transaccional", "Transaction monitoring units"),
    both("Áreas de atención a víctimas, donde existan", "Victim assistance units, where they exist"),
  ],
  priorities: ["human-trafficking-and-smuggling", "transnational-organised-crime"],
  predicates: [
    both("Tráfico de migrantes", "Human smuggling"),
    both("Delincuencia organizada", "Organized crime"),
    both("Extorsión", "Extortion"),
  ],
  corridors: [
    ["US", "MX"],
    ["GT", "MX"],
    ["MX", "US"],
  ],
  sectors: ["bank", "credit-union", "money-transmitter", "fintech", "exchange-house"],
  products: [
    both("Remesas", "Remittances"),
    both("Cuentas de bajo riesgo", "Low-risk accounts"),
    both("Tarjetas de débito", "Debit cards"),
    both("Retiro de efectivo en cajero", "ATM cash withdrawal"),
  ],
  legalBasis: both(
    "Artículos 159 de la Ley de Migración, 400 Bis del Código Penal Federal y 115 de la Ley de Instituciones de Crédito; en Estados Unidos, 8 U.S.C. 1324 y 31 U.S.C. 5318(g).",
    "Article 159 of the Migration Law, article 400 Bis of the Federal Criminal Code, and article 115 of the Credit Institutions Law of Mexico; in the United States, 8 U.S.C. 1324 and 31 U.S.C. 5318(g).",
  ),
  validFrom: "2026-03-17",
  reviewBy: "2027-03-17",
  relations: [{ kind: "supplements", number: "FIN-2023-Alert001", inForce: true }],
  contact: both(
    "Dudas sobre el contenido: avisos@uif.example. Este buzón no recibe reportes ni datos de clientes.",
    "Questions about the content: avisos@uif.example. This mailbox does not take reports or customer data.",
  ),
  us: {
    keyTerms: [{ printed: "FIN-2023-HUMANSMUGGLING" }, { printed: "UIF-2026-AV-005", secondary: true }],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 38(g) (human smuggling)",
      "SAR field 38(h) (human trafficking), if suspected",
    ],
  },
  mx: {
    reportTypes: ["ROI", "R24"],
    suggestedWording: both(
      "Posible tráfico de migrantes (UIF-2026-AV-005), etapa de cobro, logística o dispersión. Describir a quien concentra y gasta los recursos; mencionar a los remitentes solo en lo indispensable y sin calificarlos.",
      "Possible human smuggling (UIF-2026-AV-005), stage of collection, logistics, or dispersal. Describe whoever gathers and spends the funds; mention senders only as far as indispensable and without characterizing them.",
    ),
  },
});

export const humanSmuggling: DemoAdvisory = {
  slug: "human-smuggling",
  number,
  lead: "UIF",
  joint: [],
  versions: [first],
  publishedOn: ["2026-03-17"],
};
