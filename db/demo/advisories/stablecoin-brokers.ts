import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "FIN-2026-A016";
const { advisory, group, redFlag, section } = pen({
  slug: "stablecoin-brokers",
  number,
  lead: "FinCEN",
  inCoordination: ["UIF"],
});

/** Nothing in it is public: each part carries the label of the whole. */
const amber = <Part>(part: Part) => ({ ...part, tlp: "AMBER" as const });

const first = advisory({
  type: "advisory",
  tlp: "AMBER",
  audience: { jurisdictions: ["US", "MX"], sectors: ["bank", "fintech"], organisations: [] },
  title: both(
    "Corredores extrabursátiles de monedas estables que liquidan efectivo en los dos lados de la frontera",
    "Over-the-Counter Stablecoin Brokers That Settle Cash on Both Sides of the Border",
  ),
  summary: both(
    "Corredores sin registro reciben dólares en efectivo en Estados Unidos y entregan su equivalente en monedas estables (stablecoins) a carteras que controlan compradores en México, donde otro corredor las vuelve pesos. El efectivo no cruza la frontera: cruza el saldo. Este aviso se dirige a bancos y empresas fintech que pueden ver los dos extremos bancarios del esquema y describe umbrales y secuencias que no conviene publicar.",
    "Unregistered brokers take in U.S. cash and deliver its equivalent in stablecoins to wallets controlled by buyers in Mexico, where another broker turns them into pesos. The cash does not cross the border; the balance does. This advisory is addressed to banks and fintech companies that can see the two banking ends of the scheme, and it describes thresholds and sequences that should not be made public.",
  ),
  sections: [
    section(
      "introduction",
      both("Manejo de este documento", "Handling of this document"),
      both(
        `TLP:AMBER. Puede compartirse dentro de la institución que lo recibe y con sus clientes o proveedores que lo necesiten para protegerse. No debe citarse en documentos públicos, en contratos ni en respuestas a clientes. La razón es concreta: los umbrales que aquí se describen dejan de servir en cuanto los conocen los corredores.`,
        `TLP:AMBER. It may be shared within the receiving institution and with those of its clients or providers who need it to protect themselves. It must not be quoted in public documents, in contracts, or in replies to customers. The reason is concrete: the thresholds described here stop working as soon as the brokers learn of them.`,
      ),
    ),
    section(
      "background",
      both("Por qué una moneda estable", "Why a stablecoin"),
      both(
        `Una moneda estable ofrece al lavador lo que antes le daba un sistema informal de transferencia de valor: un precio fijo, entrega inmediata y nadie a quien pedir permiso. Le agrega alcance. Un saldo puede pasar por cinco carteras y llegar a otro continente en menos de 10 minutos, por una comisión inferior a 1 dólar.

Lo que sigue siendo difícil es entrar y salir. El efectivo debe depositarse en algún lugar y los pesos deben aparecer en alguna cuenta. En esos dos momentos hay una institución que puede observar, y por eso este aviso no trata del análisis de la cadena de bloques, sino de lo que se ve en una cuenta común.

El comercio de activos virtuales es lícito en los dos países. En Estados Unidos, quien se dedica a cambiarlos o transmitirlos por cuenta de terceros debe registrarse como negocio de servicios monetarios conforme a 31 CFR 1022.380; en México, la actividad se rige por la Ley para Regular las Instituciones de Tecnología Financiera y, fuera del sistema financiero, por la Ley Federal para la Prevención e Identificación de Operaciones con Recursos de Procedencia Ilícita, que la trata como actividad vulnerable.`,
        `A stablecoin offers the launderer what an informal value transfer system used to offer: a fixed price, immediate delivery, and nobody to ask for permission. It adds reach. A balance can pass through five wallets and arrive on another continent in less than 10 minutes, for a fee of under $1.

What remains hard is getting in and getting out. The cash has to be deposited somewhere, and the pesos have to appear in some account. At those two moments there is an institution able to observe, which is why this advisory is not about blockchain analysis but about what can be seen in an ordinary account.

Trading virtual assets is lawful in both countries. In the United States, anyone in the business of exchanging or transmitting them on behalf of others must register as a money services business under 31 CFR 1022.380; in Mexico, the activity is governed by the Law to Regulate Financial Technology Institutions and, outside the financial system, by the Federal Law for the Prevention and Identification of Operations with Resources of Illicit Origin, which treats it as a vulnerable activity.`,
      ),
    ),
    section(
      "methodology",
      both("La secuencia", "The sequence"),
      both(
        `1. **Acopio.** Mensajeros entregan efectivo a un corredor, que lo deposita en cuentas de empresas de bajo perfil en cantidades de entre 4,000 y 9,500 dólares.
2. **Compra.** El mismo día o el siguiente, la empresa transfiere a una plataforma de intercambio y compra una sola moneda estable, siempre la misma.
3. **Retiro.** La totalidad se envía a una cartera no alojada en menos de 30 minutos.
4. **Salto.** El saldo pasa de 2 a 6 carteras; con frecuencia cambia de red para abaratar la comisión.
5. **Entrega.** Un corredor en México recibe las monedas y transfiere pesos desde cuentas de personas físicas, con una comisión de entre 1 % y 3 %.

Los corredores se compensan entre sí. Cuando los flujos se equilibran no hay siquiera movimiento en la cadena: solo dos entregas, una en cada lado.`,
        `1. **Collection.** Couriers hand cash to a broker, who deposits it into the accounts of low-profile companies in amounts of $4,000 to $9,500.
2. **Purchase.** On the same day or the next, the company transfers to an exchange and buys a single stablecoin, always the same one.
3. **Withdrawal.** The whole amount is sent to an unhosted wallet in less than 30 minutes.
4. **Hop.** The balance passes through 2 to 6 wallets, often changing networks to lower the fee.
5. **Delivery.** A broker in Mexico receives the coins and transfers pesos from individuals’ accounts, for a commission of 1% to 3%.

Brokers offset one another. When the flows balance there is not even a movement on the chain: only two deliveries, one on each side.`,
      ),
    ),
    section(
      "case-study",
      both("Un caso ilustrativo (inventado)", "An illustrative case (invented)"),
      both(
        `Una empresa de accesorios para celular de Arizona, con dos empleados y ventas declaradas de 22,000 dólares al mes, deposita en 6 semanas 611,000 dólares en efectivo en 9 sucursales. Todo sale hacia una plataforma de intercambio. Del otro lado, siete personas de una misma ciudad mexicana, sin ingresos comprobables, envían transferencias por 10,900,000 pesos a importadores y a compradores de autos.

El banco estadounidense trató la anomalía como un asunto de efectivo; el mexicano, como siete cuentas fuera de perfil. Solo al comparar fechas y montos —con una diferencia de menos de 2 % una vez convertidos— se entendió que era una misma operación.`,
        `An Arizona cell phone accessories company with two employees and declared sales of $22,000 a month deposits $611,000 in cash at 9 branches over 6 weeks. All of it leaves for an exchange. On the other side, seven people in a single Mexican city, with no verifiable income, send transfers worth 10,900,000 pesos to importers and car buyers.

The U.S. bank treated the anomaly as a matter of cash; the Mexican one, as seven accounts out of profile. Only when dates and amounts were compared—less than 2% apart once converted—did it become clear that this was a single operation.`,
      ),
    ),
    section(
      "guidance",
      both("Qué hacer y qué no", "What to do, and what not to"),
      both(
        `- No negar servicio a quien compra activos virtuales: la tenencia no es una señal.
- Distinguir al **usuario** del **corredor**: el primero compra con su dinero y conserva; el segundo compra con dinero ajeno y vacía.
- Preguntar por el registro o la autorización antes de restringir; muchos corredores ignoran que deben tenerlo y algunos se regularizan.
- Coordinar al banco y a la plataforma cuando exista fundamento: en Estados Unidos, conforme a la sección 314(b); en México, con el fundamento que el área jurídica tenga registrado.
- Conservar el identificador de la transacción en la cadena y la dirección de la cartera, que son el dato más útil de un reporte.`,
        `- Do not refuse service to those who buy virtual assets: holding them is not a red flag.
- Tell the **user** from the **broker**: the former buys with their own money and keeps; the latter buys with other people’s money and empties.
- Ask about registration or authorization before restricting; many brokers do not know they need it, and some come into compliance.
- Coordinate bank and exchange where there is a basis: in the United States, under section 314(b); in Mexico, on the ground that counsel has recorded.
- Keep the on-chain transaction identifier and the wallet address, which are the most useful data in a report.`,
      ),
    ),
    section(
      "filing",
      both("Reporte", "Reporting"),
      both(
        `En Estados Unidos, término clave **FIN-2026-STABLEBROKER** en el campo 2 y en la narrativa, con los campos 38(n) o 38(s) según corresponda. En México, ROI en los plazos ordinarios. El término clave puede escribirse en el reporte, aunque este aviso no sea público.`,
        `In the United States, key term **FIN-2026-STABLEBROKER** in field 2 and in the narrative, with field 38(n) or 38(s) as applicable. In Mexico, an ROI within the ordinary time limits. The key term may be written in the report even though this advisory is not public.`,
      ),
    ),
  ].map(amber),
  groups: [
    group("entry", both("Entrada de efectivo", "Cash entry")),
    group("exchange", both("Paso por la plataforma", "Passage through the exchange")),
    group("exit", both("Salida en pesos", "Peso exit")),
  ],
  redFlags: [
    redFlag(1, {
      group: "entry",
      heading: both("Del efectivo a la plataforma", "From cash to exchange"),
      text: both(
        "Una empresa ajena al sector deposita efectivo por entre 4,000 y 9,500 dólares en varias sucursales y transfiere al menos 85 % a una plataforma de intercambio en un plazo de 2 días.",
        "A company outside the sector deposits cash of $4,000 to $9,500 at several branches and transfers at least 85% of it to an exchange within 2 days.",
      ),
      data: both(
        "Depósitos en efectivo por sucursal; transferencias a plataformas conocidas.",
        "Cash deposits by branch; transfers to known exchanges.",
      ),
      falsePositive: both(
        "Los operadores registrados de cajeros de activos virtuales hacen lo mismo; su registro es consultable.",
        "Registered operators of virtual asset kiosks do the same; their registration can be looked up.",
      ),
      control: both(
        "Escenario combinado de efectivo y plataforma con ventana de 48 horas.",
        "Combined cash and exchange scenario with a 48-hour window.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [3, 4],
      amltrix: ["T0114", "T0016", "T0004"],
    }),
    redFlag(2, {
      group: "entry",
      heading: both("Giro que no usa esa moneda", "A trade with no use for the coin"),
      text: both(
        "El cliente explica sus compras como “pago a proveedores”, pero los proveedores que declara cobran en moneda nacional y por transferencia.",
        "The customer explains its purchases as “supplier payments,” yet the suppliers it names are paid in local currency and by transfer.",
      ),
      data: both("Proveedores declarados y pagos reales.", "Declared suppliers and actual payments."),
      falsePositive: both(
        "Algunos importadores sí pagan en monedas estables; tienen factura y pedimento.",
        "Some importers do pay in stablecoins; they have an invoice and a customs entry.",
      ),
      at: ["case-review", "onboarding"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0114", "T0040"],
    }),
    redFlag(3, {
      group: "exchange",
      heading: both("Una sola moneda, retiro total", "One coin, full withdrawal"),
      text: both(
        "La cuenta en la plataforma compra una única moneda estable y retira 100 % del saldo a una cartera no alojada en menos de 30 minutos, en diez o más ocasiones durante 30 días.",
        "The exchange account buys a single stablecoin and withdraws 100% of the balance to an unhosted wallet in less than 30 minutes, on ten or more occasions over 30 days.",
      ),
      data: both(
        "Órdenes y retiros por cuenta, con hora.",
        "Orders and withdrawals per account, with time stamps.",
      ),
      falsePositive: both(
        "Las tesorerías corporativas retiran a custodia propia, pero no en minutos ni tantas veces.",
        "Corporate treasuries withdraw to self-custody, but not within minutes or so many times.",
      ),
      control: both(
        "Retener el primer retiro a una cartera nueva hasta confirmar su titularidad.",
        "Hold the first withdrawal to a new wallet until its ownership is confirmed.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [1, 4],
      amltrix: ["T0114", "T0034"],
    }),
    redFlag(4, {
      group: "exchange",
      heading: both("La cartera común", "The wallet in common"),
      text: both(
        "Cuentas de titulares que dicen no conocerse retiran a la misma cartera o a carteras que se reúnen en el siguiente salto.",
        "Accounts whose holders claim not to know each other withdraw to the same wallet, or to wallets that meet at the next hop.",
      ),
      data: both("Direcciones de destino y un salto posterior.", "Destination addresses and one hop beyond."),
      falsePositive: both(
        "Las carteras de depósito de otra plataforma son comunes a miles de clientes; deben estar identificadas.",
        "Deposit wallets of another exchange are shared by thousands of customers and should be identified as such.",
      ),
      control: both(
        "Excluir carteras de plataformas conocidas antes de agrupar titulares.",
        "Exclude wallets of known exchanges before clustering holders.",
      ),
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [3],
      amltrix: ["T0114", "T0070"],
    }),
    redFlag(5, {
      group: "exchange",
      heading: both("Cambio de red por unos centavos", "Changing networks for cents"),
      text: both(
        "El saldo cambia de red o se envuelve en otro token y vuelve a la misma moneda estable en menos de 1 hora, sin ganancia posible.",
        "The balance changes networks or is wrapped into another token and returns to the same stablecoin in less than 1 hour, with no possible gain.",
      ),
      data: both("Trazado de la cadena; puentes utilizados.", "Chain trace; bridges used."),
      falsePositive: both(
        "Quien aprovecha diferencias de precio también cambia de red, pero gana algo.",
        "Arbitrage traders change networks too, but they earn something.",
      ),
      at: ["case-review"],
      strength: "contextual",
      with: [3, 4],
      amltrix: ["T0005", "T0067.002"],
    }),
    redFlag(6, {
      group: "exit",
      heading: both("Pesos sin origen", "Pesos from nowhere"),
      text: both(
        "Personas físicas sin ingresos comprobables reciben pesos de una plataforma o de otras personas físicas y pagan el mismo día a importadores, lotes de autos o casas de empeño.",
        "Individuals with no verifiable income receive pesos from an exchange or from other individuals and, on the same day, pay importers, car lots, or pawnshops.",
      ),
      data: both(
        "Ingreso declarado; contraparte y hora de abono y cargo.",
        "Declared income; counterparty and time of credit and debit.",
      ),
      falsePositive: both(
        "Quien vende por su cuenta activos que ya tenía no repite la operación cada semana.",
        "Someone selling assets they already held does not repeat the transaction every week.",
      ),
      control: both(
        "Límite inicial y entrevista para cuentas nuevas que reciban de plataformas más de 200,000 pesos en 15 días.",
        "Initial limit and interview for new accounts that receive more than 200,000 pesos from exchanges within 15 days.",
      ),
      at: ["monitoring"],
      strength: "strong",
      with: [7],
      amltrix: ["T0011.001", "T0073"],
    }),
    redFlag(7, {
      group: "exit",
      heading: both("Pago que no corresponde al comprador", "Payment that does not match the buyer"),
      text: both(
        "La cuenta paga facturas a nombre de terceros con los que no guarda relación, por importes que coinciden, con una diferencia menor de 3 %, con depósitos hechos en Estados Unidos en los 2 días previos.",
        "The account pays invoices issued to unrelated third parties in amounts that match, within less than 3%, deposits made in the United States over the previous 2 days.",
      ),
      data: both(
        "Referencia de pago; tipo de cambio del día; información compartida con fundamento.",
        "Payment reference; exchange rate of the day; information shared on a legal basis.",
      ),
      falsePositive: both(
        "El pago por cuenta de un familiar o de una filial es común y se documenta.",
        "Paying on behalf of a relative or an affiliate is common and can be documented.",
      ),
      at: ["case-review"],
      strength: "moderate",
      with: [1, 6],
      amltrix: ["T0102", "T0073"],
    }),
    redFlag(8, {
      group: "exit",
      heading: both("Anuncio de cambio", "An exchange advertised"),
      text: both(
        "El titular anuncia en redes sociales o en aplicaciones de mensajería compra y venta de monedas estables con “entrega en efectivo”, sin registro ni autorización.",
        "The account holder advertises the purchase and sale of stablecoins with “cash delivery” on social media or messaging apps, without registration or authorization.",
      ),
      data: both(
        "Fuentes abiertas; registro público aplicable.",
        "Open sources; applicable public register.",
      ),
      falsePositive: both(
        "Confirmar identidad: los nombres de usuario se copian.",
        "Confirm identity: user names are copied.",
      ),
      at: ["onboarding", "case-review"],
      strength: "moderate",
      with: [3, 6],
      amltrix: ["T0013.001", "T0114"],
    }),
  ].map(amber),
  typologies: ["virtual-assets", "money-mules"],
  shareWith: [
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Equipos de análisis de activos virtuales", "Virtual asset analytics teams"),
    both("Responsables de modelos de monitoreo", "Owners of monitoring models"),
  ],
  priorities: ["transnational-organised-crime", "drug-trafficking", "cybercrime"],
  predicates: [
    both("Delitos contra la salud", "Drug trafficking"),
    both(
      "Operación sin registro de un negocio de servicios monetarios",
      "Operating an unregistered money services business",
    ),
  ],
  corridors: [["US", "MX"]],
  sectors: ["bank", "fintech"],
  products: [
    both("Activos virtuales", "Virtual assets"),
    both("Depósitos en efectivo", "Cash deposits"),
    both("Transferencias inmediatas", "Instant transfers"),
  ],
  legalBasis: both(
    "31 U.S.C. 5318(g) y 31 CFR 1022.380 en Estados Unidos; artículo 30 de la Ley para Regular las Instituciones de Tecnología Financiera y artículo 115 de la Ley de Instituciones de Crédito en México.",
    "31 U.S.C. 5318(g) and 31 CFR 1022.380 in the United States; article 30 of the Law to Regulate Financial Technology Institutions and article 115 of the Credit Institutions Law in Mexico.",
  ),
  validFrom: "2026-05-19",
  reviewBy: "2026-12-15",
  relations: [],
  contact: both(
    "Consultas de instituciones destinatarias: virtual-assets@fincen.example",
    "Questions from receiving institutions: virtual-assets@fincen.example",
  ),
  us: {
    keyTerms: [{ printed: "FIN-2026-STABLEBROKER" }],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 38(n) (Suspicious Use of Informal Value Transfer System)",
      "SAR field 38(s) (Unlicensed or Unregistered MSB)",
    ],
  },
  mx: {
    reportTypes: ["ROI"],
    suggestedWording: both(
      "Posible corretaje extrabursátil de monedas estables (FIN-2026-STABLEBROKER). Incluir direcciones de cartera, identificador de transacción, plataforma y destino de los pesos.",
      "Possible over-the-counter stablecoin brokerage (FIN-2026-STABLEBROKER). Include wallet addresses, transaction identifier, exchange, and destination of the pesos.",
    ),
  },
});

export const stablecoinBrokers: DemoAdvisory = {
  slug: "stablecoin-brokers",
  number,
  lead: "FinCEN",
  joint: [],
  versions: [first],
  publishedOn: ["2026-05-19"],
};
