import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "FIN-2026-A015";
const { advisory, group, redFlag, section } = pen({
  slug: "timeshare-fraud",
  number,
  lead: "FinCEN",
  inCoordination: ["CNBV"],
});

const first = advisory({
  type: "advisory",
  title: both(
    "Fraude de tiempos compartidos en agravio de propietarios que residen en Estados Unidos",
    "Timeshare Fraud Against Owners Who Live in the United States",
  ),
  summary: both(
    "Grupos delictivos que operan desde zonas turísticas de México llaman a dueños de tiempos compartidos, casi siempre personas mayores, y les ofrecen vender, rentar o “recuperar” su inversión a cambio de pagos por adelantado. El dinero sale de Estados Unidos en transferencias sucesivas hacia empresas recién creadas y se dispersa en pocas horas. Este aviso separa las señales que puede ver la institución de la víctima de las que puede ver la institución que recibe los fondos, porque ninguna de las dos observa el esquema completo.",
    "Criminal groups working from Mexican resort areas call timeshare owners, most of them older adults, and offer to sell, rent, or “recover” their investment in exchange for payments made up front. The money leaves the United States in a run of wire transfers to newly formed companies and is dispersed within hours. This advisory separates the red flags that the victim’s institution can see from those that the receiving institution can see, because neither of them observes the whole scheme.",
  ),
  sections: [
    section(
      "background",
      both("Por qué ahora", "Why now"),
      both(
        `El comunicado conjunto de julio de 2024 (FIN-2024-NTC2) reunió los reportes de cerca de 6,000 víctimas estadounidenses, con pérdidas del orden de 300 millones de dólares entre 2019 y 2023. La cifra real es mayor: se estima que alrededor de 80 % de las víctimas nunca denuncia, sea por vergüenza, sea porque confía en que el último pago destrabará la operación.

El esquema importa a las dos jurisdicciones por igual. La pérdida se sufre en Estados Unidos; la cuenta que concentra el dinero, la empresa que la abre y el efectivo que finalmente se retira están, casi siempre, en México. Las ganancias sostienen a organizaciones delictivas que también trafican drogas y cobran extorsiones en los mismos destinos turísticos.

Este aviso parte de aquel comunicado y lo amplía con tres novedades: el uso de despachos de abogados inexistentes en la segunda etapa del fraude, la suplantación de autoridades financieras en la tercera y el pago en activos virtuales cuando el banco de la víctima detiene una transferencia.`,
        `The joint notice of July 2024 (FIN-2024-NTC2) drew together reports from about 6,000 U.S. victims, with losses on the order of $300 million between 2019 and 2023. The true figure is higher: an estimated 80% of victims never come forward, either out of embarrassment or because they still trust that one last payment will release their money.

The scheme matters equally to both jurisdictions. The loss is suffered in the United States; the account that gathers the money, the company that opened it, and the cash that is finally withdrawn are, almost always, in Mexico. The profits sustain criminal organizations that also traffic drugs and collect extortion payments in the same resort towns.

This advisory builds on that notice and adds three developments: law firms that do not exist, used in the second stage of the fraud; the impersonation of financial authorities in the third; and payment in virtual assets once the victim’s bank has stopped a wire transfer.`,
      ),
    ),
    section(
      "methodology",
      both("Cómo opera el fraude", "How the fraud works"),
      both(
        `**Los datos.** Todo empieza con una lista: nombre, teléfono, número de semana y monto de mantenimiento. La entrega un empleado del desarrollo turístico, se compra a un intermediario o se roba.

**Primera etapa: la oferta.** Un supuesto corredor anuncia que tiene comprador o arrendatario. El precio es generoso y solo faltan “gastos de cierre”, “impuestos” o una “garantía reembolsable”. El primer cobro suele ser pequeño; los siguientes crecen.

**Segunda etapa: el rescate.** Cuando la víctima deja de pagar, llama un “despacho” que ofrece demandar al corredor. Pide honorarios y un depósito en garantía.

**Tercera etapa: la amenaza.** Por último llama alguien que dice trabajar en una autoridad —entre ellas, las que emiten este aviso— y afirma que las transferencias de la víctima están bajo investigación por lavado de dinero. Cerrar el asunto cuesta una “multa”. Ninguna autoridad cobra multas por teléfono ni pide pagos a cuentas de particulares.

**La salida del dinero.** Las transferencias llegan a sociedades con objeto inmobiliario, turístico o de consultoría, constituidas pocas semanas antes. En menos de 48 horas el saldo se reparte entre cuentas de personas físicas, se retira en efectivo o se convierte en activos virtuales.`,
        `**The data.** It begins with a list: name, phone number, week owned, and maintenance fee. A resort employee hands it over, a broker sells it, or someone steals it.

**First stage: the offer.** A supposed broker announces that a buyer or renter has been found. The price is generous; all that is missing is “closing costs,” “taxes,” or a “refundable guarantee.” The first charge is usually small. Those that follow grow.

**Second stage: the rescue.** When the victim stops paying, a “law firm” calls and offers to sue the broker. It asks for a retainer and an escrow deposit.

**Third stage: the threat.** Finally, someone calls claiming to work for an authority—including those that issue this advisory—and says the victim’s transfers are under investigation for money laundering. Closing the matter costs a “fine.” No authority collects fines by telephone or asks for payment to a private account.

**The exit.** The wires reach companies whose stated business is real estate, tourism, or consulting, formed only weeks earlier. In less than 48 hours the balance is split among individuals’ accounts, withdrawn in cash, or converted to virtual assets.`,
      ),
    ),
    section(
      "case-study",
      both("Un caso ilustrativo (inventado)", "An illustrative case (invented)"),
      both(
        `Una maestra jubilada de 74 años, clienta de una cooperativa de ahorro de Nuevo México, recibe en abril la oferta de vender su semana en la costa del Pacífico por 62,000 dólares. Entre abril y octubre envía 11 transferencias por un total de 148,600 dólares a tres sociedades distintas. Las primeras las ordena en sucursal y explica que paga “impuestos de cierre”; después pide hacerlas por teléfono y responde con frases que parecen leídas.

La institución mexicana que recibe las dos últimas observa otra cosa: una empresa de “consultoría turística” con 5 semanas de antigüedad, sin nómina ni proveedores, que recibe dinero de siete personas físicas mayores de 65 años y lo agota el mismo día.

Ninguna de las dos tenía el cuadro completo. La cooperativa detuvo la operación número 12 porque una cajera preguntó quién había llamado; el banco receptor abrió una revisión porque su regla comparaba la edad de los ordenantes con el giro declarado.`,
        `In April, a retired teacher, aged 74 and a member of a New Mexico credit union, is offered $62,000 for her week on the Pacific coast. Between April and October she sends 11 wire transfers totaling $148,600 to three different companies. She orders the first ones at the branch and explains that she is paying “closing taxes”; later she asks to send them by phone and answers questions in phrases that sound read aloud.

The Mexican institution that receives the last two sees something else: a “tourism consulting” company that is 5 weeks old, has no payroll and no suppliers, and takes in money from seven individuals over the age of 65, emptying the account the same day.

Neither had the full picture. The credit union stopped transfer number 12 because a teller asked who had called; the receiving bank opened a review because its rule compared the age of the senders with the declared line of business.`,
      ),
    ),
    section(
      "guidance",
      both("Una respuesta que proteja al cliente", "A response that protects the customer"),
      both(
        `La persona que transfiere es una víctima, no una sospechosa. Quien compra, renta o mantiene un tiempo compartido en México realiza una operación lícita y común; nada en este aviso justifica negar transferencias a México ni cerrar cuentas de personas mayores.

- Conversar antes de bloquear: dos preguntas abiertas (“¿quién lo llamó?”, “¿qué pasa si no paga hoy?”) descubren más que un formulario.
- Demorar con fundamento: cuando los contratos y la normativa lo permitan, una pausa de 24 horas y la llamada a una persona de confianza que el cliente haya designado evitan la mayoría de las pérdidas.
- Intentar la devolución de inmediato: el aviso al banco receptor dentro de las primeras 72 horas conserva la posibilidad de recuperar fondos.
- Orientar por escrito, en el idioma del cliente, sobre dónde denunciar y sobre la segunda llamada que con seguridad llegará.
- Del lado receptor, revisar a la empresa que concentra, no a cada persona física que cobra un salario en un destino turístico.`,
        `The person sending the money is a victim, not a suspect. Buying, renting, or paying maintenance on a timeshare in Mexico is lawful and commonplace; nothing in this advisory is a reason to refuse transfers to Mexico or to close the accounts of older customers.

- Talk before blocking: two open questions (“Who called you?” “What happens if you don’t pay today?”) reveal more than a form does.
- Delay with a basis: where contracts and rules allow it, a 24-hour pause and a call to a trusted contact named by the customer prevent most losses.
- Attempt recall at once: notifying the receiving bank within the first 72 hours keeps recovery possible.
- Give written guidance, in the customer’s language, on where to report and on the second call that is certain to come.
- On the receiving side, review the company that gathers the money, not every individual who is paid a wage in a resort town.`,
      ),
    ),
    section(
      "filing",
      both("Qué se pide a las instituciones", "What institutions are asked to do"),
      both(
        `Este aviso no crea obligaciones nuevas. Las instituciones de Estados Unidos que presenten un SAR por este esquema pueden citar el término clave **FIN-2026-TIMESHARE** en el campo 2 y en la narrativa, y distinguir con claridad a la víctima del presunto responsable. Conviene señalar la etapa del fraude, el nombre con que se presentó quien llamó y los datos completos de la cuenta beneficiaria.

Las entidades sujetas a supervisión en México que dictaminen una operación como inusual la remiten como ROI en los plazos ordinarios, y como reporte de 24 horas cuando la normativa así lo exija. Si un empleado facilitó datos de clientes, procede valorar un ROIP. En ningún caso se informará a la víctima ni a terceros sobre la existencia de un reporte.`,
        `This advisory creates no new obligations. U.S. institutions that file a SAR on this scheme may cite the key term **FIN-2026-TIMESHARE** in field 2 and in the narrative, and should tell the victim clearly apart from the suspected wrongdoer. It helps to state the stage of the fraud, the name the caller used, and the full details of the beneficiary account.

Institutions supervised in Mexico that determine a transaction to be unusual submit it as an ROI within the ordinary time limits, and as a 24-hour report where the rules so require. If an employee supplied customer data, an ROIP should be considered. In no case may the victim or anyone else be told that a report exists.`,
      ),
    ),
  ],
  groups: [
    group(
      "victims",
      both("Lo que observa la institución de la víctima", "What the victim’s institution can see"),
    ),
    group(
      "counterparties",
      both("Lo que observa la institución receptora", "What the receiving institution can see"),
    ),
  ],
  redFlags: [
    redFlag(1, {
      group: "victims",
      heading: both("Pagos por adelantado a quien debería pagar", "Paying the party that should be paying"),
      text: both(
        "Un cliente, por lo general mayor de 60 años, ordena transferencias a una empresa en México y explica que son gastos, impuestos o garantías para vender o rentar un tiempo compartido, es decir, paga a quien tendría que pagarle.",
        "A customer, usually over the age of 60, orders wires to a company in Mexico and explains that they are costs, taxes, or guarantees for selling or renting a timeshare: the customer is paying the party that should be paying the customer.",
      ),
      data: both(
        "Edad del cliente; concepto declarado; país y antigüedad de la relación con el beneficiario.",
        "Customer’s age; stated purpose; country and length of relationship with the beneficiary.",
      ),
      falsePositive: both(
        "Las cuotas anuales de mantenimiento se pagan al desarrollo, a la misma cuenta y en la misma época del año.",
        "Annual maintenance fees go to the resort, to the same account, at the same time of year.",
      ),
      control: both(
        "Agregar al guion de transferencias internacionales dos preguntas abiertas cuando el concepto mencione tiempo compartido, cierre o garantía.",
        "Add two open questions to the international wire script whenever the purpose mentions timeshare, closing, or guarantee.",
      ),
      at: ["branch", "monitoring"],
      strength: "strong",
      with: [2, 3],
      amltrix: ["T0144.014", "T0144.002"],
    }),
    redFlag(2, {
      group: "victims",
      heading: both("Montos que crecen, motivos que cambian", "Growing amounts, changing reasons"),
      text: both(
        "En un periodo de 3 a 12 meses, el cliente envía montos crecientes a beneficiarios distintos por un mismo asunto, y el motivo cambia: primero gastos de cierre, después honorarios legales, al final multas o impuestos.",
        "Over a period of 3 to 12 months, the customer sends growing amounts to different beneficiaries over one and the same matter, and the reason changes: closing costs at first, legal fees next, fines or taxes in the end.",
      ),
      data: both(
        "Historial de transferencias internacionales de 12 meses con concepto y beneficiario.",
        "A 12-month history of international transfers with purpose and beneficiary.",
      ),
      falsePositive: both(
        "La compra de un inmueble también genera pagos por etapas, pero el notario y el vendedor no cambian.",
        "Buying real estate also produces staged payments, but the notary and the seller stay the same.",
      ),
      control: both(
        "Regla de acumulación: tres o más beneficiarios nuevos en el mismo país en 90 días, con monto ascendente, para clientes mayores de 60 años.",
        "Accumulation rule: three or more new beneficiaries in the same country within 90 days, rising in amount, for customers over the age of 60.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0144.014"],
    }),
    redFlag(3, {
      group: "victims",
      heading: both("Un cliente dirigido por teléfono", "A customer coached by phone"),
      text: both(
        "El cliente permanece en una llamada durante la operación, responde con frases aprendidas, pide discreción o menciona que una autoridad le ordenó no hablar con el banco.",
        "The customer stays on a call during the transaction, answers in rehearsed phrases, asks for discretion, or says an authority has told them not to speak with the bank.",
      ),
      data: both("Notas de sucursal y del centro de atención telefónica.", "Branch and call center notes."),
      falsePositive: both(
        "Un familiar que ayuda con el idioma también puede estar al teléfono; basta con hablar un momento a solas con el cliente.",
        "A relative helping with language may also be on the phone; a short word with the customer alone settles it.",
      ),
      control: both(
        "Capacitar a ventanilla para ofrecer una pausa de 24 horas y un contacto de confianza.",
        "Train tellers to offer a 24-hour pause and a trusted contact.",
      ),
      at: ["branch"],
      strength: "strong",
      with: [1, 4],
      amltrix: ["T0144.014", "T0075"],
    }),
    redFlag(4, {
      group: "victims",
      heading: both("Cambio de canal después de un rechazo", "Changing channel after a refusal"),
      text: both(
        "Tras el rechazo o la demora de una transferencia, el cliente compra activos virtuales por primera vez, adquiere cheques de caja o abre una cuenta en otra institución para enviar el mismo monto.",
        "After a wire is refused or delayed, the customer buys virtual assets for the first time, purchases cashier’s checks, or opens an account elsewhere to send the same amount.",
      ),
      data: both(
        "Transferencias rechazadas; primeras compras en plataformas de activos virtuales; solicitudes de cheques de caja.",
        "Refused wires; first purchases on virtual asset platforms; requests for cashier’s checks.",
      ),
      falsePositive: both(
        "El cliente que ya invertía en activos virtuales no cambia de conducta por un rechazo.",
        "A customer who already invested in virtual assets does not change behavior because of a refusal.",
      ),
      control: both(
        "Conservar el rechazo como dato del cliente durante 30 días y alertar si el mismo monto sale por otro canal.",
        "Keep the refusal as a customer data point for 30 days and alert if the same amount leaves through another channel.",
      ),
      at: ["monitoring", "case-review"],
      strength: "moderate",
      with: [3],
      amltrix: ["T0144.014", "T0128"],
    }),
    redFlag(5, {
      group: "victims",
      heading: both("Liquidación del patrimonio", "Liquidating savings"),
      text: both(
        "Retiros anticipados de fondos de retiro, préstamos con garantía de la vivienda o adelantos de tarjeta de crédito, seguidos el mismo día o al siguiente por una transferencia a una empresa mexicana sin relación previa.",
        "Early withdrawals from retirement funds, home equity loans, or credit card advances, followed the same day or the next by a wire to a Mexican company with no prior relationship.",
      ),
      data: both(
        "Origen inmediato de los fondos; relación previa con el beneficiario.",
        "Immediate source of funds; prior relationship with the beneficiary.",
      ),
      falsePositive: both(
        "Una compra inmobiliaria auténtica cuenta con contrato, avalúo y notario verificables.",
        "A genuine real estate purchase comes with a contract, an appraisal, and a notary that can be verified.",
      ),
      control: both(
        "Pedir el contrato y verificar al beneficiario por un medio que no haya aportado quien llamó.",
        "Ask for the contract and verify the beneficiary by a means that the caller did not supply.",
      ),
      at: ["monitoring", "branch"],
      strength: "moderate",
      with: [1, 2],
      amltrix: ["T0144.014"],
    }),
    redFlag(6, {
      group: "counterparties",
      heading: both("Empresa nueva que solo cobra a mayores", "A new company paid only by older people"),
      text: both(
        "Una sociedad con menos de 6 meses de constituida recibe transferencias de varias personas físicas residentes en Estados Unidos o Canadá, sin relación entre sí y en su mayoría mayores de 60 años.",
        "A company formed less than 6 months ago receives wires from several individuals residing in the United States or Canada, unrelated to one another and most of them over the age of 60.",
      ),
      data: both(
        "Fecha de constitución; residencia y, cuando el mensaje de pago la contenga, fecha de nacimiento del ordenante.",
        "Date of incorporation; residence and, where the payment message carries it, date of birth of the sender.",
      ),
      falsePositive: both(
        "Desarrollos turísticos, clínicas y escuelas de idiomas también cobran a extranjeros, pero tienen nómina, local y proveedores.",
        "Resorts, clinics, and language schools are paid by foreigners as well, but they have payroll, premises, and suppliers.",
      ),
      control: both(
        "Escenario para personas morales nuevas: cinco o más ordenantes extranjeros personas físicas en 30 días.",
        "Scenario for new legal entities: five or more foreign individual senders within 30 days.",
      ),
      at: ["monitoring", "onboarding"],
      strength: "strong",
      with: [7, 8],
      amltrix: ["T0001.002", "T0144.014", "T0083"],
    }),
    redFlag(7, {
      group: "counterparties",
      heading: both("Entrada internacional, salida inmediata", "International credit, immediate exit"),
      text: both(
        "Al menos 90 % de cada abono internacional sale en menos de 48 horas mediante transferencias a personas físicas, retiros de efectivo en cajeros o compra de activos virtuales.",
        "At least 90% of each international credit leaves in less than 48 hours through transfers to individuals, cash withdrawals at ATMs, or purchases of virtual assets.",
      ),
      data: both(
        "Saldo intradía; destino de los cargos en las 48 horas posteriores al abono.",
        "Intraday balance; destination of debits in the 48 hours after the credit.",
      ),
      falsePositive: both(
        "Las administradoras de rentas vacacionales también dispersan pronto, pero a propietarios identificados y con facturas.",
        "Vacation rental managers also pay out quickly, but to identified owners and against invoices.",
      ),
      control: both(
        "Medir la velocidad de salida por persona moral durante sus primeros 180 días.",
        "Measure exit velocity per legal entity during its first 180 days.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [6],
      amltrix: ["T0105", "T0070.001"],
    }),
    redFlag(8, {
      group: "counterparties",
      heading: both("Nombre que imita a otro", "A name that imitates another"),
      text: both(
        "La razón social, el dominio de correo o el concepto del pago imitan a un desarrollo turístico, un despacho o una autoridad conocidos, con diferencias de una letra o una palabra.",
        "The company name, e-mail domain, or payment purpose imitates a known resort, law firm, or authority, differing by a letter or a word.",
      ),
      data: both(
        "Razón social, dominio y concepto; lista de nombres de referencia de la zona.",
        "Company name, domain, and purpose; reference list of local names.",
      ),
      falsePositive: both(
        "Las filiales auténticas comparten nombre; el acta constitutiva y el beneficiario controlador lo aclaran.",
        "Genuine affiliates share a name; the articles of incorporation and the beneficial owner clear it up.",
      ),
      at: ["onboarding", "case-review"],
      strength: "moderate",
      with: [6, 10],
      amltrix: ["T0144.018", "T0075"],
    }),
    redFlag(9, {
      group: "counterparties",
      heading: both("Varias sociedades, un solo apoderado", "Several companies, one representative"),
      text: both(
        "Dos o más sociedades nuevas, con giro turístico, inmobiliario o de consultoría, comparten apoderado, domicilio, teléfono o dispositivo y se suceden: cuando una deja de operar, la siguiente empieza a recibir.",
        "Two or more new companies in tourism, real estate, or consulting share a representative, address, phone, or device and follow one another: when one stops operating, the next begins to receive.",
      ),
      data: both(
        "Apoderados, domicilios, teléfonos y huellas de dispositivo entre cuentas.",
        "Representatives, addresses, phones, and device fingerprints across accounts.",
      ),
      falsePositive: both(
        "Los despachos contables legítimos domicilian a muchas empresas; distinguir por actividad y por quién usa el dispositivo.",
        "Legitimate accounting firms host many companies; tell them apart by activity and by who uses the device.",
      ),
      control: both(
        "Análisis de vínculos al dar de alta a cada persona moral, con repaso a los 30 y a los 90 días.",
        "Link analysis when each legal entity is onboarded, repeated at 30 and at 90 days.",
      ),
      at: ["onboarding", "monitoring"],
      strength: "strong",
      with: [6, 7],
      amltrix: ["T0001", "T0038"],
    }),
    redFlag(10, {
      group: "counterparties",
      heading: both("Papeles que no resisten una llamada", "Papers that do not survive a phone call"),
      text: both(
        "Para justificar los abonos, el cliente exhibe contratos de cesión o mandato en inglés con formato idéntico entre sí, sin ratificación notarial y con folios de inmuebles que el registro no reconoce.",
        "To support its credits the customer produces assignment or agency contracts in English that are identical in layout, lack notarization, and cite property records the registry does not recognize.",
      ),
      data: both(
        "Documentos del expediente; consulta al registro público.",
        "Documents on file; public registry search.",
      ),
      falsePositive: both(
        "Los contratos de adhesión del mismo desarrollo se parecen entre sí; lo decisivo es que el registro los reconozca.",
        "Standard-form contracts from one resort look alike; what decides is whether the registry recognizes them.",
      ),
      at: ["case-review", "onboarding"],
      strength: "contextual",
      with: [8],
      amltrix: ["T0012", "T0144.014"],
    }),
  ],
  typologies: ["timeshare-fraud", "money-mules", "shell-companies"],
  shareWith: [
    both("Oficiales de cumplimiento y sus equipos", "Compliance officers and their teams"),
    both("Gerencias de sucursal y cajeros", "Branch managers and tellers"),
    both("Centros de atención telefónica", "Call centers"),
    both("Áreas de prevención de fraude", "Fraud prevention units"),
  ],
  priorities: ["fraud", "transnational-organised-crime"],
  predicates: [
    both("Fraude", "Fraud"),
    both("Delincuencia organizada", "Organized crime"),
    both("Usurpación de identidad", "Impersonation"),
  ],
  corridors: [
    ["US", "MX"],
    ["CA", "MX"],
  ],
  sectors: ["bank", "credit-union", "money-transmitter", "fintech"],
  products: [
    both("Transferencias internacionales", "International wire transfers"),
    both("Cuentas de personas morales", "Business accounts"),
    both("Cheques de caja", "Cashier’s checks"),
    both("Activos virtuales", "Virtual assets"),
  ],
  legalBasis: both(
    "31 U.S.C. 5318(g) y 31 CFR 1020.320 en Estados Unidos; artículo 115 de la Ley de Instituciones de Crédito y Disposiciones de carácter general que de él derivan en México.",
    "31 U.S.C. 5318(g) and 31 CFR 1020.320 in the United States; article 115 of the Credit Institutions Law and the general provisions issued under it in Mexico.",
  ),
  validFrom: "2026-02-10",
  reviewBy: "2027-02-10",
  relations: [{ kind: "builds-on", number: "FIN-2024-NTC2", inForce: true }],
  contact: both(
    "Consultas sobre este aviso: advisories@fincen.example. Las operaciones se reportan únicamente por los canales de reporte.",
    "Questions on this advisory: advisories@fincen.example. Transactions are reported only through the reporting channels.",
  ),
  us: {
    keyTerms: [{ printed: "FIN-2026-TIMESHARE" }],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 34(z) (Fraud – Other), text TIMESHARE",
    ],
  },
  mx: {
    reportTypes: ["ROI", "ROIP", "R24"],
    suggestedWording: both(
      "Posible fraude de tiempos compartidos (FIN-2026-A015). Persona moral de reciente constitución que recibe transferencias de personas físicas residentes en el extranjero y dispersa los recursos. Indicar etapa del fraude, ordenantes, destino de los fondos y análisis realizado.",
      "Possible timeshare fraud (FIN-2026-A015). Recently formed legal entity that receives transfers from individuals residing abroad and disperses the funds. State the stage of the fraud, the senders, the destination of the funds, and the analysis performed.",
    ),
  },
});

export const timeshareFraud: DemoAdvisory = {
  slug: "timeshare-fraud",
  number,
  lead: "FinCEN",
  joint: [],
  versions: [first],
  publishedOn: ["2026-02-10"],
};
