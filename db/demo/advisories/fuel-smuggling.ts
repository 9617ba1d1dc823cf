// Long because it is content: one advisory with its restricted annex, both languages side by side.
import { list, pen, prose } from "../build";
import type { DemoAdvisory } from "../story";

const number = "UIF-2026-AV-002";
const { section, group, redFlag, advisory } = pen({
  slug: "fuel-smuggling",
  number,
  lead: "UIF",
  joint: ["CNBV"],
  inCoordination: ["FinCEN"],
});

const only = advisory({
  type: "advisory",
  title: {
    es: "Aviso conjunto sobre contrabando de combustible y huachicol fiscal",
    en: "Joint Advisory on Fuel Smuggling and Fiscal Fuel Theft (Huachicol Fiscal)",
  },
  summary: {
    es: "El combustible que entra como otra cosa, o que sale robado y regresa con factura, necesita permisos, pedimentos, transporte y pagos. Este aviso de la UIF y la CNBV dice qué debe coincidir entre esos documentos y qué significa que no coincida. Tiene una parte pública y un anexo restringido para la banca mexicana y las instituciones que se nombran.",
    en: "Fuel that enters as something else, or leaves stolen and returns with an invoice, needs permits, customs entries, transport, and payments. This advisory by the UIF and the CNBV says what should agree among those documents and what it means when it does not. It has a public part and a restricted annex for Mexican banks and the institutions named.",
  },
  audience: {
    jurisdictions: ["MX"],
    sectors: ["bank"],
    organisations: ["Banco del Bravo", "Banco Meseta", "Rio Grande Bank", "Gulf Plains Bank"],
  },
  sections: [
    section(
      "background",
      { es: "De la toma clandestina al pedimento falso", en: "From the illegal tap to the false entry" },
      prose(
        {
          es: "El robo de hidrocarburos cambió de herramienta. A la toma clandestina en el ducto se sumó el documento: gasolina y diésel que se importan declarados como aceites, aditivos o lubricantes para no cubrir el impuesto especial sobre producción y servicios, y petróleo crudo que sale del país como residuo. En el lenguaje común se le llama *huachicol fiscal*.",
          en: "Fuel theft has changed tools. To the illegal tap on the pipeline it has added the document: gasoline and diesel imported as oils, additives, or lubricants to avoid the special tax on production and services, and crude oil that leaves the country as waste. In common speech it is called *huachicol fiscal*, or fiscal fuel theft.",
        },
        {
          es: "FinCEN trató la parte estadounidense en la [alerta FIN-2025-Alert002](https://www.fincen.gov/system/files/shared/FinCEN-Alert-Oil-Smuggling-FINAL-508C.pdf) del 1 de mayo de 2025. Lo que sigue mira el otro extremo: quién recibe el producto en México, quién lo factura y quién lo paga.",
          en: "FinCEN covered the U.S. end in [alert FIN-2025-Alert002](https://www.fincen.gov/system/files/shared/FinCEN-Alert-Oil-Smuggling-FINAL-508C.pdf) of May 1, 2025. What follows looks at the other end: who receives the product in Mexico, who invoices it, and who pays for it.",
        },
      ),
    ),
    section(
      "methodology",
      { es: "Tres esquemas que se repiten", en: "Three recurring schemes" },
      prose(
        {
          es: "**Entra con otro nombre.** Una importadora pequeña, con poco capital y sin tanques propios, introduce por ferrocarril, autotanque o buque un producto de bajo impuesto. El volumen y el destino son los de un combustible. Paga al proveedor el precio del diésel y declara el de un aceite.",
          en: "**It enters under another name.** A small importer, with little capital and no tanks of its own, brings in a low-tax product by rail, tanker truck, or ship. The volume and the destination are those of a fuel. It pays the supplier the price of diesel and declares that of an oil.",
        },
        {
          es: "**Sale robado y vuelve limpio.** El crudo sustraído cruza como aceite usado o residuo, se vende por debajo del mercado a compradores pequeños y el pago regresa a México repartido entre transportistas, intermediarios y empresas sin empleados.",
          en: "**It leaves stolen and returns clean.** Stolen crude crosses as used oil or waste, is sold below market to small buyers, and the payment comes back to Mexico spread among carriers, brokers, and companies without employees.",
        },
        {
          es: "**Se mezcla en la estación.** Una gasolinera vende más litros de los que compra con factura. La diferencia se cobra en efectivo y se deposita como venta del día, o se cubre con facturas de una empresa que solo emite papel.",
          en: "**It is blended at the station.** A filling station sells more liters than it buys with an invoice. The difference is charged in cash and deposited as the day’s sales, or covered with invoices from a company that issues nothing but paper.",
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
          es: "Una comercializadora de lubricantes de Nuevo León, con 3 empleados y un capital de 50,000 pesos, paga en cinco meses 18.7 millones de dólares a un proveedor de Texas. El concepto dice “aceite base”. El flete que liquida corresponde a 280 carros tanque, y el precio por litro que resulta de sus pagos es 6 % menor que el del diésel y 48 % menor que el del aceite base.",
          en: "A lubricants trader in Nuevo León, with 3 employees and capital of 50,000 pesos, pays $18.7 million to a supplier in Texas in five months. The stated purpose reads “base oil.” The freight it settles corresponds to 280 tank cars, and the price per liter implied by its payments is 6% below that of diesel and 48% below that of base oil.",
        },
        {
          es: "Sus únicos clientes son dos operadoras de estaciones de servicio, cuyas compras no aparecen en los comprobantes con complemento de hidrocarburos y petrolíferos. La especialista de comercio exterior del banco no necesitó ver el producto: le bastó dividir dinero entre litros.",
          en: "Its only customers are two filling station operators, whose purchases do not appear in the electronic invoices with the hydrocarbons and petroleum supplement. The bank’s trade specialist did not need to see the product: dividing money by liters was enough.",
        },
      ),
    ),
    section(
      "guidance",
      { es: "Respuesta proporcionada", en: "A proportionate response" },
      prose(
        {
          es: "El sector energético formal es grande, paga impuestos y da empleo en toda la frontera. Una institución que sale de él deja el terreno a quien no cumple. Antes de restringir:",
          en: "The formal energy sector is large, pays taxes, and gives work all along the border. An institution that leaves it gives up the ground to those who do not comply. Before restricting service:",
        },
        list(
          {
            es: "verifique el permiso en el registro público de la autoridad del sector, con número y vigencia;",
            en: "check the permit in the sector authority’s public registry, with its number and validity;",
          },
          {
            es: "pida el dato que concilia (litros comprados, litros vendidos, litros en inventario) y no solo la factura;",
            en: "ask for the reconciling figure (liters bought, liters sold, liters in stock) and not the invoice alone;",
          },
          {
            es: "distinga al transportista que no sabía qué cargaba de la red que lo contrató;",
            en: "tell the carrier that did not know what it hauled from the network that hired it;",
          },
          {
            es: "no cierre cuentas de nómina de trabajadores de una empresa observada.",
            en: "do not close the payroll accounts of workers of a company under review.",
          },
        ),
      ),
    ),
    section(
      "obligations",
      { es: "Marco aplicable", en: "Applicable framework" },
      prose(
        {
          es: "Son relevantes, entre otros, los artículos 102 y 69-B del Código Fiscal de la Federación (contrabando y comprobantes de operaciones inexistentes), la Ley Federal para Prevenir y Sancionar los Delitos Cometidos en Materia de Hidrocarburos, el artículo 400 Bis del Código Penal Federal y las Disposiciones del artículo 115 de la Ley de Instituciones de Crédito.",
          en: "Relevant provisions include articles 102 and 69-B of Mexico’s Federal Tax Code (smuggling and invoices for nonexistent transactions), the Federal Law to Prevent and Punish Hydrocarbon Crimes, article 400 Bis of the Federal Criminal Code, and the Disposiciones of article 115 of the Ley de Instituciones de Crédito.",
        },
        {
          es: "Las instituciones de los Estados Unidos conservan sus deberes de programa, debida diligencia y reporte; la sección 314(b) (31 CFR 1010.540) permite el intercambio entre instituciones registradas en ese país, no con instituciones extranjeras.",
          en: "U.S. institutions keep their program, due diligence, and reporting duties; section 314(b) (31 CFR 1010.540) allows sharing among institutions registered in that country, not with foreign institutions.",
        },
      ),
    ),
    section(
      "filing",
      { es: "Cómo reportar", en: "How to file" },
      prose({
        es: "En México, reporte la cadena y no solo al cliente: proveedor, transportista, comprador y estación. Anote números de pedimento, permiso y comprobante fiscal, y el precio por litro que se desprende de los pagos. En los Estados Unidos, use `FUELSMUGGLING UIF-2026-AV-002` en el campo 2 y en la narrativa.",
        en: "In Mexico, report the chain and not only the customer: supplier, carrier, buyer, and station. Write down the numbers of the customs entry, the permit, and the electronic invoice, and the price per liter implied by the payments. In the United States, use `FUELSMUGGLING UIF-2026-AV-002` in field 2 and in the narrative.",
      }),
    ),
    section(
      "annex",
      {
        es: "Anexo restringido: umbrales de trabajo y puntos de observación",
        en: "Restricted annex: working thresholds and points of observation",
      },
      prose(
        {
          es: "Este anexo es TLP:AMBER: circula dentro de cada institución destinataria y, cuando haga falta para protegerlos, entre sus clientes de corresponsalía, siempre con quien necesite conocerlo. Las señales marcadas TLP:AMBER+STRICT no salen de la institución. Ninguna parte se cita en reportes de crédito ni en comunicaciones comerciales.",
          en: "This annex is TLP:AMBER: it circulates within each receiving institution and, where needed to protect them, among its correspondent banking clients, always on a need-to-know basis. Red flags marked TLP:AMBER+STRICT do not leave the institution. No part of it is quoted in credit reports or commercial communications.",
        },
        {
          es: "| Medida | Valor de trabajo | Qué hacer al rebasarlo |\n| --- | --- | --- |\n| Diferencia entre precio por litro pagado y declarado | 25 % | Pedir contrato y certificado de calidad |\n| Litros facturados por la estación entre litros comprados | 1.08 | Pedir conciliación de 3 meses |\n| Días entre constitución y primera importación | 120 días | Visita al domicilio |\n| Pagos a transportistas sin permiso visible | 5 % del total | Revisión de la cadena completa |",
          en: "| Measure | Working value | What to do above it |\n| --- | --- | --- |\n| Gap between price per liter paid and declared | 25% | Ask for contract and certificate of quality |\n| Liters invoiced by the station over liters bought | 1.08 | Ask for a 3-month reconciliation |\n| Days from incorporation to first import | 120 days | Site visit |\n| Payments to carriers with no visible permit | 5% of total | Review of the whole chain |",
        },
        {
          es: "Los valores provienen de un ejercicio de demostración y deben calibrarse con los datos de cada institución. El tercer renglón de la tabla se lee al revés: preocupan los plazos menores de 120 días.",
          en: "The values come from a demonstration exercise and should be calibrated with each institution’s own data. The third row of the table reads the other way round: it is periods shorter than 120 days that cause concern.",
        },
      ),
      "AMBER",
    ),
  ],
  groups: [
    group("profile", { es: "Perfil y permisos", en: "Profile and permits" }),
    group("trade", { es: "Documentos y mercancía", en: "Documents and goods" }),
    group("money", { es: "Pagos y efectivo", en: "Payments and cash" }),
    group("restricted", { es: "Anexo restringido", en: "Restricted annex" }),
  ],
  redFlags: [
    redFlag(1, {
      group: "profile",
      text: {
        es: "El cliente compra, vende, transporta o almacena petrolíferos y no aparece en el registro de permisos del sector, o su permiso ampara otra actividad, otro producto u otro domicilio.",
        en: "The customer buys, sells, carries, or stores petroleum products and does not appear in the sector’s permit registry, or holds a permit for another activity, product, or address.",
      },
      control: {
        es: "Guardar el número de permiso como dato del expediente y volver a consultarlo cada seis meses.",
        en: "Keep the permit number as a data field in the customer file and check it again every six months.",
      },
      data: {
        es: "Número, tipo y vigencia del permiso; domicilio; productos amparados.",
        en: "Permit number, type, and validity; address; products covered.",
      },
      falsePositive: {
        es: "Los permisos emitidos por la autoridad anterior pueden seguir vigentes durante la transición; consulte su equivalencia.",
        en: "Permits issued by the former authority may remain valid during the transition; look up their equivalent.",
      },
      at: ["onboarding", "case-review"],
      strength: "strong",
      with: [4],
      amltrix: ["T0111.001"],
    }),
    redFlag(2, {
      group: "profile",
      text: {
        es: "Importadora de constitución reciente, con capital social mínimo y sin tanques, ductos ni contrato de almacenamiento, que desde su primer trimestre mueve volúmenes propios de una terminal.",
        en: "A recently formed importer, with minimal capital and no tanks, pipelines, or storage contract, that from its first quarter moves the volumes of a terminal.",
      },
      control: {
        es: "Pedir el contrato de almacenamiento antes de habilitar pagos al exterior.",
        en: "Ask for the storage contract before enabling payments abroad.",
      },
      data: {
        es: "Fecha de constitución; capital; contratos de almacenamiento; litros por mes.",
        en: "Date of incorporation; capital; storage contracts; liters per month.",
      },
      falsePositive: {
        es: "Una comercializadora puede vender en tránsito sin almacenar; entonces el comprador final debe tener tanques y permiso.",
        en: "A trader may sell in transit without storing; in that case the final buyer should have tanks and a permit.",
      },
      at: ["onboarding", "monitoring"],
      strength: "strong",
      with: [3, 5],
      amltrix: ["T0111.001", "T0001.002"],
    }),
    redFlag(3, {
      group: "profile",
      text: {
        es: "Socios, apoderados o transportistas se repiten entre una importadora de lubricantes, una empresa constructora o agrícola sin relación con la energía y una o más estaciones de servicio.",
        en: "The same partners, representatives, or carriers recur across a lubricants importer, a construction or farm company with no tie to energy, and one or more filling stations.",
      },
      control: {
        es: "Incluir a los transportistas en el análisis de vínculos, no solo a socios y apoderados.",
        en: "Include carriers in link analysis, not only partners and representatives.",
      },
      data: {
        es: "Socios y apoderados; transportistas pagados; domicilios y teléfonos.",
        en: "Partners and representatives; carriers paid; addresses and telephone numbers.",
      },
      falsePositive: {
        es: "Los grupos familiares del norte del país suelen tener rancho, transporte y gasolinera; revise si los litros cuadran.",
        en: "Family groups in northern Mexico often own a ranch, trucks, and a station; see whether the liters reconcile.",
      },
      at: ["case-review"],
      strength: "moderate",
      with: [2],
      amltrix: ["T0001.003", "T0014"],
    }),
    redFlag(4, {
      group: "trade",
      text: {
        es: "El pedimento describe aceite, aditivo, base lubricante o residuo, pero el proveedor solo vende combustibles, el medio de transporte es el habitual de la gasolina o el destino es una estación de servicio.",
        en: "The customs entry describes oil, additive, base stock, or waste, but the supplier sells only fuels, the means of transport is the usual one for gasoline, or the destination is a filling station.",
      },
      control: {
        es: "Comparar el giro del proveedor y el destino de la mercancía con la fracción arancelaria en cada pago documentado.",
        en: "Compare the supplier’s business and the destination of the goods with the tariff code for every documented payment.",
      },
      data: {
        es: "Pedimento y fracción; giro del proveedor; carta porte; domicilio de entrega.",
        en: "Customs entry and tariff code; supplier’s business; transport document; place of delivery.",
      },
      falsePositive: {
        es: "Los talleres y flotillas compran lubricantes por volumen; sus entregas son en tambores o a granel pequeño.",
        en: "Workshops and fleets buy lubricants in volume; they take delivery in drums or small bulk.",
      },
      footnotes: [
        {
          es: "La carta porte es el complemento del comprobante fiscal digital que ampara el traslado de mercancías en México.",
          en: "The carta porte is the supplement to Mexico’s electronic invoice that covers the carriage of goods.",
        },
      ],
      at: ["trade", "case-review"],
      strength: "strong",
      with: [1, 5],
      amltrix: ["T0111.001", "T0069"],
    }),
    redFlag(5, {
      group: "trade",
      text: {
        es: "Al dividir lo pagado entre los litros del documento de transporte, el precio corresponde a diésel o gasolina y no al producto facturado.",
        en: "Dividing what was paid by the liters in the transport document gives the price of diesel or gasoline, not that of the product invoiced.",
      },
      control: {
        es: "Calcular el precio implícito por litro y compararlo con una referencia pública semanal.",
        en: "Compute the implied price per liter and compare it with a weekly public benchmark.",
      },
      data: {
        es: "Monto pagado; litros o barriles; precio de referencia de la semana.",
        en: "Amount paid; liters or barrels; that week’s benchmark price.",
      },
      falsePositive: {
        es: "Los anticipos y los ajustes por calidad distorsionan un pago aislado; use el promedio de 60 días.",
        en: "Advances and quality adjustments distort a single payment; use the 60-day average.",
      },
      at: ["trade", "case-review"],
      strength: "strong",
      with: [4],
      amltrix: ["T0111.001", "T0008.003"],
    }),
    redFlag(6, {
      group: "trade",
      text: {
        es: "El cliente vende crudo, condensado o “aceite usado” a compradores extranjeros pequeños, con descuento sostenido de más de 15 % frente al mercado, sin contrato con un productor autorizado.",
        en: "The customer sells crude, condensate, or “used oil” to small foreign buyers, at a sustained discount of more than 15% to the market, without a contract with an authorized producer.",
      },
      control: {
        es: "Exigir el título de propiedad del hidrocarburo y su cadena de custodia.",
        en: "Require title to the hydrocarbon and its chain of custody.",
      },
      data: {
        es: "Contrato de suministro; facturas de exportación; precio frente a la referencia; comprador.",
        en: "Supply contract; export invoices; price against benchmark; buyer.",
      },
      falsePositive: {
        es: "Los residuos auténticos valen menos; su generador es identificable y el volumen es bajo.",
        en: "Genuine waste is worth less; its generator can be identified and the volume is low.",
      },
      at: ["trade", "monitoring"],
      strength: "strong",
      amltrix: ["T0111.001", "T0048"],
    }),
    redFlag(7, {
      group: "money",
      text: {
        es: "Los depósitos en efectivo de una estación de servicio crecen sin que crezcan sus compras facturadas de combustible, o se mantienen iguales los días en que estuvo cerrada.",
        en: "A filling station’s cash deposits grow while its invoiced fuel purchases do not, or stay the same on days when it was closed.",
      },
      control: {
        es: "Conciliar cada mes depósitos, compras facturadas y precio promedio al público.",
        en: "Reconcile deposits, invoiced purchases, and average pump price every month.",
      },
      data: {
        es: "Depósitos por día; comprobantes de compra; precio al público; días de cierre.",
        en: "Deposits by day; purchase invoices; pump price; days closed.",
      },
      falsePositive: {
        es: "La tienda y los servicios anexos generan efectivo propio: pida el desglose.",
        en: "The shop and other services bring in cash of their own: ask for the breakdown.",
      },
      at: ["monitoring", "branch"],
      strength: "strong",
      with: [8],
      amltrix: ["T0111.001", "T0004"],
    }),
    redFlag(8, {
      group: "money",
      text: {
        es: "El pago por combustible se hace a una empresa distinta de la que factura, o a una que aparece en los listados del artículo 69-B del Código Fiscal de la Federación.",
        en: "Payment for fuel goes to a company other than the one that invoices, or to one that appears in the lists of article 69-B of the Federal Tax Code.",
      },
      control: {
        es: "Cruzar a los beneficiarios de pagos del sector con los listados vigentes en cada actualización.",
        en: "Match beneficiaries of payments in the sector against the current lists at every update.",
      },
      data: {
        es: "Emisor de la factura; beneficiario del pago; listados y fecha de consulta.",
        en: "Issuer of the invoice; beneficiary of the payment; lists and date consulted.",
      },
      falsePositive: {
        es: "La cesión de cobro a un tercero financiero es lícita; debe existir contrato notificado al deudor.",
        en: "Assigning receivables to a finance company is lawful; there should be a contract notified to the debtor.",
      },
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [7],
      amltrix: ["T0073", "T0008"],
    }),
    redFlag(9, {
      group: "money",
      text: {
        es: "Pagos frecuentes a operadores, custodios o personas físicas que prestan “servicios aduanales”, el mismo día de cada cruce y por cantidades cerradas.",
        en: "Frequent payments to drivers, guards, or individual providers of “customs services,” on the very day of each crossing and in round amounts.",
      },
      control: {
        es: "Relacionar los pagos a personas físicas con las fechas de pedimento y elevar los que coincidan tres o más veces.",
        en: "Relate payments to individuals with the dates of customs entries and escalate those that coincide three or more times.",
      },
      data: {
        es: "Pagos a personas físicas; fechas de pedimento; ocupación del beneficiario.",
        en: "Payments to individuals; customs entry dates; beneficiary’s occupation.",
      },
      falsePositive: {
        es: "Los fleteros independientes cobran por viaje; facturan y pagan casetas y diésel.",
        en: "Independent haulers charge by the trip; they issue invoices and pay tolls and diesel.",
      },
      at: ["monitoring", "case-review"],
      strength: "moderate",
      amltrix: ["T0006", "T0111.001"],
    }),
    redFlag(10, {
      group: "restricted",
      tlp: "AMBER+STRICT",
      text: {
        es: "Dos o más importadoras alternan embarques con el mismo proveedor, de modo que ninguna pasa de 40 carros tanque al mes, y comparten patente aduanal y patio de descarga.",
        en: "Two or more importers alternate shipments from the same supplier so that none goes above 40 tank cars a month, and they share a customs broker license and an unloading yard.",
      },
      control: {
        es: "Sumar los embarques por patio de descarga, no por importador.",
        en: "Add up shipments by unloading yard, not by importer.",
      },
      data: {
        es: "Patente aduanal; patio de descarga; carros tanque por mes; proveedor.",
        en: "Customs broker license; unloading yard; tank cars per month; supplier.",
      },
      falsePositive: {
        es: "Los patios públicos atienden a muchos importadores; importa la alternancia, no la coincidencia.",
        en: "Public yards serve many importers; alternation matters, not coincidence.",
      },
      at: ["trade", "case-review"],
      strength: "strong",
      with: [4, 5],
      amltrix: ["T0111.001", "T0016"],
    }),
    redFlag(11, {
      group: "restricted",
      tlp: "AMBER+STRICT",
      text: {
        es: "La cuenta receptora de las ventas en estación envía, en un plazo de 24 horas, entre 8 % y 12 % de cada depósito a una persona moral de consultoría, con concepto constante.",
        en: "The account that receives station sales sends, within 24 hours, between 8% and 12% of each deposit to a consulting company, always with the same stated purpose.",
      },
      control: {
        es: "Buscar salidas proporcionales a cada abono y no solo montos fijos.",
        en: "Look for outflows proportional to each credit and not only fixed amounts.",
      },
      data: {
        es: "Abonos y salidas con hora; razón entre ambos; beneficiario y concepto.",
        en: "Credits and outflows with time; ratio between them; beneficiary and purpose.",
      },
      falsePositive: {
        es: "Las regalías de franquicia y las comisiones de terminal son proporcionales, pero suelen liquidarse por mes.",
        en: "Franchise royalties and card terminal fees are proportional, but they usually settle monthly.",
      },
      at: ["monitoring"],
      strength: "strong",
      with: [7],
      amltrix: ["T0049.002", "T0014.003"],
    }),
    redFlag(12, {
      group: "restricted",
      tlp: "AMBER+STRICT",
      text: {
        es: "El pago al proveedor extranjero sale de una cuenta en dólares abierta por un tercero en los Estados Unidos, fondeada 3 a 5 días antes desde la red de estaciones mediante compraventa de divisas.",
        en: "The foreign supplier is paid from a dollar account opened by a third party in the United States, funded 3 to 5 days earlier by the network of stations through currency exchange.",
      },
      control: {
        es: "Pedir al corresponsal el dato del ordenante original y compararlo con el importador del pedimento.",
        en: "Ask the correspondent for the original ordering party and compare it with the importer in the customs entry.",
      },
      data: {
        es: "Ordenante original; compraventa de divisas; fecha de pago; importador del pedimento.",
        en: "Original ordering party; currency exchange; date of payment; importer in the customs entry.",
      },
      falsePositive: {
        es: "Los grupos con tesorería en los Estados Unidos pagan por cuenta de sus filiales; consta en sus estados financieros.",
        en: "Groups with a treasury in the United States pay on behalf of their affiliates; their financial statements show it.",
      },
      at: ["trade", "case-review"],
      strength: "moderate",
      with: [8],
      amltrix: ["T0073", "T0115"],
    }),
  ],
  typologies: ["fuel-smuggling", "trade-based-money-laundering", "shell-companies", "corruption"],
  shareWith: [
    { es: "Oficial de cumplimiento", en: "Compliance officer" },
    { es: "Comercio exterior", en: "Trade finance" },
    { es: "Banca empresarial del sector energético", en: "Corporate banking, energy sector" },
    { es: "Corresponsalía", en: "Correspondent banking" },
  ],
  priorities: ["transnational-organised-crime", "corruption", "drug-trafficking"],
  predicates: [
    { es: "Delitos en materia de hidrocarburos", en: "Hydrocarbon crimes" },
    { es: "Contrabando y defraudación fiscal", en: "Smuggling and tax fraud" },
    { es: "Cohecho", en: "Bribery" },
  ],
  corridors: [
    ["Houston, US", "Nuevo León, MX"],
    ["Brownsville, US", "Matamoros, MX"],
    ["Tampico, MX", "Texas, US"],
    ["San Diego, US", "Ensenada, MX"],
  ],
  sectors: ["bank", "broker", "vulnerable-activity"],
  products: [
    { es: "Transferencias internacionales", en: "International wires" },
    { es: "Cuentas empresariales", en: "Business accounts" },
    { es: "Depósito de efectivo", en: "Cash deposits" },
    { es: "Compraventa de divisas", en: "Currency exchange" },
  ],
  legalBasis: {
    es: "Facultades de la UIF conforme al Reglamento Interior de la SHCP y artículo 115 de la Ley de Instituciones de Crédito. Orientación no vinculante.",
    en: "The UIF’s powers under the SHCP’s Internal Regulations and article 115 of the Ley de Instituciones de Crédito. Non-binding guidance.",
  },
  validFrom: "2026-03-04",
  reviewBy: "2027-03-04",
  relations: [{ kind: "supplements", number: "FIN-2025-Alert002", inForce: true }],
  contact: {
    es: "UIF (demostración): avisos@uif.example. CNBV (demostración): avisos@cnbv.example. El anexo restringido solo se comenta por la plataforma.",
    en: "UIF (demonstration): avisos@uif.example. CNBV (demonstration): avisos@cnbv.example. The restricted annex is discussed only on the platform.",
  },
  us: {
    keyTerms: [{ printed: "FUELSMUGGLING UIF-2026-AV-002" }],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      "SAR narrative",
      "SAR field 36(l) (Trade Based Money Laundering/Black Market Peso Exchange)",
    ],
  },
  mx: {
    reportTypes: ["ROI", "ROIP", "R24"],
    suggestedWording: {
      es: "“Posible contrabando de combustible (aviso UIF-2026-AV-002). Producto declarado: [producto]; precio implícito por litro: [dato]; referencia: [dato]. Proveedor, transportista y destino: [datos]. Permiso verificado el [fecha]: [resultado]. Señales observadas: [RF-nn]”.",
      en: "“Possible fuel smuggling (advisory UIF-2026-AV-002). Product declared: [product]; implied price per liter: [figure]; benchmark: [figure]. Supplier, carrier, and destination: [details]. Permit checked on [date]: [result]. Red flags observed: [RF-nn].”",
    },
  },
});

export const story: DemoAdvisory = {
  slug: "fuel-smuggling",
  number,
  lead: "UIF",
  joint: ["CNBV"],
  versions: [only],
  publishedOn: ["2026-03-04"],
};
