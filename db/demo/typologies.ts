// Long because it is content: the catalogue that the demo opens with, both languages side by side.
import type { Text } from "~/domain/advisories/advisory.form";

export type DemoTypology = {
  code: string;
  name: Text;
  description: Text;
  amltrix: string[];
  /** How documents print it, in either language, without regard to case: an import maps these to the code. */
  printed: string[];
};

export const typologies: DemoTypology[] = [
  {
    code: "fentanyl-precursors",
    name: { es: "Precursores y equipo para fentanilo", en: "Fentanyl precursors and equipment" },
    description: {
      es: "Compra de sustancias químicas, tableteadoras y moldes para fabricar opioides sintéticos, pagada como si fuera comercio ordinario. Intervienen importadoras de fachada, intermediarios sin bodega y pagos pequeños a proveedores en Asia. Se reconoce por la combinación de quién compra, qué se factura y con qué ritmo sale el dinero.",
      en: "The purchase of chemicals, tablet presses, and dies to make synthetic opioids, paid for as if it were ordinary trade. It relies on import fronts, brokers without a warehouse, and small payments to suppliers in Asia. It is recognized by the combination of who buys, what is invoiced, and the rhythm at which money leaves.",
    },
    amltrix: ["T0142.001", "T0142"],
    printed: [
      "procurement of fentanyl precursor chemicals",
      "chemical brokers",
      "fentanyl",
      "precursor chemicals",
      "synthetic opioids",
      "precursores químicos",
    ],
  },
  {
    code: "bulk-cash-smuggling",
    name: { es: "Contrabando de efectivo", en: "Bulk cash smuggling" },
    description: {
      es: "Traslado físico de grandes cantidades de efectivo a través de la frontera, oculto o declarado con un origen falso. En esta frontera suele ir escondido hacia el sur y volver al norte declarado, por traslado de valores o por aire. La declaración aduanera prueba el cruce, no el origen.",
      en: "The physical movement of large amounts of cash across the border, hidden or declared with a false source. On this border it usually goes south concealed and returns north declared, by armored car or by air. The customs declaration proves the crossing, not the source.",
    },
    amltrix: ["T0065", "T0065.001", "T0119", "T0122"],
    printed: [
      "bulk cash smuggling",
      "bulk cash smuggling from the United States into Mexico",
      "repatriation of bulk cash by air transport",
      "repatriation by land transport from Mexico",
      "repatriation by land transport through Canada",
      "contrabando de efectivo",
    ],
  },
  {
    code: "trade-based-money-laundering",
    name: { es: "Lavado de dinero basado en el comercio", en: "Trade-based money laundering" },
    description: {
      es: "Uso de facturas, embarques y precios para mover valor de un país a otro con apariencia de compraventa. Abarca la subvaluación y la sobrevaluación, la mercancía que no existe o no corresponde, y el pago por terceros. Exige mirar juntos el documento comercial y el movimiento bancario.",
      en: "The use of invoices, shipments, and prices to move value from one country to another under the appearance of a sale. It covers under- and over-invoicing, goods that do not exist or do not match, and third-party payment. It calls for reading the trade document and the bank movement together.",
    },
    amltrix: ["T0111", "T0008.003", "T0069", "T0013.005"],
    printed: [
      "trade-based money laundering",
      "TBML",
      "black market peso exchange",
      "lavado de dinero basado en el comercio",
      "trade misinvoicing",
    ],
  },
  {
    code: "chinese-money-laundering-networks",
    name: { es: "Redes chinas de lavado de dinero", en: "Chinese money laundering networks" },
    description: {
      es: "Redes profesionales que compran dólares en efectivo a organizaciones delictivas y los venden a quienes quieren sacar capital de China pese a sus controles cambiarios. La liquidación se compensa entre países sin que el dinero cruce la frontera. La señal es la función que cumple la cuenta dentro de la red, nunca la nacionalidad de su titular.",
      en: "Professional networks that buy dollar cash from criminal organizations and sell it to people who want to move capital out of China despite its currency controls. Settlement is offset between countries without money crossing the border. The red flag is the role the account plays in the network, never the nationality of its holder.",
    },
    amltrix: ["T0013", "T0101", "T0102", "T0013.006"],
    printed: [
      "Chinese money laundering networks",
      "mirror transactions",
      "daigou",
      "CMLN",
      "redes chinas de lavado de dinero",
    ],
  },
  {
    code: "fuel-smuggling",
    name: { es: "Contrabando de combustible y huachicol fiscal", en: "Fuel smuggling and fiscal fuel theft" },
    description: {
      es: "Robo de hidrocarburos y entrada o salida de combustible con una descripción aduanera falsa para no pagar contribuciones. Participan comercializadoras pequeñas, transportistas y estaciones de servicio que mezclan producto lícito e ilícito. Deja huella en pedimentos, permisos, facturas y pagos que no coinciden entre sí.",
      en: "Theft of hydrocarbons and the movement of fuel across the border under a false customs description so as to avoid taxes. Small trading companies, carriers, and filling stations that blend lawful and unlawful product take part. It leaves its mark in customs entries, permits, invoices, and payments that do not agree with one another.",
    },
    amltrix: ["T0111.001", "T0048", "T0147"],
    printed: [
      "oil smuggling",
      "fuel theft (huachicol)",
      "obtaining crude oil from Pemex",
      "smuggling of stolen crude oil through Mexican and U.S. companies",
      "trade misdescription of crude as waste oil",
      "huachicol",
      "huachicol fiscal",
      "fuel smuggling",
    ],
  },
  {
    code: "human-smuggling",
    name: { es: "Tráfico de migrantes", en: "Human smuggling" },
    description: {
      es: "Cobro de cuotas por cruzar a personas de manera irregular y movimiento de ese dinero entre familiares, cobradores y organizadores. Las cuotas llegan en muchos envíos pequeños a pocas cuentas cercanas a la frontera. Conviene distinguirlo de la remesa familiar, que tiene otra dirección y otro ritmo.",
      en: "The collection of fees for taking people across the border irregularly, and the movement of that money among relatives, collectors, and organizers. Fees arrive as many small transfers into a few accounts near the border. It should be told apart from the family remittance, which runs in another direction and at another rhythm.",
    },
    amltrix: ["T0059"],
    printed: ["human smuggling", "migrant smuggling", "tráfico de migrantes"],
  },
  {
    code: "human-trafficking",
    name: { es: "Trata de personas", en: "Human trafficking" },
    description: {
      es: "Explotación sexual o laboral cuyo producto se reparte entre quien controla a las víctimas y quien administra el negocio. Las víctimas suelen aparecer como titulares de cuentas que otra persona maneja. La respuesta debe protegerlas: una cuenta cerrada puede dejarlas sin salida.",
      en: "Sexual or labor exploitation whose proceeds are shared between those who control the victims and those who run the business. Victims often appear as holders of accounts that someone else operates. The response should protect them: a closed account can leave them with no way out.",
    },
    amltrix: ["T0058", "T0058.001", "T0058.002"],
    printed: ["human trafficking", "trata de personas", "forced labor"],
  },
  {
    code: "funnel-accounts",
    name: { es: "Cuentas concentradoras", en: "Funnel accounts" },
    description: {
      es: "Cuenta que recibe depósitos en muchas plazas y se vacía casi de inmediato en una sola. Permite llevar efectivo de las ciudades donde se vende droga o se cobra por el cruce hasta la frontera, sin transportarlo. El titular suele no tener relación con los lugares de depósito.",
      en: "An account that takes deposits in many places and is emptied almost at once in a single one. It carries cash from the cities where drugs are sold or crossings are charged to the border without transporting it. The holder usually has no tie to the places of deposit.",
    },
    amltrix: ["T0083", "T0053"],
    printed: ["funnel accounts", "funnel account", "cuentas concentradoras", "cuentas embudo"],
  },
  {
    code: "shell-companies",
    name: { es: "Empresas fachada", en: "Shell and front companies" },
    description: {
      es: "Personas morales sin operación real, o con una operación real que sirve de pantalla, usadas para dar apariencia de negocio a fondos ilícitos. Comparten domicilios, apoderados y contadores, y facturan entre sí. La fecha de constitución, el personal y los gastos ordinarios dicen más que el objeto social.",
      en: "Companies with no real operation, or with a real one that serves as a screen, used to give illicit funds the look of business. They share addresses, representatives, and accountants, and invoice one another. Date of incorporation, staff, and ordinary expenses say more than the stated corporate purpose.",
    },
    amltrix: ["T0001", "T0014", "T0001.003"],
    printed: [
      "shell and front companies",
      "shell companies",
      "front companies",
      "shell companies and offshore financial accounts",
      "empresas fachada",
      "empresas simuladoras",
      "facturas falsas",
    ],
  },
  {
    code: "money-mules",
    name: { es: "Mulas de dinero", en: "Money mules" },
    description: {
      es: "Personas que prestan su cuenta o su nombre para recibir y reenviar fondos ajenos, a sabiendas o engañadas. Se reclutan entre estudiantes, personas desempleadas y recién llegadas. El cambio brusco en el uso de la cuenta es más revelador que el perfil de la persona.",
      en: "People who lend their account or name to receive and pass on other people’s funds, knowingly or under deception. They are recruited among students, the unemployed, and newcomers. A sudden change in how the account is used tells more than the person’s profile.",
    },
    amltrix: ["T0011", "T0140"],
    printed: ["money mules", "money mule", "mulas de dinero"],
  },
  {
    code: "virtual-assets",
    name: { es: "Activos virtuales", en: "Virtual assets" },
    description: {
      es: "Uso de activos virtuales, sobre todo los estables, para pagar proveedores ilícitos o mover valor sin corresponsalía. Las entradas y salidas hacia moneda de curso legal son los puntos donde la institución puede observar. Las direcciones reutilizadas permiten comparar casos.",
      en: "The use of virtual assets, stablecoins above all, to pay illicit suppliers or move value without correspondent banking. The points of entry to and exit from legal tender are where an institution can observe it. Reused addresses make it possible to compare cases.",
    },
    amltrix: ["T0067.001", "T0034", "T0114", "T0063"],
    printed: [
      "virtual currency payments",
      "virtual currency",
      "convertible virtual currency",
      "activos virtuales",
      "monedas virtuales",
    ],
  },
  {
    code: "timeshare-fraud",
    name: { es: "Fraude de tiempos compartidos", en: "Timeshare fraud" },
    description: {
      es: "Engaño a propietarios de tiempos compartidos en México, en su mayoría personas mayores, a quienes se promete una reventa o un reembolso a cambio de pagos por adelantado. Los cobradores se presentan como corredores, abogados o autoridades. La víctima paga por transferencia a empresas que cambian de nombre cada pocas semanas.",
      en: "Deception of owners of timeshares in Mexico, most of them older people, who are promised a resale or a refund in exchange for payments in advance. The collectors pose as brokers, lawyers, or officials. The victim wires money to companies that change their names every few weeks.",
    },
    amltrix: ["T0144.014", "T0144.002"],
    printed: ["timeshare fraud", "timeshare scams", "fraude de tiempos compartidos", "tiempos compartidos"],
  },
  {
    code: "corruption",
    name: { es: "Corrupción y desvío de recursos públicos", en: "Corruption and diversion of public funds" },
    description: {
      es: "Sobornos, contratos amañados y desvío de dinero público, y el lavado de lo obtenido. Aparecen familiares, prestanombres y proveedores creados poco antes de ganar un contrato. La persona políticamente expuesta rara vez figura en la cuenta que importa.",
      en: "Bribes, rigged contracts, and the diversion of public money, together with the laundering of what is gained. Relatives, front men, and suppliers formed shortly before winning a contract appear. The politically exposed person is seldom named on the account that matters.",
    },
    amltrix: ["T0051", "T0051.001", "T0006"],
    printed: [
      "bribery",
      "misappropriation or embezzlement of public assets",
      "corruption",
      "kleptocracy",
      "corrupción",
      "soborno",
    ],
  },
  {
    code: "vulnerable-activities-cash",
    name: { es: "Efectivo en actividades vulnerables", en: "Cash in vulnerable activities" },
    description: {
      es: "Pago en efectivo, en pesos o en divisas, a quienes realizan actividades vulnerables: venta de vehículos, joyas, inmuebles u obras de arte, entre otras. Incluye fraccionar el pago o pedir una factura menor para eludir el aviso o el límite legal. El dinero entra al sistema financiero en la cuenta del comerciante.",
      en: "Payment in cash, in pesos or foreign currency, to those engaged in vulnerable activities: the sale of vehicles, jewelry, real estate, or art, among others. It includes splitting the payment or asking for a lower invoice to escape the notice or the legal limit. The money enters the financial system in the merchant’s account.",
    },
    amltrix: ["T0105", "T0004", "T0016"],
    printed: [
      "uso de efectivo y divisas",
      "evasión del aviso",
      "cash placement and layering into the formal financial system",
      "efectivo en actividades vulnerables",
    ],
  },
  {
    code: "nominees",
    name: { es: "Prestanombres y terceros pagadores", en: "Nominees and third-party payers" },
    description: {
      es: "Uso de una persona que figura como cliente, socia o pagadora en lugar de quien decide y se beneficia. El prestanombre puede ser un familiar, un empleado o alguien a quien se paga por firmar. La pregunta útil es quién da las instrucciones y quién asume la pérdida.",
      en: "The use of a person who appears as customer, partner, or payer in place of the one who decides and benefits. The front man may be a relative, an employee, or someone paid to sign. The useful question is who gives the instructions and who bears the loss.",
    },
    amltrix: ["T0038", "T0088", "T0073"],
    printed: ["prestanombres", "prestanombres y terceros pagadores", "nominees", "straw men", "front men"],
  },
  {
    code: "structuring",
    name: { es: "Fraccionamiento de operaciones", en: "Structuring" },
    description: {
      es: "División de una cantidad en operaciones menores para no llegar a un umbral de identificación, reporte o declaración. Puede hacerla una persona en varios días o varias personas el mismo día. Por sí sola dice poco: su peso depende de lo que el cliente evita.",
      en: "The division of an amount into smaller transactions so as not to reach a threshold for identification, reporting, or declaration. One person may do it over several days, or several people on the same day. Alone it says little: its weight depends on what the customer is avoiding.",
    },
    amltrix: ["T0016", "T0016.005", "T0016.003"],
    printed: ["smurfing", "structuring", "fraccionamiento", "pitufeo"],
  },
  {
    code: "high-value-assets",
    name: { es: "Inmuebles y bienes de alto valor", en: "Real estate and high-value goods" },
    description: {
      es: "Compra de inmuebles, vehículos, arte, joyas o artículos de lujo para conservar o mover el valor de fondos ilícitos. El precio, la rapidez y la indiferencia por el bien suelen delatar la operación. El vendedor y el notario ven lo que el banco no ve.",
      en: "The purchase of real estate, vehicles, art, jewelry, or luxury goods to store or move the value of illicit funds. Price, haste, and indifference to the thing bought tend to give the transaction away. The seller and the notary see what the bank does not.",
    },
    amltrix: ["T0010", "T0007", "T0045"],
    printed: [
      "purchase of real estate, luxury goods and other high-value assets",
      "real estate purchases with laundered funds",
      "compraventa de obras de arte",
      "subvaluación y sobrevaluación",
      "compra de vehículos con recursos ilícitos",
    ],
  },
  {
    code: "cross-border-transfers",
    name: { es: "Transferencias transfronterizas", en: "Cross-border transfers" },
    description: {
      es: "Uso de transferencias, remesas y pagos entre particulares para llevar fondos de un país al otro una vez que entraron al sistema financiero. Es el tramo común a casi todas las tipologías de esta frontera. La remesa familiar, frecuente y de monto estable, es su principal fuente de falsos positivos.",
      en: "The use of wires, remittances, and person-to-person payments to carry funds from one country to the other once they have entered the financial system. It is the leg common to almost every typology on this border. The family remittance, frequent and steady in amount, is its main source of false positives.",
    },
    amltrix: ["T0121", "T0134.001", "T0040.001"],
    printed: [
      "cross-border funds transfers",
      "movement of funds from the United States to Mexico by wire",
      "money transfers through banks, MSBs and online payment processors",
      "alternative payment methods",
      "transferencias transfronterizas",
    ],
  },
];
