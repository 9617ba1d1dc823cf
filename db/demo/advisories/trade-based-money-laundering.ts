// Long because it is content: one advisory whole, both languages side by side.
import { list, pen, prose } from "../build";
import type { DemoAdvisory } from "../story";
import { electronicsExporter } from "./chinese-money-laundering-networks";

const number = "UIF-2026-AV-001";
const { section, group, redFlag, borrowed, advisory } = pen({
  slug: "trade-based-money-laundering",
  number,
  lead: "UIF",
  inCoordination: ["CNBV", "FinCEN"],
});

const only = advisory({
  type: "advisory",
  title: {
    es: "Aviso sobre lavado de dinero basado en el comercio entre México y los Estados Unidos",
    en: "Advisory on Trade-Based Money Laundering between Mexico and the United States",
  },
  summary: {
    es: "Una factura puede mover más dinero que un camión lleno de billetes. Este aviso reúne lo que se alcanza a ver en los documentos del comercio exterior (precio, peso, ruta, pagador) y lo ordena por quién lo tiene a la vista: quien revisa documentos, quien procesa pagos y quien conoce al cliente.",
    en: "An invoice can move more money than a truck full of bills. This advisory gathers what can be seen in trade documents (price, weight, route, payer) and arranges it by who has it in view: those who check documents, those who process payments, and those who know the customer.",
  },
  sections: [
    section(
      "background",
      { es: "El comercio como escondite", en: "Trade as a hiding place" },
      prose(
        {
          es: "La frontera entre México y los Estados Unidos es una de las de mayor intercambio del mundo. Ese volumen es una bendición para la economía y un escondite para quien quiere mover valor: entre millones de pedimentos correctos, uno falso no se distingue por su forma, sino porque no cuadra con el dinero.",
          en: "The border between Mexico and the United States carries some of the largest trade in the world. That volume is a blessing for the economy and a hiding place for anyone who wants to move value: among millions of correct customs entries, a false one stands out not by its form but because it does not square with the money.",
        },
        {
          es: "La mayor parte del comercio se paga en cuenta abierta, sin carta de crédito. El banco ve entonces la transferencia, pero no el embarque. Este aviso sugiere qué pedir, y cuándo, sin convertir cada pago en un expediente aduanero.",
          en: "Most trade is paid on open account, with no letter of credit. The bank then sees the transfer but not the shipment. This advisory suggests what to ask for, and when, without turning every payment into a customs file.",
        },
      ),
    ),
    section(
      "methodology",
      { es: "Cinco maneras de mentir con una factura", en: "Five ways to lie with an invoice" },
      prose(
        list(
          {
            es: "**El precio.** Se factura por encima o por debajo del valor real; la diferencia es lo que se mueve.",
            en: "**The price.** Goods are invoiced above or below their real value; the difference is what moves.",
          },
          {
            es: "**La cantidad.** Se declara más o menos mercancía de la embarcada, o ninguna.",
            en: "**The quantity.** More or less merchandise is declared than was shipped, or none at all.",
          },
          {
            es: "**La descripción.** Chatarra que se llama autoparte, o autoparte que se llama chatarra.",
            en: "**The description.** Scrap that is called auto parts, or auto parts that are called scrap.",
          },
          {
            es: "**La repetición.** Un mismo embarque respalda dos o más pagos en bancos distintos.",
            en: "**The repetition.** A single shipment supports two or more payments at different banks.",
          },
          {
            es: "**El pagador.** Un tercero liquida con dólares ilícitos la compra de un importador que pagará en pesos: es el mercado negro de cambio de siempre, con guía de embarque.",
            en: "**The payer.** A third party settles with illicit dollars the purchase of an importer who will pay in pesos: the old black market exchange, with a bill of lading.",
          },
        ),
        {
          es: "Las guías del GAFI y del Grupo Egmont sobre indicadores de riesgo en esta materia siguen siendo lectura útil.[^1]",
          en: "The guides by the FATF and the Egmont Group on risk indicators in this field remain useful reading.[^1]",
        },
        {
          es: "[^1]: GAFI y Grupo Egmont, *Trade-Based Money Laundering: Risk Indicators*, marzo de 2021.",
          en: "[^1]: FATF and Egmont Group, *Trade-Based Money Laundering: Risk Indicators*, March 2021.",
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
          es: "Una importadora de textiles de Puebla declara rollos de tela a 0.85 dólares por kilogramo; sus competidoras declaran entre 3.10 y 3.60 dólares. En ocho meses paga a su proveedor de Los Ángeles 420,000 dólares, una cuarta parte de lo que valdría la mercancía.",
          en: "A textile importer in Puebla declares rolls of fabric at $0.85 per kilogram; its competitors declare between $3.10 and $3.60. In eight months it pays its Los Angeles supplier $420,000, a quarter of what the goods would be worth.",
        },
        {
          es: "La otra parte la pagan en el mostrador del proveedor 17 personas que no compran nada, con efectivo. La importadora vende la tela en México y entrega los pesos a quien puso los dólares. El banco estadounidense vio el efectivo; el mexicano, el precio. El dato que faltaba en ambos era la lista de precios del sector, que es pública.",
          en: "The rest is paid at the supplier’s counter, in cash, by 17 people who buy nothing. The importer sells the fabric in Mexico and hands the pesos to whoever put up the dollars. The U.S. bank saw the cash; the Mexican bank saw the price. The fact missing from both was the trade’s price list, which is public.",
        },
      ),
    ),
    section(
      "guidance",
      { es: "Pedir lo justo", en: "Asking for just enough" },
      prose(
        {
          es: "Una pequeña exportadora no tiene departamento jurídico. Si cada pago le cuesta una semana de papeles, buscará un canal informal. Por eso:",
          en: "A small exporter has no legal department. If every payment costs a week of paperwork, it will look for an informal channel. For that reason:",
        },
        list(
          {
            es: "pida documentos por muestra y por riesgo, no en todos los pagos;",
            en: "ask for documents by sample and by risk, not for every payment;",
          },
          {
            es: "acepte el documento que el cliente ya tiene (pedimento, carta porte, comprobante fiscal) antes de inventar un formato;",
            en: "accept the document the customer already has (customs entry, carta porte, electronic invoice) before inventing a form;",
          },
          {
            es: "compare el precio contra rangos y no contra un número único: calidad, volumen y urgencia lo mueven;",
            en: "compare price with ranges and not with a single number: quality, volume, and urgency move it;",
          },
          {
            es: "al limitar, limite la contraparte o el producto, y conserve los pagos de nómina e impuestos del cliente.",
            en: "where limits are needed, limit the counterparty or the product, and keep the customer’s payroll and tax payments running.",
          },
        ),
      ),
    ),
    section(
      "obligations",
      { es: "Obligaciones relacionadas", en: "Related obligations" },
      prose({
        es: "En México: Disposiciones del artículo 115 de la Ley de Instituciones de Crédito; artículo 17, fracción XIV, de la LFPIORPI (agentes aduanales); artículo 69-B del Código Fiscal de la Federación; Ley Aduanera. En los Estados Unidos: 31 CFR 1020.320 (reporte de operaciones sospechosas), 31 CFR 1010.330 (efectivo por más de 10,000 dólares recibido en un negocio) y 31 CFR 1010.610 (debida diligencia en corresponsalía).",
        en: "In Mexico: the Disposiciones of article 115 of the Ley de Instituciones de Crédito; article 17, section XIV, of the LFPIORPI (customs brokers); article 69-B of the Federal Tax Code; the Ley Aduanera. In the United States: 31 CFR 1020.320 (suspicious activity reporting), 31 CFR 1010.330 (cash above $10,000 received in a trade or business), and 31 CFR 1010.610 (due diligence for correspondent accounts).",
      }),
    ),
    section(
      "filing",
      { es: "Cómo reportar", en: "How to file" },
      prose({
        es: "Reporte la discrepancia con cifras: qué dice el documento, qué dice el pago y cuál sería lo esperado. En México, anote fracción arancelaria, número de pedimento y precio unitario. En los Estados Unidos, escriba `TBML UIF-2026-AV-001` en el campo 2 y en la narrativa y marque 36(l); si el hallazgo es de un grupo, agregue el término de ese grupo.",
        en: "Report the discrepancy in figures: what the document says, what the payment says, and what would be expected. In Mexico, give the tariff code, the customs entry number, and the unit price. In the United States, enter `TBML UIF-2026-AV-001` in field 2 and in the narrative and check 36(l); where the finding belongs to one group, add that group’s term.",
      }),
    ),
  ],
  groups: [
    group("documents", { es: "En los documentos", en: "In the documents" }),
    group("payments", { es: "En los pagos", en: "In the payments" }),
    group("customer", { es: "En el cliente", en: "In the customer" }),
  ],
  redFlags: [
    redFlag(1, {
      group: "documents",
      text: {
        es: "El precio unitario se aparta en más de 40 %, hacia arriba o hacia abajo, del rango de importaciones con la misma fracción arancelaria y origen, sin diferencia de calidad que lo explique.",
        en: "The unit price departs by more than 40%, up or down, from the range of imports under the same tariff code and origin, with no difference in quality to explain it.",
      },
      control: {
        es: "Mantener una tabla trimestral de rangos de precio para las 50 fracciones más usadas por los clientes.",
        en: "Keep a quarterly table of price ranges for the 50 tariff codes that customers use most.",
      },
      data: {
        es: "Fracción arancelaria; precio y cantidad; país de origen; rango de referencia.",
        en: "Tariff code; price and quantity; country of origin; reference range.",
      },
      falsePositive: {
        es: "Los saldos, la mercancía de segunda mano y los prototipos tienen precios atípicos; la factura suele decirlo.",
        en: "Closeouts, secondhand goods, and prototypes carry odd prices; the invoice usually says so.",
      },
      footnotes: [
        {
          es: "Las estadísticas de comercio exterior por fracción son públicas en ambos países.",
          en: "Trade statistics by tariff code are public in both countries.",
        },
      ],
      at: ["trade", "case-review"],
      strength: "moderate",
      with: [2, 6],
      amltrix: ["T0008.003", "T0008.002"],
    }),
    redFlag(2, {
      group: "documents",
      text: {
        es: "El peso o el volumen del documento de transporte no alcanza para la cantidad facturada, o rebasa la capacidad del vehículo o contenedor.",
        en: "The weight or volume in the transport document is not enough for the quantity invoiced, or exceeds the capacity of the vehicle or container.",
      },
      control: {
        es: "Calcular peso por unidad en los embarques revisados y conservar el cálculo en el expediente.",
        en: "Compute weight per unit for the shipments reviewed and keep the calculation on file.",
      },
      data: {
        es: "Peso bruto y neto; unidades; tipo de vehículo o contenedor.",
        en: "Gross and net weight; units; type of vehicle or container.",
      },
      falsePositive: {
        es: "Los embarques consolidados mezclan pesos; pida la guía individual.",
        en: "Consolidated shipments mix weights; ask for the house waybill.",
      },
      footnotes: [
        {
          es: "Un contenedor de 40 pies admite alrededor de 26 toneladas de carga; por carretera el límite puede ser menor.",
          en: "A 40-foot container takes about 26 tons of cargo; on the road the limit may be lower.",
        },
      ],
      at: ["trade"],
      strength: "strong",
      with: [1],
      amltrix: ["T0069", "T0069.002"],
    }),
    redFlag(3, {
      group: "documents",
      text: {
        es: "El mismo conocimiento de embarque, guía o pedimento respalda pagos distintos, en la misma institución o, según informa la contraparte, en otra.",
        en: "The same bill of lading, waybill, or customs entry supports different payments, at the same institution or, as the counterparty reports, at another.",
      },
      control: {
        es: "Registrar los números de documento como dato y rechazar la segunda presentación.",
        en: "Record document numbers as data and refuse the second presentation.",
      },
      data: {
        es: "Número de documento de transporte y de pedimento; fecha y pago que respalda.",
        en: "Transport document and customs entry numbers; date and payment supported.",
      },
      falsePositive: {
        es: "Los pagos parciales de un embarque citan el mismo número: deben sumar el total y no más.",
        en: "Partial payments for a shipment cite the same number: they should add up to the total and no more.",
      },
      at: ["trade", "monitoring"],
      strength: "strong",
      amltrix: ["T0008.001", "T0012.001"],
    }),
    redFlag(4, {
      group: "documents",
      text: {
        es: "La ruta no tiene sentido: la mercancía da la vuelta por una zona franca o por un tercer país, cambia ahí de factura y regresa con otro valor.",
        en: "The route makes no sense: the goods go around through a free trade zone or a third country, change invoices there, and return at another value.",
      },
      control: {
        es: "Pedir la razón comercial de la escala y la factura original cuando el valor cambie en más de 20 %.",
        en: "Ask for the business reason for the stop and the original invoice when value changes by more than 20%.",
      },
      data: {
        es: "Puertos y fechas; facturas de cada tramo; valor en cada una.",
        en: "Ports and dates; invoices for each leg; value on each.",
      },
      falsePositive: {
        es: "La maquila y los centros regionales de distribución producen rutas con escala; hay contrato y programa autorizado.",
        en: "Contract assembly and regional distribution hubs produce routes with stops; there is a contract and an authorized program.",
      },
      at: ["trade", "case-review"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0041", "T0069.001"],
    }),
    redFlag(5, {
      group: "documents",
      text: {
        es: "La descripción es tan amplia que admite cualquier precio (“mercancía general”, “refacciones varias”, “textil surtido”), y el cliente corrige los documentos después de presentarlos.",
        en: "The description is so broad that it admits any price (“general merchandise,” “assorted parts,” “mixed textiles”), and the customer corrects the documents after presenting them.",
      },
      control: {
        es: "Pedir lista de empaque cuando la descripción no permita identificar el producto.",
        en: "Ask for the packing list when the description does not identify the product.",
      },
      data: {
        es: "Descripción; lista de empaque; historial de correcciones.",
        en: "Description; packing list; history of corrections.",
      },
      falsePositive: {
        es: "El comercio de remates y liquidaciones vende lotes surtidos; su precio por lote es bajo y parejo.",
        en: "The closeout trade sells mixed lots; its price per lot is low and even.",
      },
      at: ["trade"],
      strength: "contextual",
      amltrix: ["T0069", "T0012.003"],
    }),
    redFlag(6, {
      group: "payments",
      text: {
        es: "Paga la mercancía alguien que no aparece en ningún documento de la operación: otra empresa, un particular, un centro cambiario o una cuenta en un país distinto.",
        en: "The goods are paid for by someone who appears in no document of the transaction: another company, an individual, an exchange house, or an account in a different country.",
      },
      control: {
        es: "Pedir carta del comprador que explique al pagador y confirmar el contrato en la primera ocasión.",
        en: "Ask for the buyer’s letter explaining the payer and confirm the contract the first time it happens.",
      },
      data: {
        es: "Pagador; comprador facturado; país de la cuenta; frecuencia.",
        en: "Payer; invoiced buyer; country of the account; frequency.",
      },
      falsePositive: {
        es: "Los centros de pago de grupos multinacionales pagan por todas sus filiales; están en el organigrama.",
        en: "Payment centers of multinational groups pay for all their affiliates; they appear in the organization chart.",
      },
      footnotes: [
        {
          es: "El pago por terceros es el rasgo más constante del mercado negro de cambio de pesos.",
          en: "Third-party payment is the most constant trait of the black market peso exchange.",
        },
      ],
      at: ["monitoring", "trade"],
      strength: "strong",
      with: [1, 7],
      amltrix: ["T0073", "T0013.005"],
    }),
    redFlag(7, {
      group: "payments",
      text: {
        es: "Un proveedor de los Estados Unidos recibe en su mostrador, para abonar a la deuda de un comprador mexicano, efectivo de varias personas en cantidades menores de 10,000 dólares.",
        en: "A U.S. supplier receives at its counter, to be credited to a Mexican buyer’s debt, cash from several people in amounts under $10,000.",
      },
      control: {
        es: "Comparar el efectivo depositado por mayoristas con sus ventas de mostrador y su cartera extranjera.",
        en: "Compare cash deposited by wholesalers with their counter sales and foreign receivables.",
      },
      data: {
        es: "Depósitos en efectivo; cartera por cliente; recibos a nombre de terceros.",
        en: "Cash deposits; receivables by customer; receipts in the names of third parties.",
      },
      falsePositive: {
        es: "Hay clientes mexicanos que cruzan a comprar en persona y pagan en efectivo: se llevan la mercancía y la factura a su nombre.",
        en: "Some Mexican customers cross to buy in person and pay cash: they take the goods and the invoice in their own names.",
      },
      at: ["branch", "monitoring"],
      strength: "strong",
      with: [6],
      amltrix: ["T0013.005", "T0016"],
    }),
    redFlag(8, {
      group: "payments",
      text: {
        es: "El cliente paga importaciones por anticipado durante más de 180 días y no presenta pedimentos, o cobra exportaciones que nunca salieron.",
        en: "The customer pays for imports in advance for more than 180 days and presents no customs entries, or collects for exports that never left.",
      },
      control: {
        es: "Conciliar cada semestre anticipos con pedimentos y pedir explicación de los saldos abiertos.",
        en: "Reconcile advances with customs entries every half-year and ask for an explanation of open balances.",
      },
      data: {
        es: "Anticipos; pedimentos; saldo por proveedor; antigüedad.",
        en: "Advances; customs entries; balance by supplier; age.",
      },
      falsePositive: {
        es: "La maquinaria hecha sobre pedido tarda más de 180 días: el contrato fija hitos.",
        en: "Machinery made to order takes more than 180 days: the contract sets milestones.",
      },
      at: ["trade", "case-review"],
      strength: "strong",
      amltrix: ["T0069.002", "T0031"],
    }),
    redFlag(9, {
      group: "payments",
      text: {
        es: "Pagos de ida y vuelta entre las mismas empresas por cantidades casi iguales, con facturas de mercancía distinta y en un lapso de 15 días.",
        en: "Payments back and forth between the same companies in nearly equal amounts, with invoices for different goods and within 15 days.",
      },
      control: {
        es: "Buscar ciclos entre contrapartes comerciales, no solo entre personas físicas.",
        en: "Look for cycles among trading counterparties, not only among individuals.",
      },
      data: {
        es: "Pagos en ambos sentidos; facturas; fechas.",
        en: "Payments in both directions; invoices; dates.",
      },
      falsePositive: {
        es: "Las devoluciones y notas de crédito regresan dinero por la misma mercancía, no por otra.",
        en: "Returns and credit notes send money back for the same goods, not for others.",
      },
      at: ["monitoring"],
      strength: "strong",
      amltrix: ["T0039", "T0031"],
    }),
    redFlag(10, {
      group: "customer",
      text: {
        es: "La empresa importa o exporta productos sin relación entre sí y cambia de giro según el mes: autopartes, ropa, electrónica, alimentos.",
        en: "The company imports or exports unrelated products and changes its line of business by the month: auto parts, clothing, electronics, food.",
      },
      control: {
        es: "Actualizar el perfil cuando aparezca un capítulo arancelario nuevo y pedir el cliente final.",
        en: "Update the profile when a new tariff chapter appears and ask for the final customer.",
      },
      data: {
        es: "Capítulos arancelarios por mes; giro declarado; clientes finales.",
        en: "Tariff chapters by month; stated line of business; final customers.",
      },
      falsePositive: {
        es: "Las comercializadoras por encargo trabajan así; cobran comisión y tienen muchos mandantes.",
        en: "Trading companies that work on commission operate this way; they charge a fee and have many principals.",
      },
      at: ["onboarding", "monitoring"],
      strength: "moderate",
      with: [1, 6],
      amltrix: ["T0014", "T0111"],
    }),
    redFlag(11, {
      group: "customer",
      text: {
        es: "Las ventas al exterior crecen al doble o más en un año sin que crezcan nómina, energía, fletes ni compras de insumos.",
        en: "Foreign sales double or more in a year while payroll, power, freight, and input purchases do not grow.",
      },
      control: {
        es: "Incluir en la revisión anual la razón entre exportaciones y gastos de operación.",
        en: "Include the ratio of exports to operating expenses in the annual review.",
      },
      data: {
        es: "Exportaciones; nómina; recibos de energía; fletes; compras.",
        en: "Exports; payroll; power bills; freight; purchases.",
      },
      falsePositive: {
        es: "La subcontratación traslada gastos a terceros: aparecen pagos a maquiladores.",
        en: "Outsourcing moves expenses to third parties: payments to contract manufacturers appear.",
      },
      footnotes: [
        {
          es: "También es señal de solicitudes indebidas de devolución de IVA; véase el artículo 22 del Código Fiscal de la Federación.",
          en: "It is also a sign of improper VAT refund claims; see article 22 of the Federal Tax Code.",
        },
      ],
      at: ["case-review", "monitoring"],
      strength: "strong",
      amltrix: ["T0069.001", "T0147.004"],
    }),
    borrowed(electronicsExporter, "FIN-2025-A014", "customer"),
  ],
  typologies: ["trade-based-money-laundering", "shell-companies", "nominees", "cross-border-transfers"],
  shareWith: [
    { es: "Comercio exterior y cartas de crédito", en: "Trade finance and letters of credit" },
    { es: "Oficial de cumplimiento", en: "Compliance officer" },
    { es: "Banca empresarial", en: "Corporate banking" },
    { es: "Corresponsalía", en: "Correspondent banking" },
    { es: "Agentes aduanales", en: "Customs brokers" },
  ],
  priorities: ["drug-trafficking", "transnational-organised-crime", "fraud", "corruption"],
  predicates: [
    { es: "Narcotráfico", en: "Drug trafficking" },
    { es: "Contrabando y defraudación fiscal", en: "Smuggling and tax fraud" },
    { es: "Operaciones con recursos de procedencia ilícita", en: "Money laundering" },
  ],
  corridors: [
    ["Los Angeles, US", "Puebla, MX"],
    ["Laredo, US", "Nuevo Laredo, MX"],
    ["Miami, US", "Ciudad de México, MX"],
    ["Guangdong, CN", "Manzanillo, MX"],
  ],
  sectors: ["bank", "broker", "fintech", "vulnerable-activity"],
  products: [
    { es: "Cuenta abierta y transferencias", en: "Open account and wires" },
    { es: "Cartas de crédito", en: "Letters of credit" },
    { es: "Cobranzas documentarias", en: "Documentary collections" },
    { es: "Factoraje", en: "Factoring" },
  ],
  legalBasis: {
    es: "Facultades de la UIF conforme al Reglamento Interior de la SHCP y artículo 115 de la Ley de Instituciones de Crédito. Orientación no vinculante.",
    en: "The UIF’s powers under the SHCP’s Internal Regulations and article 115 of the Ley de Instituciones de Crédito. Non-binding guidance.",
  },
  validFrom: "2026-02-18",
  reviewBy: "2027-02-18",
  relations: [
    { kind: "builds-on", number: "FIN-2025-A014", inForce: true },
    { kind: "cites", number: "FIN-2025-A003", inForce: true },
  ],
  contact: {
    es: "UIF (demostración), tipologías: avisos@uif.example.",
    en: "UIF (demonstration), typologies: avisos@uif.example.",
  },
  us: {
    keyTerms: [
      { printed: "TBML UIF-2026-AV-001" },
      { printed: "TBML-INVOICE UIF-2026-AV-001", group: "documents", secondary: true },
      { printed: "TBML-ROUTE UIF-2026-AV-001", group: "documents", secondary: true },
      { printed: "TBML-THIRDPARTY UIF-2026-AV-001", group: "payments", secondary: true },
      { printed: "TBML-BMPE UIF-2026-AV-001", group: "payments", secondary: true },
      { printed: "TBML-TRADER UIF-2026-AV-001", group: "customer", secondary: true },
    ],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 36(l) (Trade Based Money Laundering/Black Market Peso Exchange)",
      "SAR field 45(z) (Other product type)",
      "Form 8300 Box 1b and Comments",
    ],
  },
  mx: {
    reportTypes: ["ROI"],
    suggestedWording: {
      es: "“Discrepancia comercial (aviso UIF-2026-AV-001). Documento: [tipo y número]; valor declarado: [dato]; valor esperado: [dato y fuente]; pagador: [relación con el comprador]. Señales observadas: [RF-nn]”.",
      en: "“Trade discrepancy (advisory UIF-2026-AV-001). Document: [type and number]; declared value: [figure]; expected value: [figure and source]; payer: [relationship to the buyer]. Red flags observed: [RF-nn].”",
    },
  },
});

export const story: DemoAdvisory = {
  slug: "trade-based-money-laundering",
  number,
  lead: "UIF",
  joint: [],
  versions: [only],
  publishedOn: ["2026-02-18"],
};
