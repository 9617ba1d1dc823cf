import { both } from "../both";
import { amendFlag, pen, withdrawFlag } from "../build";
import type { DemoAdvisory } from "../story";
import { humanSmuggling } from "./human-smuggling";

const number = "CNBV-2026-A-007";
const { advisory, borrowed, group, redFlag, section } = pen({
  slug: "funnel-accounts",
  number,
  lead: "CNBV",
  inCoordination: ["UIF", "FinCEN"],
});

const green = "GREEN" as const;

const lentAccount = humanSmuggling.versions
  .flatMap(({ redFlags }) => redFlags)
  .filter(({ n }) => n === 6)
  .map((flag) => borrowed(flag, humanSmuggling.number, "behavior"));

const flags = [
  redFlag(1, {
    group: "behavior",
    heading: both("Depósitos lejos de casa", "Deposits far from home"),
    text: both(
      "Una cuenta recibe en 10 días depósitos en efectivo en cinco o más plazas en las que su titular no vive ni trabaja, y los fondos se retiran en otra.",
      "Over 10 days an account receives cash deposits in five or more cities where its holder neither lives nor works, and the funds are withdrawn in another.",
    ),
    data: both(
      "Plaza de cada depósito y retiro; domicilio y centro de trabajo.",
      "Location of each deposit and withdrawal; home and workplace address.",
    ),
    falsePositive: both(
      "Vendedores por catálogo, transportistas y padres de estudiantes foráneos reciben depósitos de varias plazas.",
      "Catalog sellers, truckers, and parents of students living away from home receive or make deposits in several cities.",
    ),
    control: both(
      "Medir distancia entre plazas de abono y de retiro, con umbral distinto para comercios declarados.",
      "Measure the distance between credit and withdrawal locations, with a separate threshold for declared businesses.",
    ),
    at: ["monitoring"],
    strength: "strong",
    with: [2, 4],
    amltrix: ["T0083", "T0053"],
  }),
  redFlag(2, {
    group: "behavior",
    heading: both("Saldo que nunca duerme", "A balance that never sleeps"),
    text: both(
      "El saldo de cierre permanece por debajo de 500 pesos durante 20 días hábiles, aunque los abonos del periodo superen 300,000 pesos.",
      "The closing balance stays below 500 pesos for 20 business days even though credits over the period exceed 300,000 pesos.",
    ),
    data: both("Saldo de cierre diario; suma de abonos.", "Daily closing balance; total credits."),
    falsePositive: both(
      "Quien vive al día también agota su saldo, pero con abonos mucho menores y de una sola fuente.",
      "People who live from payday to payday also run down their balance, but with far smaller credits from a single source.",
    ),
    control: both(
      "Razón de abonos mensuales a saldo promedio, calculada cada semana.",
      "Ratio of monthly credits to average balance, computed weekly.",
    ),
    at: ["monitoring"],
    strength: "moderate",
    with: [1],
    amltrix: ["T0083", "T0105"],
  }),
  redFlag(3, {
    group: "behavior",
    heading: both("Montos que evitan una pregunta", "Amounts that avoid a question"),
    text: both(
      "Tres o más depósitos en efectivo el mismo día, cada uno ligeramente inferior al monto a partir del cual la institución pide identificación al depositante.",
      "Three or more cash deposits on the same day, each slightly below the amount at which the institution asks the depositor for identification.",
    ),
    data: both(
      "Depósitos en efectivo por día; umbral interno de identificación.",
      "Cash deposits by day; internal identification threshold.",
    ),
    falsePositive: both(
      "Los cajeros automáticos limitan el número de billetes y obligan a repetir el depósito.",
      "ATMs limit the number of bills and force repeat deposits.",
    ),
    at: ["monitoring", "branch"],
    strength: "moderate",
    with: [1],
    amltrix: ["T0016", "T0083"],
  }),
  redFlag(4, {
    group: "behavior",
    heading: both("Traspaso en cadena", "Chained transfers"),
    text: both(
      "Al menos 80 % de lo depositado se transfiere el mismo día a una segunda cuenta de persona física que recibe, de la misma manera, de otras cinco o más.",
      "At least 80% of what is deposited is transferred the same day to a second individual’s account that receives, in the same way, from five or more others.",
    ),
    data: both(
      "Grafo de transferencias de un salto; número de cuentas que alimentan a la segunda.",
      "One-hop transfer graph; number of accounts feeding the second.",
    ),
    falsePositive: both(
      "El tesorero de una escuela o de un condominio concentra cuotas, con periodicidad mensual.",
      "A school or condominium treasurer gathers dues, on a monthly cycle.",
    ),
    control: both(
      "Priorizar la revisión de la segunda cuenta: es donde el esquema tiene dueño.",
      "Review the second account first: that is where the scheme has an owner.",
    ),
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [1, 2],
    amltrix: ["T0083", "T0070"],
  }),
  redFlag(5, {
    group: "holder",
    heading: both("El titular que no reconoce su cuenta", "A holder who does not recognize the account"),
    text: both(
      "Al ser consultado, el titular desconoce los depósitos, dice que “presta” la cuenta a un conocido o pide cerrarla de inmediato.",
      "When asked, the holder does not recognize the deposits, says the account is “lent” to an acquaintance, or asks to close it at once.",
    ),
    data: both("Registro de la entrevista.", "Record of the interview."),
    falsePositive: both(
      "Una persona víctima de robo de identidad también desconoce sus movimientos: ofrecer la ruta de aclaración.",
      "A victim of identity theft does not recognize the activity either: offer the dispute process.",
    ),
    control: both(
      "Guion de entrevista que distinga engaño, amenaza y participación voluntaria.",
      "Interview script that tells deception, threat, and willing participation apart.",
    ),
    at: ["branch", "case-review"],
    strength: "strong",
    with: [1, 4],
    amltrix: ["T0011", "T0140"],
  }),
  redFlag(6, {
    group: "holder",
    heading: both("Apertura en grupo", "Opening in a group"),
    text: both(
      "Varias personas acuden juntas a abrir cuentas de bajo riesgo y proporcionan el mismo número telefónico o el mismo correo electrónico.",
      "Several people come in together to open low-risk accounts and give the same phone number or e-mail address.",
    ),
    data: both("Datos de contacto en la apertura.", "Contact data at onboarding."),
    falsePositive: both(
      "Cuadrillas agrícolas y becarios abren cuentas en grupo acompañados por su empleador o su escuela.",
      "Farm crews and scholarship holders open accounts in groups accompanied by their employer or school.",
    ),
    at: ["onboarding", "branch"],
    strength: "contextual",
    with: [5],
    amltrix: ["T0140"],
  }),
  redFlag(7, {
    group: "network",
    heading: both("Escalera de límites", "A ladder of limits"),
    text: both(
      "Conjuntos de 10 a 40 cuentas de bajo riesgo alcanzan entre 90 % y 98 % de su límite mensual de abonos y callan hasta el día 1 del mes siguiente.",
      "Sets of 10 to 40 low-risk accounts reach 90% to 98% of their monthly credit limit and go silent until day 1 of the following month.",
    ),
    data: both(
      "Uso del límite mensual por cuenta; fecha del último abono.",
      "Use of the monthly limit per account; date of last credit.",
    ),
    falsePositive: both(
      "Beneficiarios de programas sociales usan su límite completo, con un solo abono de la misma fuente.",
      "Beneficiaries of social programs use their full limit, with a single credit from the same source.",
    ),
    control: both(
      "Agrupar cuentas por patrón de uso del límite y buscar un dispositivo o destino común.",
      "Cluster accounts by limit usage pattern and look for a common device or destination.",
    ),
    at: ["monitoring"],
    strength: "strong",
    with: [4, 8],
    amltrix: ["T0083", "T0016.001"],
    tlp: green,
  }),
  redFlag(8, {
    group: "network",
    heading: both("Depósito de prueba", "The test deposit"),
    text: both(
      "Un depósito de entre 10 y 50 pesos precede en menos de 3 horas a una serie de abonos grandes, en cuentas sin movimientos durante los 60 días previos.",
      "A deposit of 10 to 50 pesos precedes by less than 3 hours a series of large credits, in accounts with no activity over the previous 60 days.",
    ),
    data: both(
      "Primer abono tras inactividad; serie posterior de 24 horas.",
      "First credit after inactivity; series over the following 24 hours.",
    ),
    falsePositive: both(
      "Empresas y aplicaciones validan cuentas con depósitos mínimos; su origen es conocido y repetido.",
      "Companies and apps validate accounts with tiny deposits; their origin is known and recurrent.",
    ),
    control: both(
      "Excluir a los validadores conocidos y alertar solo si la serie posterior viene de efectivo.",
      "Exclude known validators and alert only if the series that follows comes from cash.",
    ),
    at: ["monitoring"],
    strength: "strong",
    with: [1, 7],
    amltrix: ["T0035", "T0083"],
    tlp: green,
  }),
];

const first = advisory({
  type: "advisory",
  audience: {
    jurisdictions: ["MX", "US"],
    sectors: ["bank", "credit-union", "fintech", "money-transmitter"],
    organisations: [],
  },
  title: both(
    "Cuentas concentradoras alimentadas con efectivo y transferencias de terceros",
    "Funnel Accounts Fed by Cash and Third-Party Transfers",
  ),
  summary: both(
    "Una cuenta concentradora junta en un lugar el dinero que se deposita en muchos. La usan por igual quienes venden droga, quienes trafican migrantes y quienes cometen fraudes, porque convierte efectivo disperso en un saldo transferible. Este aviso describe a las cuentas, a sus titulares —muchas veces reclutados o engañados— y a la red que las administra. Una parte de las señales se comparte solo con las instituciones destinatarias.",
    "A funnel account gathers in one place money that is deposited in many. Drug sellers, human smugglers, and fraudsters all use it, because it turns scattered cash into a balance that can be transferred. This advisory describes the accounts, their holders—often recruited or deceived—and the network that runs them. Some of the red flags are shared only with the institutions addressed.",
  ),
  sections: [
    section(
      "background",
      both("El embudo", "The funnel"),
      both(
        `El efectivo de un delito nace disperso: en esquinas, en ventanillas, en manos de mensajeros. Moverlo físicamente es caro y visible. Depositarlo donde se recibió y retirarlo donde se necesita es barato, y basta con alguien que preste una cuenta.

En México, las cuentas de bajo riesgo y la apertura remota abrieron el sistema financiero a millones de personas. Ese avance no debe revertirse por el abuso de unos cuantos. Los controles que aquí se sugieren se concentran en la conducta de la cuenta, y no en el tipo de cuenta ni en la zona donde vive su titular.`,
        `The cash from a crime starts out scattered: on street corners, at counters, in the hands of couriers. Moving it physically is expensive and visible. Depositing it where it was received and withdrawing it where it is needed is cheap, and all it takes is someone who will lend an account.

In Mexico, low-risk accounts and remote onboarding opened the financial system to millions of people. That progress must not be undone because of abuse by a few. The controls suggested here focus on how the account behaves, not on the kind of account or on the neighborhood where its holder lives.`,
      ),
    ),
    section(
      "methodology",
      both("Cuenta, titular y red", "Account, holder, and network"),
      both(
        `**La cuenta** recibe mucho, guarda poco y gasta nada. Los depósitos vienen de plazas distintas y salen el mismo día.

**El titular** suele ser una persona joven o con ingresos irregulares a quien se ofrecen entre 1,500 y 4,000 pesos por semana. Algunos creen trabajar para una casa de cambio digital. Otros están amenazados.

**La red** administra decenas de cuentas, las turna para no agotar sus límites y las abandona tras 60 o 90 días. Casi siempre converge en una segunda cuenta, que es la que vale la pena encontrar.`,
        `**The account** receives much, keeps little, and spends nothing. Deposits come from different cities and leave the same day.

**The holder** is often a young person, or someone with irregular income, who is offered 1,500 to 4,000 pesos a week. Some believe they are working for a digital exchange house. Others are under threat.

**The network** runs dozens of accounts, rotates them so as not to exhaust their limits, and abandons them after 60 or 90 days. It almost always converges on a second account, which is the one worth finding.`,
      ),
    ),
    section(
      "case-study",
      both("Un caso ilustrativo (inventado)", "An illustrative case (invented)"),
      both(
        `Una estudiante de 19 años abre una cuenta desde su teléfono. Dos semanas después recibe, en 4 días, 63 depósitos en efectivo en tiendas de conveniencia de 8 ciudades, por 418,000 pesos. Todo pasa a la cuenta de un desconocido que ese mes recibió de otras 21 personas.

La entidad llamó a la estudiante. Había contestado un anuncio de “empleo desde casa” y entregó su tarjeta. Se canceló la tarjeta y se le abrió una cuenta nueva con acompañamiento; el análisis se dirigió a la segunda cuenta, cuyo titular tenía 3 empresas y ningún empleado.`,
        `A 19-year-old student opens an account from her phone. Two weeks later, over 4 days, it receives 63 cash deposits at convenience stores in 8 cities, for 418,000 pesos. Everything goes to the account of a stranger who that month received funds from 21 other people.

The institution called the student. She had answered a “work from home” ad and handed over her card. The card was canceled and she was given a new account with support; the analysis turned to the second account, whose holder had 3 companies and no employees.`,
      ),
    ),
    section(
      "guidance",
      both("Respuesta proporcionada", "Proportionate response"),
      both(
        `- Hablar con el titular antes de cerrar. Quien fue engañado suele contarlo, y su relato es la mejor pista.
- Ofrecer una salida: cancelar el medio de disposición, conservar el acceso al ahorro y a la nómina.
- No excluir zonas, ocupaciones ni tipos de cuenta.
- Compartir con los corresponsales bancarios solo lo que necesitan para cuidar la ventanilla.
- Explicar en lenguaje sencillo, en la aplicación y en la tarjeta, que prestar la cuenta puede ser un delito.`,
        `- Talk to the holder before closing. Those who were deceived tend to say so, and their account of it is the best lead.
- Offer a way out: cancel the card, keep access to savings and payroll.
- Do not exclude neighborhoods, occupations, or kinds of account.
- Share with banking agents only what they need to watch over the counter.
- Explain in plain language, in the app and on the card, that lending an account can be a crime.`,
      ),
    ),
    section(
      "obligations",
      both("Reporte", "Reporting"),
      both(
        `Este aviso no crea obligaciones. La operación dictaminada como inusual se remite como ROI dentro de los 3 días hábiles siguientes a la sesión del Comité. Las instituciones de Estados Unidos que reciban o envíen fondos a estas cuentas pueden citar **FUNNEL CNBV-2026-A-007** en el campo 2 del SAR.`,
        `This advisory creates no obligations. A transaction determined to be unusual is submitted as an ROI within 3 business days after the Committee’s session. U.S. institutions that receive funds from or send funds to these accounts may cite **FUNNEL CNBV-2026-A-007** in field 2 of the SAR.`,
      ),
    ),
    section(
      "annex",
      both("Anexo para instituciones destinatarias", "Annex for the institutions addressed"),
      both(
        `TLP:GREEN. Para este anexo, la comunidad son los bancos, las cooperativas y cajas de ahorro, las instituciones de tecnología financiera y los transmisores de dinero de México y de Estados Unidos que participan en la plataforma. Puede comentarse entre ellos; no debe publicarse ni citarse ante clientes.

Las señales 7 y 8 describen cómo la red administra los límites y prueba las cuentas. Su valor depende de que la red no sepa que se observan.`,
        `TLP:GREEN. For this annex, the community is the banks, credit unions and savings cooperatives, financial technology institutions, and money transmitters of Mexico and the United States that take part in the platform. It may be discussed among them; it must not be published or quoted to customers.

Red flags 7 and 8 describe how the network manages limits and tests accounts. Their value depends on the network not knowing that they are watched.`,
      ),
      green,
    ),
  ],
  groups: [
    group("behavior", both("La cuenta", "The account")),
    group("holder", both("El titular", "The holder")),
    group("network", both("La red", "The network")),
  ],
  redFlags: flags,
  typologies: ["funnel-accounts", "money-mules"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Áreas de apertura remota", "Remote onboarding units"),
    both("Administradores de corresponsales bancarios", "Managers of banking agents"),
    both("Áreas de monitoreo transaccional", "Transaction monitoring units"),
  ],
  priorities: ["drug-trafficking", "fraud", "human-trafficking-and-smuggling"],
  predicates: [
    both("Delitos contra la salud", "Drug trafficking"),
    both("Tráfico de migrantes", "Human smuggling"),
    both("Fraude", "Fraud"),
  ],
  corridors: [
    ["MX", "MX"],
    ["US", "MX"],
  ],
  sectors: ["bank", "credit-union", "fintech", "money-transmitter"],
  products: [
    both("Cuentas de bajo riesgo", "Low-risk accounts"),
    both("Depósitos en efectivo", "Cash deposits"),
    both("Transferencias inmediatas", "Instant transfers"),
    both("Corresponsales bancarios", "Banking agents"),
  ],
  legalBasis: both(
    "Artículo 115 de la Ley de Instituciones de Crédito y Disposiciones de carácter general; artículo 58 de la Ley para Regular las Instituciones de Tecnología Financiera.",
    "Article 115 of the Credit Institutions Law and its general provisions; article 58 of the Law to Regulate Financial Technology Institutions.",
  ),
  validFrom: "2026-04-28",
  reviewBy: "2027-04-28",
  relations: [
    { kind: "builds-on", number: "UIF-2026-AV-005", inForce: true },
    { kind: "cites", number: "FIN-2023-Alert001", inForce: true },
  ],
  contact: both("Contacto: avisos@cnbv.example", "Contact: avisos@cnbv.example"),
  us: {
    keyTerms: [{ printed: "FUNNEL CNBV-2026-A-007" }],
    fields: ["SAR field 2 (Filing Institution Note to FinCEN)", "SAR narrative"],
  },
  mx: {
    reportTypes: ["ROI", "R24"],
    suggestedWording: both(
      "Posible cuenta concentradora (CNBV-2026-A-007). Indicar plazas de depósito, tiempo de permanencia, cuenta de destino y resultado de la entrevista con el titular.",
      "Possible funnel account (CNBV-2026-A-007). State deposit locations, time held, destination account, and outcome of the interview with the holder.",
    ),
  },
});

const depositsInSeries = amendFlag(
  flags,
  3,
  both(
    "Las instituciones observaron que el límite de billetes de los cajeros automáticos producía la mayoría de las alertas. Se excluye ese canal y se exige que los depósitos provengan de dos plazas.",
    "Institutions noted that ATM bill limits produced most of the alerts. That channel is now excluded, and the deposits must come from two cities.",
  ),
  {
    text: both(
      "Tres o más depósitos en efectivo el mismo día en ventanilla o con corresponsales, en al menos dos plazas, cada uno ligeramente inferior al monto a partir del cual la institución pide identificación al depositante.",
      "Three or more cash deposits on the same day at tellers or banking agents, in at least two cities, each slightly below the amount at which the institution asks the depositor for identification.",
    ),
    strength: "strong",
    suggestedControl: both(
      "Sumar los depósitos del día por cuenta sin contar los hechos en cajero automático.",
      "Add up the day’s deposits per account without counting those made at ATMs.",
    ),
  },
);

const second = {
  ...first,
  redFlags: [
    ...withdrawFlag(
      depositsInSeries,
      6,
      both(
        "Se retira: en la práctica señalaba a jornaleros, becarios y personas migrantes que abren su primera cuenta acompañados. La señal que la sustituye mira la conducta posterior de la cuenta.",
        "Withdrawn: in practice it pointed to farm workers, scholarship holders, and migrants opening a first account with someone’s help. The red flag that takes its place looks at how the account behaves afterward.",
      ),
    ),
    redFlag(9, {
      group: "holder",
      heading: both("El primer día ya no es suya", "No longer theirs on day one"),
      text: both(
        "En las primeras 24 horas tras la apertura cambian el dispositivo, la contraseña y el teléfono de contacto, y los depósitos en efectivo empiezan antes de 7 días.",
        "Within the first 24 hours after opening, the device, password, and contact phone all change, and cash deposits begin before 7 days have passed.",
      ),
      data: both(
        "Bitácora de cambios de credenciales y de contacto.",
        "Log of credential and contact changes.",
      ),
      falsePositive: both(
        "Quien estrena teléfono cambia de dispositivo, no de número ni de contraseña a la vez.",
        "A customer with a new phone changes device, not number and password at the same time.",
      ),
      control: both(
        "Llamar al teléfono de la apertura cuando los tres datos cambien juntos.",
        "Call the phone number given at opening whenever all three change together.",
      ),
      at: ["monitoring", "onboarding"],
      strength: "strong",
      with: [1, 5],
      amltrix: ["T0140", "T0011"],
    }),
    ...lentAccount,
  ],
  changeNote: both(
    "Versión 2. Se modifica la señal 3, que excluye ahora los depósitos en cajero automático; se retira la señal 6, que afectaba a jornaleros y becarios; se agrega la señal 9, y se incorpora la señal UIF-2026-AV-005#RF-06 en el grupo de la cuenta. Los cambios responden a la retroalimentación recibida en junio y julio de 2026.",
    "Version 2. Red flag 3 is amended and now excludes ATM deposits; red flag 6, which affected farm workers and scholarship holders, is withdrawn; red flag 9 is added; and red flag UIF-2026-AV-005#RF-06 joins the account group. The changes respond to feedback received in June and July 2026.",
  ),
};

export const funnelAccounts: DemoAdvisory = {
  slug: "funnel-accounts",
  number,
  lead: "CNBV",
  joint: [],
  versions: [first, second],
  publishedOn: ["2026-04-28", "2026-08-11"],
};
