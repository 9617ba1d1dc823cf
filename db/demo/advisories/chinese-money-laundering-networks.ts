// Long because it is content: the joint advisory of three authorities, three versions, both languages side by side.
import { amendFlag, list, pen, prose, withdrawFlag } from "../build";
import type { DemoAdvisory, DemoContent } from "../story";

const number = "FIN-2025-A014";
const { section, group, redFlag, advisory } = pen({
  slug: "chinese-money-laundering-networks",
  number,
  lead: "FinCEN",
  joint: ["CNBV", "UIF"],
});

/** Also printed by the advisory on trade-based laundering. */
export const electronicsExporter = redFlag(8, {
  group: "trade",
  text: {
    es: "Un exportador pequeño de teléfonos, computadoras o artículos de lujo recibe pagos de terceros por mercancía que no muestra haber comprado: no hay proveedores, inventario ni gastos de almacén.",
    en: "A small exporter of telephones, computers, or luxury goods receives third-party payments for merchandise it does not appear to have bought: there are no suppliers, inventory, or warehouse expenses.",
  },
  control: {
    es: "Comparar compras con ventas de exportación por trimestre en negocios de electrónica y lujo.",
    en: "Compare purchases with export sales by quarter at electronics and luxury businesses.",
  },
  data: {
    es: "Pagos a proveedores; exportaciones; gastos de almacén; ordenantes.",
    en: "Payments to suppliers; exports; warehouse expenses; ordering parties.",
  },
  falsePositive: {
    es: "El vendedor a consignación no paga por adelantado: tendrá contrato y liquidaciones.",
    en: "A seller on consignment does not pay up front: there will be a contract and settlements.",
  },
  at: ["trade", "monitoring"],
  strength: "strong",
  with: [9],
  amltrix: ["T0013.006", "T0069.001"],
});

const firstFlags = [
  redFlag(1, {
    group: "mules",
    text: {
      es: "La cuenta de una persona con ingresos modestos o de estudiante recibe efectivo en varios cajeros o sucursales de ciudades distintas y, en menos de 48 horas, lo convierte en cheques de caja o en pagos entre particulares a desconocidos.",
      en: "The account of a student or a person of modest income receives cash at several ATMs or branches in different cities and, in less than 48 hours, turns it into cashier’s checks or person-to-person payments to strangers.",
    },
    control: {
      es: "Comparar los ingresos declarados con los abonos en efectivo de 30 días y revisar los casos de más de tres plazas.",
      en: "Compare stated income with 30 days of cash credits and review cases involving more than three locations.",
    },
    data: {
      es: "Ocupación e ingreso declarados; plaza y hora de los depósitos; destino de las salidas.",
      en: "Stated occupation and income; place and time of deposits; destination of outflows.",
    },
    falsePositive: {
      es: "Las familias ayudan a pagar renta y colegiatura, a veces en efectivo: esos gastos se ven después en la cuenta.",
      en: "Families help with rent and tuition, at times in cash: those expenses then show in the account.",
    },
    at: ["monitoring", "branch"],
    strength: "moderate",
    with: [2, 3],
    amltrix: ["T0011", "T0053"],
  }),
  redFlag(2, {
    group: "mules",
    text: {
      es: "Varios clientes sin relación aparente entran a su banca en línea desde el mismo dispositivo o dirección IP y envían fondos a los mismos beneficiarios.",
      en: "Several customers with no apparent relationship reach online banking from the same device or IP address and send funds to the same beneficiaries.",
    },
    control: {
      es: "Usar dispositivo y dirección IP como vínculo en el análisis de redes, no solo como dato antifraude.",
      en: "Use device and IP address as links in network analysis, not only as fraud data.",
    },
    data: {
      es: "Huella de dispositivo; dirección IP; beneficiarios comunes.",
      en: "Device fingerprint; IP address; common beneficiaries.",
    },
    falsePositive: {
      es: "Residencias estudiantiles y cafés comparten red: exija coincidencia de dispositivo y de beneficiario.",
      en: "Student housing and cafés share networks: require a match of both device and beneficiary.",
    },
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [1],
    amltrix: ["T0011", "T0140"],
  }),
  redFlag(3, {
    group: "mules",
    text: {
      es: "El cliente abre cuentas en cuatro o más instituciones en un lapso de 60 días, con el mismo domicilio temporal, y en todas recibe depósitos de terceros.",
      en: "The customer opens accounts at four or more institutions within 60 days, with the same temporary address, and receives third-party deposits in all of them.",
    },
    control: {
      es: "Preguntar en el alta por otras cuentas y consultar, donde la ley lo permita, a otras instituciones.",
      en: "Ask about other accounts at opening and, where the law allows, consult other institutions.",
    },
    data: {
      es: "Fecha de apertura; domicilio; depósitos de terceros; consultas a otras instituciones.",
      en: "Opening date; address; third-party deposits; inquiries from other institutions.",
    },
    falsePositive: {
      es: "Quien llega a un país suele probar varios bancos; cierra o deja sin uso los que no le sirven.",
      en: "Newcomers to a country often try several banks; they close or stop using those that do not suit them.",
    },
    at: ["onboarding", "monitoring"],
    strength: "moderate",
    amltrix: ["T0011", "T0140"],
  }),
  redFlag(4, {
    group: "mules",
    text: {
      es: "El cliente abre la cuenta con un pasaporte extranjero y visa de estudiante, sin otro dato que explique depósitos mayores a lo previsto.",
      en: "The customer opens the account with a foreign passport and a student visa, with nothing else to explain deposits above those expected.",
    },
    data: {
      es: "Documento de identidad; perfil transaccional esperado.",
      en: "Identity document; expected transaction profile.",
    },
    falsePositive: {
      es: "Casi todos los estudiantes extranjeros encuadran en esta descripción.",
      en: "Nearly every foreign student fits this description.",
    },
    at: ["onboarding"],
    strength: "contextual",
    amltrix: ["T0011"],
  }),
  redFlag(5, {
    group: "exchange",
    text: {
      es: "Una empresa mexicana recibe pesos por transferencia de un centro cambiario o de un comercio sin relación con su giro, el mismo día en que un tercero entrega dólares en efectivo en una ciudad de los Estados Unidos.",
      en: "A Mexican company receives pesos by transfer from an exchange house or a merchant outside its line of business on the same day that a third party hands over dollar cash in a U.S. city.",
    },
    control: {
      es: "Pedir la factura o el contrato que respalda los abonos de centros cambiarios a empresas que no son sus clientes registrados.",
      en: "Ask for the invoice or contract behind credits from exchange houses to companies that are not their registered customers.",
    },
    data: {
      es: "Ordenante; giro; hora del abono; relación comercial documentada.",
      en: "Ordering party; line of business; time of credit; documented business relationship.",
    },
    falsePositive: {
      es: "Exportadores y hoteles venden divisas a diario: el abono corresponde a una liquidación con folio.",
      en: "Exporters and hotels sell foreign currency daily: the credit matches a numbered settlement.",
    },
    at: ["monitoring", "case-review"],
    strength: "moderate",
    with: [6],
    amltrix: ["T0102", "T0101"],
  }),
  redFlag(6, {
    group: "exchange",
    text: {
      es: "Una persona ofrece, en grupos de mensajería o en avisos comunitarios, cambiar dólares por yuanes o pesos a un tipo mejor que el bancario, y su cuenta muestra decenas de abonos de la misma cantidad sin actividad registrada de cambio.",
      en: "A person offers, in messaging groups or community notices, to exchange dollars for yuan or pesos at a rate better than a bank’s, and the account shows dozens of credits in the same amount with no registered exchange business.",
    },
    control: {
      es: "Buscar abonos repetidos de igual cantidad de ordenantes distintos y verificar el registro como transmisor o centro cambiario.",
      en: "Look for repeated credits of equal amount from different senders and check registration as a transmitter or exchange house.",
    },
    data: {
      es: "Abonos por cantidad y ordenante; registro público; conceptos de pago.",
      en: "Credits by amount and sender; public registry; payment descriptions.",
    },
    falsePositive: {
      es: "Las tandas y cajas de ahorro comunitarias también reciben cuotas iguales: son pocas personas y las fechas se repiten.",
      en: "Rotating savings clubs also receive equal dues: few people take part and the dates recur.",
    },
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [5],
    amltrix: ["T0013", "T0013.001"],
  }),
  redFlag(7, {
    group: "exchange",
    text: {
      es: "La compra de un inmueble se paga con fondos de cinco o más personas físicas que no son parte de la operación, en cantidades cercanas a 50,000 dólares cada una.",
      en: "A real estate purchase is paid for with funds from five or more individuals who are not parties to it, in amounts near $50,000 each.",
    },
    control: {
      es: "Pedir en el cierre la relación de cada pagador con el comprador.",
      en: "At closing, ask how each payer is related to the buyer.",
    },
    data: {
      es: "Pagadores; cantidades; vínculo con el comprador; agente de cierre.",
      en: "Payers; amounts; tie to the buyer; settlement agent.",
    },
    falsePositive: {
      es: "Parientes que juntan sus cuotas anuales de divisas para una vivienda familiar lo explican y lo documentan.",
      en: "Relatives who pool their yearly currency allowances for a family home explain and document it.",
    },
    footnotes: [
      {
        es: "China limita a 50,000 dólares anuales por persona la compra ordinaria de divisas.",
        en: "China limits ordinary purchases of foreign currency to $50,000 a year per person.",
      },
    ],
    at: ["case-review", "monitoring"],
    strength: "strong",
    amltrix: ["T0010.003", "T0016"],
  }),
  electronicsExporter,
  redFlag(9, {
    group: "trade",
    text: {
      es: "Un negocio paga tarjetas de crédito de muchas personas sin relación con él, y esas tarjetas se usan casi solo en tiendas de electrónica, tarjetas de regalo o artículos de lujo.",
      en: "A business pays the credit cards of many people unrelated to it, and those cards are used almost only at electronics shops, for gift cards, or for luxury goods.",
    },
    control: {
      es: "Alertar cuando una misma cuenta pague cinco o más tarjetas de titulares distintos en un mes.",
      en: "Alert when a single account pays five or more cards of different holders in a month.",
    },
    data: {
      es: "Pagos a tarjetas por titular; giro del comercio donde se usan.",
      en: "Card payments by holder; merchant category of use.",
    },
    falsePositive: {
      es: "Las empresas pagan tarjetas corporativas: los titulares son empleados y el gasto es variado.",
      en: "Companies pay corporate cards: the holders are employees and the spending is varied.",
    },
    at: ["monitoring"],
    strength: "strong",
    with: [8],
    amltrix: ["T0013.006", "T0073"],
  }),
  redFlag(10, {
    group: "trade",
    text: {
      es: "Una comercializadora registrada en Hong Kong o en otra plaza, sin sitio ni personal, paga en los Estados Unidos o en México por cuenta de compradores que no conoce el vendedor.",
      en: "A trading company registered in Hong Kong or another center, with no website or staff, pays in the United States or Mexico on behalf of buyers unknown to the seller.",
    },
    control: {
      es: "No liberar la mercancía financiada hasta identificar la relación entre pagador y comprador.",
      en: "Do not release financed goods until the tie between payer and buyer is identified.",
    },
    data: {
      es: "Pagador; comprador facturado; contrato; registro mercantil.",
      en: "Payer; invoiced buyer; contract; company registry.",
    },
    falsePositive: {
      es: "Las casas de compra pagan por sus clientes de manera habitual; su contrato de agencia es previo a la venta.",
      en: "Buying houses routinely pay for their clients; their agency contract predates the sale.",
    },
    at: ["trade", "case-review"],
    strength: "moderate",
    with: [8],
    amltrix: ["T0073", "T0001"],
  }),
];

const flagsOfSecond = amendFlag(
  firstFlags,
  5,
  {
    es: "Va primero lo que una institución mexicana puede ver: abonos sin factura ni contrato. La coincidencia con entregas de efectivo, el mismo día o el siguiente, queda como dato adicional.",
    en: "What a Mexican institution can see now comes first: credits with neither invoice nor contract. The match with cash deliveries, on the same day or the next, remains as an additional fact.",
  },
  {
    text: {
      es: "Una empresa mexicana recibe pesos por transferencia de un centro cambiario o de un comercio ajeno a su giro, sin factura, contrato ni operación de cambio que lo explique. Pesa más si las fechas coinciden, el mismo día o el siguiente, con entregas de dólares en efectivo en los Estados Unidos que la institución pueda conocer.",
      en: "A Mexican company receives pesos by transfer from an exchange house or a merchant outside its line of business, with no invoice, contract, or exchange transaction to explain it. It weighs more if the dates match, on the same day or the next, dollar cash deliveries in the United States of which the institution can learn.",
    },
  },
);

const laterFlags = [
  redFlag(11, {
    group: "exchange",
    text: {
      es: "El cliente envía a una plataforma de activos virtuales el equivalente en activos estables de los depósitos en efectivo de terceros, y recibe en México, en menos de 24 horas, pesos de una persona distinta por casi la misma cantidad.",
      en: "The customer sends a virtual asset platform the stablecoin equivalent of third parties’ cash deposits and receives pesos in Mexico, in less than 24 hours, from a different person in nearly the same amount.",
    },
    control: {
      es: "Comparar salidas en activos virtuales con abonos en pesos de cantidad parecida dentro de 24 horas.",
      en: "Compare virtual asset outflows with peso credits of similar amount within 24 hours.",
    },
    data: {
      es: "Salidas a plataformas; abonos en pesos; tipo de cambio del día; direcciones.",
      en: "Outflows to platforms; peso credits; exchange rate of the day; addresses.",
    },
    falsePositive: {
      es: "Quien invierte en activos virtuales compra y vende a la misma plataforma, no recibe de particulares.",
      en: "Those who invest in virtual assets buy from and sell to the same platform; they do not receive from individuals.",
    },
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [5, 6],
    amltrix: ["T0114", "T0102"],
  }),
  redFlag(12, {
    group: "mules",
    text: {
      es: "Al ser advertido de que su cuenta parece estar prestada, el titular no reconoce los movimientos, pero la banca móvil sigue activa en un teléfono que no es el suyo.",
      en: "When told that the account appears to have been lent out, the holder does not recognize the activity, but mobile banking remains active on a telephone that belongs to someone else.",
    },
    control: {
      es: "Ofrecer al titular desvincular el dispositivo y cambiar credenciales antes de limitar la cuenta.",
      en: "Offer the holder to unlink the device and change credentials before limiting the account.",
    },
    data: {
      es: "Dispositivos vinculados; entrevista con el titular; cambios de credenciales.",
      en: "Linked devices; interview with the holder; credential changes.",
    },
    falsePositive: {
      es: "Personas mayores dejan que un familiar maneje su teléfono: la familia lo confirma en la entrevista.",
      en: "Older people let a relative handle their telephone: the family confirms it in the interview.",
    },
    at: ["branch", "case-review"],
    strength: "moderate",
    with: [2],
    amltrix: ["T0011", "T0140.001"],
  }),
];

const lastFlags = [
  redFlag(13, {
    group: "trade",
    text: {
      es: "Plataformas de comercio electrónico liquidan a un vendedor de la frontera ventas a compradores que, según las guías, nunca recibieron mercancía o recibieron paquetes de menos de 100 gramos.",
      en: "E-commerce platforms pay a seller on the border for sales to buyers who, by the waybills, never received goods or received packages under 100 grams.",
    },
    control: {
      es: "Pedir al vendedor el reporte de envíos de la plataforma y compararlo con sus liquidaciones.",
      en: "Ask the seller for the platform’s shipping report and compare it with the payouts.",
    },
    data: {
      es: "Liquidaciones; guías con peso; devoluciones; compradores recurrentes.",
      en: "Payouts; waybills with weight; returns; repeat buyers.",
    },
    falsePositive: {
      es: "Quien vende productos digitales o boletos no envía paquetes: su catálogo lo muestra.",
      en: "Sellers of digital goods or tickets ship no packages: their catalog shows it.",
    },
    at: ["monitoring", "trade"],
    strength: "moderate",
    with: [8],
    amltrix: ["T0028", "T0031"],
  }),
  redFlag(14, {
    group: "exchange",
    text: {
      es: "Un mismo número de serie de billete, una clave o la fotografía de un billete aparece en los mensajes que justifican entregas de efectivo de clientes distintos.",
      en: "The same banknote serial number, a code word, or the photograph of a bill appears in the messages used to explain cash deliveries by different customers.",
    },
    control: {
      es: "Conservar, en la revisión de casos, las imágenes que el cliente presenta como justificación y compararlas entre expedientes.",
      en: "In case review, keep the images that customers present as justification and compare them across files.",
    },
    data: {
      es: "Imágenes y mensajes aportados por el cliente; notas de entrevista.",
      en: "Images and messages supplied by the customer; interview notes.",
    },
    falsePositive: {
      es: "Es una señal poco frecuente y casi sin falsos positivos; obténgala solo de lo que el cliente entrega por su voluntad.",
      en: "A rare flag with almost no false positives; obtain it only from what the customer hands over willingly.",
    },
    at: ["branch", "case-review"],
    strength: "strong",
    with: [5, 6],
    amltrix: ["T0013", "T0119"],
  }),
];

const first = advisory({
  type: "advisory",
  aliases: ["UIF-2025-AV-006", "CNBV-2025-A-009"],
  title: {
    es: "Aviso conjunto de FinCEN, la UIF y la CNBV sobre redes chinas de lavado de dinero al servicio de organizaciones delictivas con base en México",
    en: "Joint Advisory by FinCEN, the UIF, and the CNBV on Chinese Money Laundering Networks Serving Criminal Organizations Based in Mexico",
  },
  summary: {
    es: "Tres autoridades describen por primera vez con las mismas palabras un mismo mecanismo: una red compra dólares en efectivo en los Estados Unidos, entrega pesos en México y cobra en yuanes en China, sin que el dinero cruce la frontera. Las señales de alerta se agrupan en cuentas prestadas, cambio informal y comercio.",
    en: "Three authorities describe one mechanism for the first time in the same words: a network buys dollar cash in the United States, delivers pesos in Mexico, and collects yuan in China, and no money crosses the border. The red flags are grouped as borrowed accounts, informal exchange, and trade.",
  },
  sections: [
    section(
      "introduction",
      { es: "Un aviso, tres firmas", en: "One advisory, three signatures" },
      prose(
        {
          es: "Este aviso lleva el número FIN-2025-A014 y, en México, los números UIF-2025-AV-006 y CNBV-2025-A-009. Es un solo texto con dos versiones lingüísticas de igual valor. Complementa el [aviso FIN-2025-A003](https://www.fincen.gov/resources/advisories/fincen-advisory-fin-2025-a003) del 28 de agosto de 2025 con lo que se observa desde México.",
          en: "This advisory bears the number FIN-2025-A014 and, in Mexico, the numbers UIF-2025-AV-006 and CNBV-2025-A-009. It is a single text in two language versions of equal standing. It supplements [advisory FIN-2025-A003](https://www.fincen.gov/resources/advisories/fincen-advisory-fin-2025-a003) of August 28, 2025, with what is seen from Mexico.",
        },
        {
          es: "Se llama “chinas” a estas redes por el mercado de divisas que las sostiene, no por el origen de quienes participan: en ellas hay personas de muchas nacionalidades, y la inmensa mayoría de las personas de origen chino en ambos países no tiene nada que ver.",
          en: "These networks are called Chinese because of the currency market that sustains them, not because of where their members come from: people of many nationalities take part, and the overwhelming majority of people of Chinese origin in both countries have nothing to do with them.",
        },
      ),
    ),
    section(
      "background",
      { es: "Por qué existen", en: "Why they exist" },
      prose(
        {
          es: "Dos necesidades se encuentran. Una organización delictiva tiene dólares en efectivo en los Estados Unidos y quiere pesos en México. Una persona con ahorros en China quiere dólares fuera de ese país, donde la compra ordinaria de divisas está limitada a 50,000 dólares por persona al año. La red vende a la segunda lo que compró a la primera.",
          en: "Two needs meet. A criminal organization has dollar cash in the United States and wants pesos in Mexico. A person with savings in China wants dollars outside that country, where ordinary purchases of foreign currency are limited to $50,000 per person per year. The network sells to the second what it bought from the first.",
        },
        {
          es: "El análisis de tendencias publicado junto con el aviso FIN-2025-A003 estimó en 312 mil millones de dólares las operaciones sospechosas relacionadas que se reportaron de 2020 a 2024. La comisión que cobran estas redes es baja porque su ganancia está en el segundo comprador; por eso desplazan a otros lavadores.",
          en: "The trend analysis published with advisory FIN-2025-A003 put at $312 billion the related suspicious activity reported from 2020 to 2024. The fee these networks charge is low because their profit lies with the second buyer; that is why they displace other launderers.",
        },
      ),
    ),
    section(
      "methodology",
      { es: "La operación espejo, paso a paso", en: "The mirror transaction, step by step" },
      prose(
        {
          es: "1. Un mensajero recibe efectivo en una ciudad de los Estados Unidos. La entrega se confirma con una clave acordada.\n2. Ese mismo día, la contraparte mexicana deposita pesos a quien la organización indica.\n3. El efectivo se reparte entre cuentas prestadas, se vuelve cheques de caja, mercancía o inmuebles.\n4. Quien quería dólares paga en yuanes, en China, a la cuenta que la red señala.\n5. Los saldos se compensan después con comercio: electrónica, ropa, autopartes o las propias sustancias químicas.",
          en: "1. A courier takes cash in a U.S. city. The delivery is confirmed with an agreed code.\n2. That same day, the Mexican counterpart deposits pesos to whomever the organization names.\n3. The cash is spread among borrowed accounts and becomes cashier’s checks, merchandise, or real estate.\n4. The person who wanted dollars pays yuan, in China, into the account the network indicates.\n5. Balances are later offset with trade: electronics, clothing, auto parts, or the chemicals themselves.",
        },
        {
          es: "Cada país ve una parte. El banco estadounidense ve el efectivo y las cuentas prestadas; el mexicano ve pesos que llegan de quien no debe nada. Ninguno ve el yuan. Por eso las señales deben leerse juntas.",
          en: "Each country sees one part. The U.S. bank sees the cash and the borrowed accounts; the Mexican bank sees pesos arriving from someone who owes nothing. Neither sees the yuan. That is why the red flags should be read together.",
        },
      ),
    ),
    section(
      "case-study",
      { es: "Caso ilustrativo", en: "Illustrative case" },
      prose(
        {
          es: "*Caso inventado con fines didácticos; no corresponde a personas ni empresas reales.*",
          en: "*A case invented for teaching; it corresponds to no real person or company.*",
        },
        {
          es: "En un mes, 14 cuentas abiertas por jóvenes en dos ciudades de California reciben 1.9 millones de dólares en efectivo. Diez de ellas se operan desde un mismo teléfono. El dinero sale en cheques de caja a nombre de una empresa de cierre de operaciones inmobiliarias y de tres tiendas de electrónica.",
          en: "In one month, 14 accounts opened by young people in two California cities take in $1.9 million in cash. Ten of them are operated from a single telephone. The money leaves in cashier’s checks payable to a real estate closing company and three electronics shops.",
        },
        {
          es: "En las mismas fechas, una distribuidora de Jalisco recibe de un centro cambiario 33.4 millones de pesos en 21 abonos que su oficial de cuenta no logra relacionar con ninguna venta. Cada institución habría cerrado su parte como un caso menor. Lo que las unió fue el calendario: los 21 abonos caen en los días de depósito.",
          en: "On the same dates, a distributor in Jalisco receives 33.4 million pesos from an exchange house in 21 credits that its account officer cannot tie to any sale. Each institution would have closed its part as a minor case. What joined them was the calendar: all 21 credits fall on the days of deposit.",
        },
      ),
    ),
    section(
      "guidance",
      {
        es: "Proporción y no discriminación",
        en: "Proportion and nondiscrimination",
      },
      prose(
        {
          es: "Usar la nacionalidad, el idioma o el apellido como regla de monitoreo es ilegal en muchos casos e inútil en todos. Las tres autoridades esperan que cada institución:",
          en: "Using nationality, language, or surname as a monitoring rule is unlawful in many cases and useless in all. The three authorities expect each institution to:",
        },
        list(
          {
            es: "base la alerta en el comportamiento de la cuenta (ritmo, plazas, dispositivos, beneficiarios);",
            en: "base alerts on how the account behaves (rhythm, locations, devices, beneficiaries);",
          },
          {
            es: "trate a quien prestó su cuenta como posible víctima de engaño hasta tener mejor información;",
            en: "treat whoever lent an account as a possible victim of deception until better information is at hand;",
          },
          {
            es: "mantenga el acceso a una cuenta básica para estudiantes y recién llegados;",
            en: "keep a basic account available to students and newcomers;",
          },
          {
            es: "mida cuántas alertas de este tipo terminan en nada y corrija la regla que las produce.",
            en: "measure how many alerts of this kind come to nothing and mend the rule that produces them.",
          },
        ),
      ),
    ),
    section(
      "obligations",
      { es: "Obligaciones en cada país", en: "Obligations in each country" },
      prose(
        {
          es: "**Estados Unidos.** 31 CFR 1020.320 y 31 CFR 1022.320 (reportes), 31 CFR 1010.311 (efectivo por más de 10,000 dólares), 31 CFR 1022.380 (registro de empresas de servicios monetarios) y 18 U.S.C. 1960 (transmisión de dinero sin licencia). **México.** Disposiciones del artículo 115 de la Ley de Instituciones de Crédito y sus equivalentes; artículo 400 Bis del Código Penal Federal; LFPIORPI.",
          en: "**United States.** 31 CFR 1020.320 and 31 CFR 1022.320 (reporting), 31 CFR 1010.311 (currency above $10,000), 31 CFR 1022.380 (registration of money services businesses), and 18 U.S.C. 1960 (unlicensed money transmission). **Mexico.** The Disposiciones of article 115 of the Ley de Instituciones de Crédito and their equivalents; article 400 Bis of the Federal Criminal Code; the LFPIORPI.",
        },
        {
          es: "La sección 314(b) (31 CFR 1010.540) ampara el intercambio entre instituciones registradas en los Estados Unidos. No ampara a las mexicanas, que se rigen por su propio fundamento.",
          en: "Section 314(b) (31 CFR 1010.540) covers sharing among institutions registered in the United States. It does not cover Mexican institutions, which rely on their own legal ground.",
        },
      ),
    ),
    section(
      "filing",
      { es: "Cómo reportar", en: "How to file" },
      prose({
        es: "En los Estados Unidos escriba `CMLN FIN-2025-A014` en el campo 2 y en la narrativa, y marque la casilla que corresponda: 38(n), 38(s) o 36(l). En México cite el número UIF-2025-AV-006 y describa fechas y horas: el calendario es lo que permite unir las dos mitades.",
        en: "In the United States enter `CMLN FIN-2025-A014` in field 2 and in the narrative, and check the box that applies: 38(n), 38(s), or 36(l). In Mexico cite the number UIF-2025-AV-006 and give dates and times: the calendar is what allows the two halves to be joined.",
      }),
    ),
  ],
  groups: [
    group("mules", { es: "Cuentas prestadas", en: "Borrowed accounts" }),
    group("exchange", {
      es: "Cambio informal y operaciones espejo",
      en: "Informal exchange and mirror transactions",
    }),
    group("trade", { es: "Comercio y mercancía", en: "Trade and merchandise" }),
  ],
  redFlags: firstFlags,
  typologies: [
    "chinese-money-laundering-networks",
    "money-mules",
    "trade-based-money-laundering",
    "high-value-assets",
  ],
  shareWith: [
    { es: "Dirección general", en: "Chief executive officer" },
    { es: "Oficial de cumplimiento", en: "BSA officer or chief compliance officer" },
    { es: "Monitoreo y análisis de redes", en: "Monitoring and network analytics" },
    { es: "Crédito hipotecario e inmobiliario", en: "Mortgage and real estate lending" },
    { es: "Comercio exterior", en: "Trade finance" },
  ],
  priorities: ["drug-trafficking", "transnational-organised-crime"],
  predicates: [
    { es: "Narcotráfico", en: "Drug trafficking" },
    { es: "Transmisión de dinero sin licencia", en: "Unlicensed money transmission" },
    { es: "Evasión de controles cambiarios", en: "Evasion of currency controls" },
  ],
  corridors: [
    ["California, US", "Jalisco, MX"],
    ["New York, US", "Ciudad de México, MX"],
    ["Los Angeles, US", "Guangdong, CN"],
    ["Hong Kong, CN", "Manzanillo, MX"],
  ],
  sectors: ["bank", "credit-union", "fintech", "money-transmitter", "exchange-house", "broker"],
  products: [
    { es: "Cuentas de depósito", en: "Deposit accounts" },
    { es: "Cheques de caja", en: "Cashier’s checks" },
    { es: "Pagos entre particulares", en: "Person-to-person payments" },
    { es: "Tarjetas de crédito", en: "Credit cards" },
    { es: "Crédito y cierre inmobiliario", en: "Mortgages and real estate closings" },
  ],
  legalBasis: {
    es: "31 U.S.C. 310(b); artículos 115 y 142 de la Ley de Instituciones de Crédito; facultades de la UIF. Orientación no vinculante para ambos países.",
    en: "31 U.S.C. 310(b); articles 115 and 142 of the Ley de Instituciones de Crédito; the UIF’s powers. Non-binding guidance for both countries.",
  },
  validFrom: "2025-11-18",
  reviewBy: "2026-11-18",
  relations: [
    { kind: "supplements", number: "FIN-2025-A003", inForce: true },
    { kind: "cites", number: "FIN-2024-A002", inForce: true },
  ],
  contact: {
    es: "FinCEN (demostración): recursos@fincen.example. UIF (demostración): avisos@uif.example. CNBV (demostración): avisos@cnbv.example.",
    en: "FinCEN (demonstration): recursos@fincen.example. UIF (demonstration): avisos@uif.example. CNBV (demonstration): avisos@cnbv.example.",
  },
  us: {
    keyTerms: [
      { printed: "CMLN FIN-2025-A014" },
      { printed: "CMLN-MULE FIN-2025-A014", group: "mules", secondary: true },
      { printed: "CMLN-TRADE FIN-2025-A014", group: "trade", secondary: true },
    ],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 38(n) (Suspicious Use of Informal Value Transfer System)",
      "SAR field 38(s) (Unlicensed or Unregistered MSB)",
      "SAR field 36(l) (Trade Based Money Laundering/Black Market Peso Exchange)",
    ],
  },
  mx: {
    reportTypes: ["ROI", "R24"],
    suggestedWording: {
      es: "“Posible operación espejo (aviso UIF-2025-AV-006, CNBV-2025-A-009). La cuenta recibió [número] abonos de [tipo de ordenante] sin relación comercial, los días [fechas]. Explicación del cliente: [texto]. Señales observadas: [RF-nn]”.",
      en: "“Possible mirror transaction (advisory UIF-2025-AV-006, CNBV-2025-A-009). The account received [number] credits from [kind of ordering party] with no business relationship, on [dates]. Customer’s explanation: [text]. Red flags observed: [RF-nn].”",
    },
  },
});

const second: DemoContent = {
  ...first,
  redFlags: [...flagsOfSecond, ...laterFlags],
  changeNote: {
    es: "Versión 2: se agregan RF-11 (compensación con activos estables) y RF-12 (titulares que perdieron el control de su cuenta); se modifica RF-05 para poner primero lo que una institución mexicana puede ver.",
    en: "Version 2: adds RF-11 (offsetting with stablecoins) and RF-12 (holders who lost control of their account); amends RF-05 to put first what a Mexican institution can see.",
  },
};

const third: DemoContent = {
  ...second,
  summary: {
    es: `${second.summary.es} Ninguna depende de la nacionalidad.`,
    en: `${second.summary.en} None depends on nationality.`,
  },
  redFlags: [
    ...withdrawFlag(
      amendFlag(
        second.redFlags,
        1,
        {
          es: "El plazo pasa de 48 a 72 horas, porque las redes dejan reposar los fondos un fin de semana, y la señal sube de moderada a fuerte cuando intervienen más de tres plazas.",
          en: "The period goes from 48 to 72 hours, because networks let funds rest over a weekend, and the flag rises from moderate to strong where more than three locations are involved.",
        },
        {
          strength: "strong",
          text: {
            es: "La cuenta de una persona con ingresos modestos o de estudiante recibe efectivo en más de tres plazas y, en menos de 72 horas, lo convierte en cheques de caja o en pagos entre particulares a desconocidos.",
            en: "The account of a student or a person of modest income receives cash in more than three locations and, in less than 72 hours, turns it into cashier’s checks or person-to-person payments to strangers.",
          },
        },
      ),
      4,
      {
        es: "Se retira. Las instituciones demostraron que describía a casi todos los estudiantes extranjeros y que llevaba a cerrar cuentas sin motivo. No debe usarse como regla; lo útil de ella quedó en RF-01 y RF-03.",
        en: "Withdrawn. Institutions showed that it described nearly every foreign student and led to accounts being closed for no reason. It should not be used as a rule; what was useful in it is now in RF-01 and RF-03.",
      },
    ),
    ...lastFlags,
  ],
  reviewBy: "2027-10-07",
  changeNote: {
    es: "Versión 3: se retira RF-04, que generaba falsos positivos y cierres injustificados; se modifica RF-01; se agregan RF-13 (ventas en línea sin envío) y RF-14 (claves repetidas). Los tres cambios provienen de la retroalimentación de instituciones de los dos países.",
    en: "Version 3: withdraws RF-04, which produced false positives and unjustified closures; amends RF-01; adds RF-13 (online sales with no shipment) and RF-14 (repeated codes). The three changes come from feedback by institutions in the two countries.",
  },
};

export const story: DemoAdvisory = {
  slug: "chinese-money-laundering-networks",
  number,
  lead: "FinCEN",
  joint: ["CNBV", "UIF"],
  versions: [first, second, third],
  publishedOn: ["2025-11-18", "2026-04-22", "2026-10-07"],
};
