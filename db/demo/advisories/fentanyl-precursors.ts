// Long because it is content: one advisory whole, two versions, both languages side by side.
import { amendFlag, list, pen, prose } from "../build";
import type { DemoAdvisory } from "../story";

const number = "FIN-2026-A011";
const { section, group, redFlag, advisory } = pen({
  slug: "fentanyl-precursors",
  number,
  lead: "FinCEN",
  inCoordination: ["UIF"],
});

const flags = [
  redFlag(1, {
    group: "parties",
    text: {
      es: "Una persona moral mexicana dada de alta hace menos de 12 meses, cuyo objeto social no tiene relación con la química, la farmacéutica ni los alimentos, paga a proveedores asiáticos de sustancias químicas y no muestra gastos de almacén, nómina o transporte acordes con esas compras.",
      en: "A Mexican company registered less than 12 months ago, whose stated business has nothing to do with chemicals, pharmaceuticals, or food, pays Asian chemical suppliers and shows no warehouse, payroll, or freight spending that would match those purchases.",
    },
    control: {
      es: "Cruzar el giro declarado con la actividad de las contrapartes del exterior y pedir, antes del segundo pago, evidencia del uso final de la mercancía.",
      en: "Compare the stated line of business with what foreign counterparties sell, and ask for evidence of the end use of the goods before the second payment.",
    },
    data: {
      es: "Acta constitutiva y fecha de alta; giro declarado; beneficiario y concepto de las transferencias internacionales; pagos de nómina y fletes.",
      en: "Articles of incorporation and registration date; stated line of business; beneficiary and purpose of international transfers; payroll and freight payments.",
    },
    falsePositive: {
      es: "Las comercializadoras nuevas que surten a varias industrias pueden verse igual; un contrato con un cliente industrial conocido suele aclararlo.",
      en: "A young trading company that supplies several industries can look the same; a contract with a known industrial buyer usually settles the point.",
    },
    at: ["onboarding", "monitoring"],
    strength: "moderate",
    with: [7, 9],
    amltrix: ["T0142.001", "T0001"],
  }),
  redFlag(2, {
    group: "parties",
    text: {
      es: "El cliente importa sustancias sujetas a control, o máquinas para elaborar tabletas o cápsulas, y no puede mostrar los avisos, registros o permisos sanitarios que la ley mexicana exige para hacerlo.",
      en: "The customer imports controlled substances, or machines for making tablets or capsules, and cannot produce the notices, registrations, or health permits that Mexican law requires for doing so.",
    },
    control: {
      es: "Agregar al expediente de los importadores del sector químico la copia de sus registros sanitarios y aduaneros, con fecha de vencimiento y recordatorio.",
      en: "Keep in the file of every chemical importer a copy of its health and customs registrations, with expiry date and reminder.",
    },
    data: {
      es: "Expediente del cliente; pedimentos; avisos y permisos sanitarios; inscripción en padrones de importadores de sectores específicos.",
      en: "Customer file; customs entries; health notices and permits; enrollment in the sector-specific importer registries.",
    },
    falsePositive: {
      es: "Los trámites en curso dejan acuse con fecha: conviene pedirlo antes de concluir que falta el permiso.",
      en: "A pending application leaves a dated receipt: ask for it before concluding that the permit is missing.",
    },
    footnotes: [
      {
        es: "Véase la Ley Federal para el Control de Precursores Químicos, Productos Químicos Esenciales y Máquinas para Elaborar Cápsulas, Tabletas y/o Comprimidos.",
        en: "See Mexico’s Federal Law for the Control of Chemical Precursors, Essential Chemical Products, and Machines for Making Capsules, Tablets, and/or Compressed Pills.",
      },
    ],
    at: ["onboarding", "case-review", "trade"],
    strength: "strong",
    with: [8],
    amltrix: ["T0142.001", "T0048"],
  }),
  redFlag(3, {
    group: "parties",
    text: {
      es: "Varias importadoras que dicen no conocerse comparten apoderado, domicilio, teléfono, dirección IP o agente aduanal, y le compran al mismo fabricante extranjero en semanas consecutivas.",
      en: "Several importers that claim not to know one another share a legal representative, an address, a telephone number, an IP address, or a customs broker, and buy from the same foreign manufacturer in consecutive weeks.",
    },
    control: {
      es: "Ejecutar cada mes una búsqueda de atributos compartidos entre clientes importadores y revisar a mano los grupos de tres o más.",
      en: "Run a monthly search for attributes shared among importing customers and review by hand every cluster of three or more.",
    },
    data: {
      es: "Domicilios, teléfonos, correos, dispositivos e IP; apoderados; patente del agente aduanal; beneficiarios de las transferencias.",
      en: "Addresses, telephone numbers, e-mail, devices and IPs; legal representatives; customs broker license; beneficiaries of transfers.",
    },
    falsePositive: {
      es: "Los despachos contables y las oficinas compartidas generan coincidencias de domicilio: dé más peso a la de dispositivo o a la de apoderado.",
      en: "Accounting firms and shared offices produce address matches: give more weight to a shared device or representative.",
    },
    at: ["onboarding", "monitoring", "case-review"],
    strength: "strong",
    with: [1, 6],
    amltrix: ["T0142.001", "T0038"],
  }),
  redFlag(4, {
    group: "parties",
    text: {
      es: "El proveedor extranjero ofrece en línea sustancias identificadas por su número CAS con leyendas como “entrega garantizada en México” o “reenvío gratuito si se decomisa”, y acepta pagos a nombre de particulares.",
      en: "The foreign supplier advertises substances online by CAS number with phrases such as “guaranteed delivery to Mexico” or “free reshipment if seized,” and takes payment in the names of private individuals.",
    },
    control: {
      es: "Incluir en la debida diligencia reforzada una consulta de fuentes abiertas sobre el proveedor y conservar la captura con fecha.",
      en: "Add an open-source check on the supplier to enhanced due diligence and keep a dated capture of what was seen.",
    },
    data: {
      es: "Nombre y sitio del proveedor; titular de la cuenta beneficiaria; capturas de fuentes abiertas.",
      en: "Supplier’s name and site; holder of the beneficiary account; captures of open sources.",
    },
    falsePositive: {
      es: "Hay revendedores que copian catálogos ajenos: confirme que quien anuncia y quien cobra son la misma parte.",
      en: "Some resellers copy other firms’ catalogs: confirm that the advertiser and the payee are the same party.",
    },
    at: ["case-review"],
    strength: "strong",
    with: [10],
    amltrix: ["T0142.001", "T0028"],
  }),
  redFlag(5, {
    group: "parties",
    text: {
      es: "Un particular sin actividad empresarial compra tableteadoras, moldes, mezcladoras o equipo de encapsulado, o sus refacciones, y los recibe en un domicilio particular o en una bodega de renta por día.",
      en: "A private individual with no business activity buys tablet presses, dies, mixers, or encapsulating equipment, or parts for them, and takes delivery at a home or at storage space rented by the day.",
    },
    control: {
      es: "Vigilar los pagos con tarjeta y por plataformas a vendedores de maquinaria farmacéutica hechos por personas físicas sin actividad empresarial.",
      en: "Watch card and platform payments to sellers of pharmaceutical machinery made by individuals with no registered business.",
    },
    data: {
      es: "Giro del comercio; descripción del artículo cuando la plataforma la comparte; domicilio de entrega; ocupación declarada.",
      en: "Merchant category; item description where the platform shares it; delivery address; stated occupation.",
    },
    falsePositive: {
      es: "Hay quien produce suplementos, dulces o cosméticos en casa: el volumen y la marca en regla los distinguen.",
      en: "Some people make supplements, candy, or cosmetics at home: volume and a registered brand tell them apart.",
    },
    at: ["monitoring", "case-review"],
    strength: "moderate",
    amltrix: ["T0142.001", "T0142"],
  }),
  redFlag(6, {
    group: "parties",
    text: {
      es: "Un intermediario que se presenta como bróker químico, sin bodega ni inventario, cobra a compradores en México y paga a fabricantes en China o la India desde cuentas en un tercer país.",
      en: "A go-between who calls himself a chemical broker, with neither warehouse nor inventory, collects from buyers in Mexico and pays manufacturers in China or India from accounts in a third country.",
    },
    control: {
      es: "Pedir el contrato de comisión y la factura del fabricante cuando el pagador no es el comprador.",
      en: "Ask for the commission agreement and the manufacturer’s invoice whenever the payer is not the buyer.",
    },
    data: {
      es: "Contratos de comisión; facturas; cuentas ordenantes y beneficiarias por país.",
      en: "Commission agreements; invoices; originating and beneficiary accounts by country.",
    },
    falsePositive: {
      es: "La intermediación es común en el comercio químico lícito; lo anormal es que nadie pueda señalar quién usará el producto.",
      en: "Brokerage is ordinary in the lawful chemical trade; what is not ordinary is that nobody can name the user of the product.",
    },
    at: ["onboarding", "monitoring", "trade"],
    strength: "moderate",
    with: [3, 9],
    amltrix: ["T0142.001", "T0002", "T0060"],
  }),
  redFlag(7, {
    group: "payments",
    text: {
      es: "Pagos pequeños y repetidos, por lo general de entre 500 y 3,000 dólares, de uno o más remitentes en México o en la frontera suroeste hacia la misma empresa química en el extranjero, con conceptos como “muestra”, “pigmento” o “materia prima”.",
      en: "Small, repeated payments, usually between $500 and $3,000, from one or more senders in Mexico or along the southwest border to the same chemical company abroad, described as “sample,” “pigment,” or “raw material.”",
    },
    control: {
      es: "Agrupar por beneficiario los envíos de bajo monto al sector químico del exterior y alertar cuando haya cinco o más remitentes en 30 días.",
      en: "Group low-value payments to the chemical sector abroad by beneficiary and alert at five or more senders in 30 days.",
    },
    data: {
      es: "Beneficiario, banco y país de destino; concepto; número de remitentes distintos; periodo de 30 días.",
      en: "Beneficiary, receiving bank and country; purpose; number of distinct senders; a 30-day period.",
    },
    falsePositive: {
      es: "Las pequeñas fábricas de cosméticos, plásticos y pinturas compran muestras así; suelen conservar la ficha técnica y pagar desde una sola cuenta.",
      en: "Small cosmetics, plastics, and paint makers buy samples this way; they tend to keep the data sheet and to pay from a single account.",
    },
    at: ["monitoring"],
    strength: "moderate",
    with: [1, 3],
    amltrix: ["T0142.001", "T0016.003"],
  }),
  redFlag(8, {
    group: "payments",
    text: {
      es: "La factura y el documento de transporte describen la mercancía con términos genéricos (“químico industrial”, “aditivo alimenticio”, “accesorios de máquina”) y el precio por kilogramo no corresponde a ningún producto así descrito.",
      en: "The invoice and the transport document describe the goods in generic terms (“industrial chemical,” “food additive,” “machine accessories”), and the price per kilogram fits no product of that description.",
    },
    control: {
      es: "Exigir en cartas de crédito y cobranzas del sector químico el nombre de la sustancia y su número CAS.",
      en: "Require the name of the substance and its CAS number in letters of credit and collections for the chemical sector.",
    },
    data: {
      es: "Factura comercial; conocimiento de embarque o guía aérea; pedimento y fracción arancelaria; precio unitario.",
      en: "Commercial invoice; bill of lading or air waybill; customs entry and tariff code; unit price.",
    },
    falsePositive: {
      es: "Los agentes de carga abrevian descripciones en embarques consolidados; la ficha de seguridad del producto resuelve la duda.",
      en: "Forwarders shorten descriptions in consolidated shipments; the product’s safety data sheet answers the question.",
    },
    at: ["trade", "case-review"],
    strength: "strong",
    with: [2],
    amltrix: ["T0142.001", "T0069"],
  }),
  redFlag(9, {
    group: "payments",
    text: {
      es: "Después de recibir efectivo o remesas de estados distintos al de su domicilio, el cliente transfiere en un plazo de 48 horas casi todo el saldo a una empresa química, a una plataforma de comercio electrónico o a un procesador de pagos en el extranjero.",
      en: "After taking in cash or remittances from states other than the one where it is located, the customer sends nearly the whole balance within 48 hours to a chemical company, an e-commerce platform, or a payment processor abroad.",
    },
    control: {
      es: "Medir el tiempo entre abono y salida en las cuentas de importadores pequeños y revisar las que vacían el saldo en 48 horas.",
      en: "Measure the time between credit and outflow in small importers’ accounts and review those emptied within 48 hours.",
    },
    data: {
      es: "Sucursal y entidad federativa de los depósitos; hora del abono y de la salida; saldo remanente.",
      en: "Branch and state of deposits; time of credit and of outflow; remaining balance.",
    },
    falsePositive: {
      es: "Un importador que vende de contado y paga a su proveedor al cierre de semana mostrará el mismo ritmo, pero con ventas facturadas.",
      en: "An importer that sells for cash and pays its supplier at the end of the week shows the same rhythm, but with invoiced sales.",
    },
    at: ["monitoring"],
    strength: "moderate",
    with: [1, 6],
    amltrix: ["T0053", "T0083"],
  }),
  redFlag(10, {
    group: "payments",
    text: {
      es: "El cliente convierte depósitos en efectivo o transferencias P2P en activos virtuales estables y los envía a direcciones que el análisis de la cadena de bloques relaciona con vendedores de sustancias o de tableteadoras.",
      en: "The customer turns cash deposits or P2P transfers into stablecoins and sends them to addresses that blockchain analysis ties to sellers of chemicals or tablet presses.",
    },
    control: {
      es: "Pedir al proveedor de análisis una categoría propia para vendedores de precursores y darle el mismo trato que a los mercados de la red oscura.",
      en: "Have the analytics vendor keep a category of its own for precursor sellers and treat it like darknet markets.",
    },
    data: {
      es: "Direcciones de destino; categoría de riesgo asignada; origen de los fondos convertidos.",
      en: "Destination addresses; risk category assigned; source of the funds converted.",
    },
    falsePositive: {
      es: "Las direcciones de depósito de una plataforma grande son de uso común: la relación debe ser con el vendedor, no con la plataforma.",
      en: "Deposit addresses at a large exchange serve many people: the link must be to the seller, not to the exchange.",
    },
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [4],
    amltrix: ["T0142.001", "T0067.001"],
  }),
  redFlag(11, {
    group: "payments",
    text: {
      es: "Pagos a paqueterías y agentes de carga por envíos aéreos frecuentes y ligeros desde Asia a la zona fronteriza de los Estados Unidos, seguidos de reexpediciones a México, por parte de un cliente que no vende a ese país.",
      en: "Payments to couriers and freight forwarders for frequent, light air shipments from Asia to the U.S. border area, followed by onward shipment to Mexico, by a customer that does not sell to that country.",
    },
    control: {
      es: "Para clientes de reexpedición, comparar los pagos por flete con las exportaciones que dicen realizar.",
      en: "For reshipping customers, compare freight payments with the exports they say they make.",
    },
    data: {
      es: "Pagos a paqueterías; guías; facturas de exportación; mercado declarado.",
      en: "Courier payments; waybills; export invoices; stated market.",
    },
    falsePositive: {
      es: "Las casillas de reexpedición para compras personales son lícitas y muy usadas en la frontera; importan el remitente y la frecuencia.",
      en: "Reshipping boxes for personal shopping are lawful and widely used on the border; the sender and the frequency are what matter.",
    },
    at: ["monitoring", "trade"],
    strength: "contextual",
    amltrix: ["T0142.001", "T0030"],
  }),
  redFlag(12, {
    group: "payments",
    text: {
      es: "El cliente cancela, divide o redirige el pago a un proveedor químico en cuanto se le pide la ficha de seguridad, el permiso de importación o el nombre del usuario final.",
      en: "The customer cancels, splits, or redirects a payment to a chemical supplier as soon as it is asked for the safety data sheet, the import permit, or the name of the end user.",
    },
    control: {
      es: "Registrar como evento vigilable toda operación cancelada después de un requerimiento de información.",
      en: "Record every transaction canceled after a request for information as an event that can be monitored.",
    },
    data: {
      es: "Bitácora de requerimientos; operaciones canceladas o modificadas; pagos posteriores al mismo beneficiario por otra vía.",
      en: "Log of requests; canceled or changed transactions; later payments to the same beneficiary by another route.",
    },
    falsePositive: {
      es: "Un comprador puede cambiar de proveedor por precio o plazo; lo relevante es que el pago reaparezca con otro nombre.",
      en: "A buyer may change suppliers over price or timing; what matters is that the payment comes back under another name.",
    },
    at: ["branch", "monitoring"],
    strength: "moderate",
    with: [2, 8],
    amltrix: ["T0142.001", "T0040"],
  }),
];

const laterFlags = [
  redFlag(13, {
    group: "parties",
    text: {
      es: "Una empresa adquirida hace poco por socios nuevos conserva un permiso de importación de sustancias vigente, cambia en menos de 90 días de proveedor y de bodega, y multiplica sus compras sin ventas nuevas que lo expliquen.",
      en: "A company recently bought by new owners keeps a valid permit to import chemicals, changes supplier and warehouse in less than 90 days, and multiplies its purchases without new sales that would explain it.",
    },
    control: {
      es: "Tratar el cambio de socios de un titular de permisos químicos como un alta nueva, con visita al domicilio.",
      en: "Treat a change of ownership at a holder of chemical permits as a new account opening, with a site visit.",
    },
    data: {
      es: "Actas de asamblea y cambios de beneficiario controlador; permisos; compras y ventas antes y después del cambio.",
      en: "Shareholder resolutions and changes of beneficial owner; permits; purchases and sales before and after the change.",
    },
    falsePositive: {
      es: "Las adquisiciones entre empresas del mismo ramo suelen mover proveedores; vienen con estados financieros y plan de integración.",
      en: "Acquisitions within the trade often move suppliers; they come with financial statements and an integration plan.",
    },
    at: ["monitoring", "case-review"],
    strength: "strong",
    with: [2, 3],
    amltrix: ["T0142.001", "T0014.001"],
  }),
  redFlag(14, {
    group: "payments",
    text: {
      es: "Compras de sustancias o equipo que no están sujetos a control, pero que en conjunto y en proporción solo sirven para el paso siguiente de la síntesis o del tableteado, hechas desde varias cuentas del mismo grupo en un lapso de 60 días.",
      en: "Purchases of substances or equipment that are not controlled but that, taken together and in proportion, serve only the next step of synthesis or pill pressing, made from several accounts of the same group within 60 days.",
    },
    control: {
      es: "Elaborar con un químico una lista breve de combinaciones de interés y aplicarla por grupo de clientes, no por cuenta.",
      en: "Draw up with a chemist a short list of combinations of concern and apply it by customer group, not by account.",
    },
    data: {
      es: "Facturas con descripción del producto; vínculos entre cuentas; fechas de compra.",
      en: "Invoices with product descriptions; links between accounts; purchase dates.",
    },
    falsePositive: {
      es: "Los distribuidores de laboratorio venden la gama completa; su cartera de clientes es amplia y verificable.",
      en: "Laboratory distributors sell the whole range; their customer base is broad and can be checked.",
    },
    at: ["case-review", "trade"],
    strength: "contextual",
    with: [3, 5],
    amltrix: ["T0142.001"],
  }),
];

const first = advisory({
  type: "advisory",
  title: {
    es: "Aviso sobre la compra de precursores y equipo para fabricar fentanilo ilícito: lo que puede verse en los pagos de ambos lados de la frontera",
    en: "Advisory on the Purchase of Precursors and Equipment for Illicit Fentanyl: What Payments Show on Both Sides of the Border",
  },
  summary: {
    es: "El fentanilo ilícito empieza con una compra. Este aviso describe cómo se pagan las sustancias, las tableteadoras y los moldes que llegan a México desde Asia, a veces por los Estados Unidos, y ofrece señales de alerta en dos grupos: quiénes compran y venden, y cómo se mueve el dinero. Parte del aviso FIN-2024-A002, cuyas señales de alerta siguen vigentes, y agrega lo que las instituciones observaron después.",
    en: "Illicit fentanyl starts with a purchase. This advisory describes how the substances, tablet presses, and dies that reach Mexico from Asia, at times by way of the United States, are paid for, and offers red flags in two groups: who buys and sells, and how the money moves. It builds on advisory FIN-2024-A002, whose red flags remain in force, and adds what institutions have seen since.",
  },
  sections: [
    section(
      "introduction",
      { es: "Por qué este aviso y para quién", en: "Why this advisory, and for whom" },
      prose(
        {
          es: "Una operación química clandestina necesita tres cosas que no puede fabricar: sustancias de partida, equipo y pagos que parezcan comercio. Las dos primeras cruzan aduanas; la tercera cruza bancos, transmisores de dinero, procesadores de pagos y plataformas de activos virtuales. Por eso la institución financiera suele ser quien primero puede advertir la compra, semanas antes de que exista una sola tableta.",
          en: "A clandestine chemical operation needs three things it cannot make: starting substances, equipment, and payments that look like trade. The first two cross customs; the third crosses banks, money transmitters, payment processors, and virtual asset platforms. That is why a financial institution is often the first to be able to notice the purchase, weeks before a single pill exists.",
        },
        {
          es: "El aviso se dirige a instituciones de crédito, transmisores de dinero, empresas de tecnología financiera y emisores de tarjetas de México y de los Estados Unidos. Se preparó en coordinación con la UIF para que una misma señal se lea igual en los dos países. No crea obligaciones nuevas.",
          en: "It is addressed to banks, money transmitters, fintech companies, and card issuers in Mexico and the United States. It was prepared in coordination with the UIF so that the same red flag reads the same in both countries. It creates no new obligations.",
        },
      ),
    ),
    section(
      "background",
      { es: "Antecedentes", en: "Background" },
      prose(
        {
          es: "El [aviso FIN-2024-A002](https://www.fincen.gov/resources/advisories/fincen-advisory-fin-2024-a002), del 20 de junio de 2024, expuso cómo organizaciones con base en México compran precursores y equipo a proveedores en China. El análisis de tendencias que FinCEN publicó el 9 de abril de 2025 revisó 1,246 reportes presentados en 2024, por cerca de 1,400 millones de dólares: 57 % venía de bancos y 32 % de empresas de servicios monetarios; había efectivo en 54 % y pagos entre particulares en 51 %.[^1]",
          en: "[Advisory FIN-2024-A002](https://www.fincen.gov/resources/advisories/fincen-advisory-fin-2024-a002) of June 20, 2024, set out how organizations based in Mexico buy precursors and equipment from suppliers in China. The trend analysis that FinCEN published on April 9, 2025, reviewed 1,246 reports filed in 2024, worth about $1.4 billion: 57% came from banks and 32% from money services businesses; cash appeared in 54% and person-to-person payments in 51%.[^1]",
        },
        {
          es: "Desde entonces la compra se ha fragmentado. Donde antes había un pedido grande a un fabricante, hoy aparecen varios pedidos menores a revendedores, sustancias menos vigiladas que se transforman después y equipo que viaja por piezas. Ninguno de esos pagos es raro por sí solo; lo raro es el conjunto.",
          en: "Since then the purchase has been broken up. Where there used to be one large order to a manufacturer, there are now several smaller orders to resellers, less closely watched substances that are converted later, and equipment that travels in parts. None of those payments is strange by itself; the whole is.",
        },
        {
          es: "[^1]: Análisis de tendencias financieras de FinCEN sobre fentanilo, 9 de abril de 2025, según el comunicado del Departamento del Tesoro.",
          en: "[^1]: FinCEN Financial Trend Analysis on fentanyl, April 9, 2025, as described in the Treasury Department’s release.",
        },
      ),
    ),
    section(
      "methodology",
      { es: "Cómo se paga la compra", en: "How the purchase is paid for" },
      prose(
        {
          es: "**Fachada importadora.** Se crea o se compra una sociedad con objeto social amplio, se le abre una cuenta y se le da un historial breve de compras inocuas. La sustancia de interés llega en el cuarto o quinto pedido, cuando el proveedor y el banco ya la conocen.",
          en: "**Import front.** A company with a broad corporate purpose is formed or bought, an account is opened for it, and it is given a short history of harmless purchases. The substance of interest arrives in the fourth or fifth order, when both supplier and bank already know the customer.",
        },
        {
          es: "**Bróker sin bodega.** Un intermediario cobra en pesos o en dólares, retiene una comisión y paga al fabricante desde un tercer país. La factura que ve el banco es la suya, no la de quien fabricó la sustancia.",
          en: "**Broker without a warehouse.** A go-between collects in pesos or dollars, keeps a commission, and pays the manufacturer from a third country. The invoice the bank sees is the broker’s, not that of whoever made the substance.",
        },
        {
          es: "**Muchos pagos chicos.** Particulares sin relación entre sí envían montos bajos a empleados del proveedor por remesa, tarjeta o pago entre particulares. Cada envío queda por debajo de cualquier umbral de revisión.",
          en: "**Many small payments.** Individuals with no connection to one another send low amounts to the supplier’s staff by remittance, card, or person-to-person payment. Each one falls under any review threshold.",
        },
        {
          es: "**Activos virtuales.** El efectivo se convierte en activos estables y se envía a la dirección que el vendedor publica. Es rápido, pero deja una dirección que puede compararse con otras.",
          en: "**Virtual assets.** Cash becomes stablecoins and goes to the address that the seller posts. It is fast, but it leaves an address that can be compared with others.",
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
          es: "Una comercializadora de artículos de limpieza de Culiacán abre una cuenta en un banco mexicano. En cuatro meses envía 38 transferencias por un total de 71,400 dólares a tres beneficiarios en China; dos son personas físicas. El concepto alterna entre “pigmento” y “muestra”. Los fondos llegan en efectivo desde seis ciudades en las que la empresa no tiene clientes.",
          en: "A cleaning-supplies trader in Culiacán opens an account at a Mexican bank. Over four months it sends 38 transfers totaling $71,400 to three beneficiaries in China; two are individuals. The stated purpose alternates between “pigment” and “sample.” The funds arrive in cash from six cities where the company has no customers.",
        },
        {
          es: "Ninguna regla se activa por monto. La analista agrupa los envíos por beneficiario y encuentra que otra clienta del banco, una papelería de Mazatlán, le paga a la misma persona en Shenzhen y comparte con la comercializadora el número de teléfono del apoderado. Con esos dos hechos reúne el expediente, documenta la secuencia y lo presenta al Comité de Comunicación y Control.",
          en: "No amount-based rule fires. The analyst groups the transfers by beneficiary and finds that another customer of the bank, a stationery shop in Mazatlán, pays the same person in Shenzhen and shares the legal representative’s telephone number with the trader. With those two facts she assembles the file, documents the sequence, and takes it to the bank’s Communication and Control Committee.",
        },
        {
          es: "Lo que sirvió no fue el monto sino la combinación: RF-03, RF-07 y RF-09.",
          en: "What worked was not the amount but the combination: RF-03, RF-07, and RF-09.",
        },
      ),
    ),
    section(
      "guidance",
      {
        es: "Responder en proporción: cuidar al cliente honesto",
        en: "A proportionate response: protecting the honest customer",
      },
      prose(
        {
          es: "La industria química, la cosmética, la de alimentos y la agrícola compran a los mismos países y usan las mismas sustancias. Cerrar cuentas por giro o por nacionalidad no reduce el riesgo: lo traslada a quien no pregunta. Se espera que cada institución:",
          en: "The chemical, cosmetics, food, and farm industries buy from the same countries and use the same substances. Closing accounts by line of business or by nationality does not reduce risk: it moves it to whoever asks no questions. Each institution is expected to:",
        },
        list(
          {
            es: "pida primero el documento que aclara (ficha de seguridad, permiso, contrato con el usuario final) y dé un plazo razonable para entregarlo;",
            en: "ask first for the document that clears things up (safety data sheet, permit, contract with the end user) and allow reasonable time to produce it;",
          },
          {
            es: "limite la medida a la operación o al beneficiario que preocupa, antes de pensar en la relación completa;",
            en: "limit the measure to the transaction or the beneficiary of concern before considering the whole relationship;",
          },
          {
            es: "deje constancia de por qué una alerta se descartó, con la misma seriedad con que documenta la que prosperó;",
            en: "record why an alert was dismissed as carefully as it documents the one that went forward;",
          },
          {
            es: "no use el origen nacional de una persona como señal: ninguna de las que aquí aparecen lo es.",
            en: "not use a person’s national origin as a red flag: none of those listed here is one.",
          },
        ),
      ),
    ),
    section(
      "obligations",
      { es: "Obligaciones que ya existen", en: "Obligations that already exist" },
      prose(
        {
          es: "**Estados Unidos.** Programa de PLD, debida diligencia del cliente (31 CFR 1010.230), reporte de operaciones sospechosas (31 CFR 1020.320 para bancos; 31 CFR 1022.320 para empresas de servicios monetarios), reporte de efectivo por más de 10,000 dólares (31 CFR 1010.311) y Formulario 8300 para quien recibe efectivo en su negocio (31 CFR 1010.330). El intercambio voluntario entre instituciones registradas se rige por la sección 314(b) (31 CFR 1010.540). Nadie puede revelar un reporte ni su existencia (31 U.S.C. 5318(g)(2)).",
          en: "**United States.** AML program, customer due diligence (31 CFR 1010.230), suspicious activity reporting (31 CFR 1020.320 for banks; 31 CFR 1022.320 for money services businesses), currency reporting above $10,000 (31 CFR 1010.311), and Form 8300 for those who receive cash in a trade or business (31 CFR 1010.330). Voluntary sharing among registered institutions is governed by section 314(b) (31 CFR 1010.540). No one may disclose a report or its existence (31 U.S.C. 5318(g)(2)).",
        },
        {
          es: "**México.** Las Disposiciones de carácter general a que se refiere el artículo 115 de la Ley de Instituciones de Crédito y las equivalentes de cada sector; el secreto bancario del artículo 142 de la misma ley; y, para las empresas que hacen actividades vulnerables, la LFPIORPI.",
          en: "**Mexico.** The general provisions (Disposiciones de carácter general) issued under article 115 of the Ley de Instituciones de Crédito and their equivalents for each sector; bank secrecy under article 142 of the same law; and, for businesses engaged in vulnerable activities, the LFPIORPI.",
        },
      ),
    ),
    section(
      "filing",
      { es: "Cómo reportar", en: "How to file" },
      prose(
        {
          es: "En los Estados Unidos, escriba el término clave `FENTANYL FIN-2026-A011` en el campo 2 del SAR y en la narrativa. Indique el número CAS o el nombre comercial de la sustancia, los beneficiarios en el extranjero y las direcciones de activos virtuales, si los conoce.",
          en: "In the United States, enter the key term `FENTANYL FIN-2026-A011` in SAR field 2 and in the narrative. Give the CAS number or trade name of the substance, the beneficiaries abroad, and any virtual asset addresses known.",
        },
        {
          es: "En México, describa en el reporte la secuencia completa (origen de los fondos, pago y mercancía) y cite las señales de este aviso que se observaron. Si la operación está por realizarse y hay indicio de que los recursos provienen de un delito, presente el reporte de 24 horas (R24).",
          en: "In Mexico, describe the whole sequence in the report (source of funds, payment, and goods) and cite the red flags of this advisory that were observed. If the transaction is about to take place and there are indications that the funds come from crime, file the 24-hour report (R24).",
        },
      ),
    ),
  ],
  groups: [
    group("parties", {
      es: "Quiénes compran y quiénes venden",
      en: "Who buys and who sells",
    }),
    group("payments", { es: "Cómo se mueven el dinero y la mercancía", en: "How money and goods move" }),
  ],
  redFlags: flags,
  typologies: ["fentanyl-precursors", "trade-based-money-laundering", "shell-companies", "virtual-assets"],
  shareWith: [
    { es: "Oficial de cumplimiento", en: "BSA officer or chief compliance officer" },
    { es: "Área de monitoreo de operaciones", en: "Transaction monitoring staff" },
    { es: "Comercio exterior y corresponsalía", en: "Trade finance and correspondent banking" },
    { es: "Equipo de activos virtuales", en: "Virtual asset team" },
    { es: "Prevención de fraudes", en: "Fraud prevention" },
  ],
  priorities: ["drug-trafficking", "transnational-organised-crime"],
  predicates: [
    { es: "Tráfico de drogas y de sus precursores", en: "Trafficking in drugs and their precursors" },
    { es: "Contrabando de mercancías", en: "Smuggling of goods" },
    {
      es: "Operaciones con recursos de procedencia ilícita",
      en: "Money laundering",
    },
  ],
  corridors: [
    ["Shenzhen, CN", "Manzanillo, MX"],
    ["Hong Kong, CN", "Los Angeles, US"],
    ["Los Angeles, US", "Sinaloa, MX"],
    ["Arizona, US", "Sonora, MX"],
  ],
  sectors: ["bank", "credit-union", "money-transmitter", "fintech"],
  products: [
    { es: "Transferencias internacionales", en: "International wires" },
    { es: "Remesas y pagos entre particulares", en: "Remittances and person-to-person payments" },
    { es: "Tarjetas y procesadores de pago", en: "Cards and payment processors" },
    { es: "Cartas de crédito y cobranzas", en: "Letters of credit and collections" },
    { es: "Activos virtuales", en: "Virtual assets" },
  ],
  legalBasis: {
    es: "31 U.S.C. 310(b) y 31 U.S.C. 5318(g). Orientación no vinculante: no modifica reglamento alguno.",
    en: "31 U.S.C. 310(b) and 31 U.S.C. 5318(g). Non-binding guidance: it changes no regulation.",
  },
  validFrom: "2026-01-28",
  reviewBy: "2027-01-28",
  relations: [
    { kind: "builds-on", number: "FIN-2024-A002", inForce: true },
    { kind: "cites", number: "FIN-2019-A006", inForce: true },
  ],
  contact: {
    es: "Centro de Recursos de FinCEN (demostración): recursos@fincen.example. En México, consultas a la UIF (demostración): avisos@uif.example.",
    en: "FinCEN Resource Center (demonstration): recursos@fincen.example. In Mexico, questions to the UIF (demonstration): avisos@uif.example.",
  },
  us: {
    keyTerms: [
      { printed: "FENTANYL FIN-2026-A011" },
      { printed: "PILLPRESS FIN-2026-A011", group: "parties", secondary: true },
    ],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "Form 8300 Box 1b and Comments",
    ],
  },
  mx: {
    reportTypes: ["ROI", "R24"],
    suggestedWording: {
      es: "“Posible adquisición de precursores o equipo para opioides sintéticos (aviso FIN-2026-A011). El cliente, con giro [giro], envió [número] operaciones a [país] entre [fecha] y [fecha]; se observaron las señales [RF-nn]. No presentó [documento] al ser requerido”.",
      en: "“Possible purchase of precursors or equipment for synthetic opioids (advisory FIN-2026-A011). The customer, in the business of [line of business], sent [number] transactions to [country] between [date] and [date]; red flags [RF-nn] were observed. It did not produce [document] when asked.”",
    },
  },
});

const second = {
  ...first,
  redFlags: [
    ...amendFlag(
      flags,
      7,
      {
        es: "El rango pasó de 500 a 3,000 dólares a 300 a 3,000 dólares, y se agregó a los empleados del proveedor como beneficiarios, porque las instituciones informaron de envíos menores a cuentas personales.",
        en: "The range went from $500 to $3,000 to $300 to $3,000, and the supplier’s staff were added as beneficiaries, because institutions told us of smaller payments to personal accounts.",
      },
      {
        text: {
          es: "Pagos pequeños y repetidos, por lo general de entre 300 y 3,000 dólares, de uno o más remitentes en México o en la frontera suroeste hacia la misma empresa química o sus empleados en el extranjero, con conceptos como “muestra”, “pigmento” o “materia prima”.",
          en: "Small, repeated payments, usually between $300 and $3,000, from one or more senders in Mexico or along the southwest border to the same chemical company abroad or its staff, described as “sample,” “pigment,” or “raw material.”",
        },
      },
    ),
    ...laterFlags,
  ],
  reviewBy: "2027-08-19",
  changeNote: {
    es: "Versión 2: se agregan RF-13 (empresas con permiso que cambian de dueño) y RF-14 (combinaciones de insumos no controlados), y se modifica RF-07 para incluir envíos desde 300 dólares. Los cambios recogen la retroalimentación de las instituciones de ambos países. Nada de la versión 1 se retira.",
    en: "Version 2: adds RF-13 (permit holders that change hands) and RF-14 (combinations of uncontrolled inputs), and amends RF-07 to cover payments from $300. The changes reflect feedback from institutions in both countries. Nothing in version 1 is withdrawn.",
  },
};

export const story: DemoAdvisory = {
  slug: "fentanyl-precursors",
  number,
  lead: "FinCEN",
  joint: [],
  versions: [first, second],
  publishedOn: ["2026-01-28", "2026-08-19"],
};
