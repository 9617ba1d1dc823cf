// Long because it is content: one advisory whole, both languages side by side.
import { list, pen, prose } from "../build";
import type { DemoAdvisory } from "../story";

const number = "CNBV-2026-A-001";
const { section, group, redFlag, advisory } = pen({
  slug: "bulk-cash",
  number,
  lead: "CNBV",
  inCoordination: ["FinCEN"],
});

const only = advisory({
  type: "advisory",
  title: {
    es: "Aviso sobre contrabando de efectivo y empresas de traslado de valores: dólares que regresan por la puerta de enfrente",
    en: "Advisory on Bulk Cash Smuggling and Armored Cars: Dollars That Come Back Through the Front Door",
  },
  summary: {
    es: "Los dólares del narcotráfico cruzan hacia el sur ocultos y regresan al norte declarados, en camiones blindados y con factura. Este aviso explica ese regreso y reparte las señales de alerta según quién puede verlas: instituciones de crédito, empresas de traslado de valores, y centros cambiarios y transmisores de dinero. Cada señal trae un control sugerido.",
    en: "Drug dollars cross south hidden and return north declared, in armored trucks and with an invoice. This advisory explains that return trip and sorts the red flags by who can see them: banks, armored car services, and exchange houses and money transmitters. Every red flag comes with a suggested control.",
  },
  sections: [
    section(
      "background",
      { es: "El viaje de ida y vuelta", en: "The round trip" },
      prose(
        {
          es: "La venta de drogas al menudeo en los Estados Unidos produce billetes de baja denominación. Sacarlos del país por tierra, escondidos en vehículos, es apenas la mitad del problema de quien los acumula: en México el sistema financiero recibe dólares en efectivo con límites, de modo que el dinero debe volver al lugar donde un depósito en dólares no llama la atención.",
          en: "Retail drug sales in the United States produce small bills. Taking them out of the country by road, hidden in vehicles, is only half the problem for whoever holds them: in Mexico the financial system accepts dollar cash only within limits, so the money has to return to where a dollar deposit attracts no notice.",
        },
        {
          es: "Para ese regreso se usan negocios que sí manejan efectivo: cambio de divisas, comercio al mayoreo, hotelería, venta de autos. El negocio declara el efectivo en la frontera, contrata un traslado de valores, lo deposita en una bóveda del otro lado y al día siguiente dispone de un saldo bancario limpio en apariencia. FinCEN describió el esquema en la [alerta FIN-2025-Alert001](https://www.fincen.gov/system/files/shared/BCS-Alert-FINAL-508C.pdf) del 31 de marzo de 2025; este aviso lo mira desde México.",
          en: "The return trip uses businesses that do handle cash: currency exchange, wholesale trade, hotels, car sales. The business declares the cash at the border, hires an armored carrier, deposits the money in a vault on the other side, and by the next day holds a bank balance that looks clean. FinCEN described the scheme in [alert FIN-2025-Alert001](https://www.fincen.gov/system/files/shared/BCS-Alert-FINAL-508C.pdf) of March 31, 2025; this advisory looks at it from Mexico.",
        },
      ),
    ),
    section(
      "methodology",
      { es: "Los cuatro tramos", en: "The four legs" },
      prose(
        {
          es: "1. **Acopio.** Células de cobro reúnen billetes en ciudades del interior de los Estados Unidos y los concentran cerca de la frontera.\n2. **Cruce oculto hacia el sur.** El efectivo viaja en vehículos particulares o de carga, sin declaración.\n3. **Vestido comercial.** Un negocio mexicano incorpora los billetes a sus ventas: infla cortes de caja, simula operaciones de cambio o compra el efectivo con descuento a otros negocios.\n4. **Regreso declarado.** El efectivo vuelve por tierra o por aire, con declaración, guía y sello. De la cuenta receptora sale en transferencias o en compra de mercancía.",
          en: "1. **Collection.** Collection crews gather bills in cities across the interior of the United States and concentrate them near the border.\n2. **Hidden crossing south.** The cash travels in private or freight vehicles, undeclared.\n3. **Commercial dressing.** A Mexican business folds the bills into its sales: it inflates till reports, simulates exchange transactions, or buys cash at a discount from other businesses.\n4. **Declared return.** The cash comes back by land or air, with declaration, waybill, and seal. It leaves the receiving account as transfers or as purchases of goods.",
        },
        {
          es: "**Una declaración no prueba el origen.** El formulario de aduana acredita que el dinero cruzó a la vista de la autoridad, no que se ganó con un trabajo lícito. Tampoco lo prueban el sello de la bolsa ni la guía del camión.",
          en: "**A declaration does not prove the source.** The customs form shows that the money crossed in sight of the authority, not that it was lawfully earned. Neither the seal on the bag nor the truck’s waybill proves it either.",
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
          es: "Un mayorista de abarrotes de Tamaulipas con 22 empleados contrata a una empresa de traslado de valores. En 90 días mueve 4.6 millones de dólares en 31 viajes, 80 % en billetes de 20 dólares o menos. Sus tiendas cobran casi todo en pesos.",
          en: "A grocery wholesaler in Tamaulipas with 22 employees hires an armored carrier. In 90 days it moves $4.6 million in 31 trips, 80% of it in bills of $20 or less. Its stores take in almost nothing but pesos.",
        },
        {
          es: "El banco tenía las declaraciones de aduana en orden y por eso cerró tres alertas seguidas. La cuarta la tomó otro analista, que pidió algo distinto: los cortes de caja. Las ventas en dólares de las tiendas explicaban menos de 5 % del efectivo. El expediente se presentó al Comité con esa comparación en la primera página.",
          en: "The bank had the customs declarations in order and for that reason closed three alerts in a row. Another analyst took the fourth and asked for something different: the till reports. The stores’ dollar sales explained less than 5% of the cash. The file went to the committee with that comparison on its first page.",
        },
      ),
    ),
    section(
      "guidance",
      { es: "Proporción: la frontera vive de efectivo", en: "Proportion: the border lives on cash" },
      prose(
        {
          es: "Hoteles, gasolineras, farmacias, mercados y clínicas dentales de la franja fronteriza cobran dólares todos los días y los depositan con razón. Un control útil distingue a quien vende en dólares de quien solo los transporta. Para ello:",
          en: "Hotels, gas stations, pharmacies, markets, and dental clinics along the border take in dollars every day and deposit them for good reason. A useful control tells apart the one who sells in dollars from the one who merely carries them. To that end:",
        },
        list(
          {
            es: "fije el perfil de efectivo por tienda, giro y temporada, no por empresa completa;",
            en: "set the cash profile by store, line of business, and season, not for the company as a whole;",
          },
          {
            es: "pida el corte de caja antes que la declaración de aduana;",
            en: "ask for the till report before the customs declaration;",
          },
          {
            es: "dé al cliente un plazo cierto para documentar y dígale qué documento basta;",
            en: "give the customer a definite time to document the cash, and say which document will do;",
          },
          {
            es: "si decide limitar el servicio, empiece por el traslado transfronterizo y conserve la cuenta operativa mientras concluye el análisis.",
            en: "if service has to be limited, start with cross-border carriage and keep the operating account open until the review ends.",
          },
        ),
        {
          es: "Nada de lo anterior permite avisar al cliente de que se presentó o se presentará un reporte: eso es revelación indebida.",
          en: "None of this allows telling the customer that a report has been or will be filed: that is tipping off.",
        },
      ),
    ),
    section(
      "obligations",
      { es: "Obligaciones aplicables", en: "Applicable obligations" },
      prose(
        list(
          {
            es: "**Declaración en aduana.** Quien entra o sale de México con más de 10,000 dólares, o su equivalente, debe declararlo (artículo 9 de la Ley Aduanera). En los Estados Unidos se presenta el Formulario 105 de FinCEN cuando se rebasan 10,000 dólares (31 CFR 1010.340).",
            en: "**Customs declaration.** Anyone entering or leaving Mexico with more than $10,000, or its equivalent, must declare it (article 9 of the Ley Aduanera). In the United States, FinCEN Form 105 is filed above $10,000 (31 CFR 1010.340).",
          },
          {
            es: "**Traslado de valores.** Es actividad vulnerable conforme al artículo 17, fracción X, de la LFPIORPI.",
            en: "**Carriage of valuables.** It is a vulnerable activity under article 17, section X, of the LFPIORPI.",
          },
          {
            es: "**Instituciones de crédito.** Reportes de operaciones relevantes, inusuales e internas preocupantes, conforme a las Disposiciones del artículo 115 de la Ley de Instituciones de Crédito.",
            en: "**Banks in Mexico.** Reports of relevant, unusual, and concerning internal operations, under the Disposiciones of article 115 of the Ley de Instituciones de Crédito.",
          },
          {
            es: "**Contrabando de efectivo en los Estados Unidos.** Es delito conforme a 31 U.S.C. 5332.",
            en: "**Bulk cash smuggling in the United States.** It is a crime under 31 U.S.C. 5332.",
          },
        ),
      ),
    ),
    section(
      "filing",
      { es: "Cómo reportar", en: "How to file" },
      prose(
        {
          es: "En México, escriba en la descripción de la operación la ruta completa: quién entregó el efectivo, en qué bóveda, con qué denominaciones y a qué cuenta salió después. Si participó personal de la institución, valore además el reporte de operación interna preocupante (ROIP).",
          en: "In Mexico, set out the whole route in the description of the operation: who handed over the cash, at which vault, in which denominations, and to which account it left afterward. Where staff of the institution took part, also consider a report of concerning internal operation (ROIP).",
        },
        {
          es: "En los Estados Unidos, use el término clave `BULKCASH CNBV-2026-A-001` en el campo 2 y en la narrativa, además del que pide la alerta FIN-2025-Alert001.",
          en: "In the United States, use the key term `BULKCASH CNBV-2026-A-001` in field 2 and in the narrative, in addition to the one that alert FIN-2025-Alert001 asks for.",
        },
      ),
    ),
  ],
  groups: [
    group("banks", { es: "Instituciones de crédito", en: "Banks" }),
    group("carriers", { es: "Empresas de traslado de valores", en: "Armored car services" }),
    group("exchange", {
      es: "Centros cambiarios, casas de cambio y transmisores de dinero",
      en: "Exchange houses and money transmitters",
    }),
  ],
  redFlags: [
    redFlag(1, {
      group: "banks",
      text: {
        es: "El efectivo en dólares que un cliente entrega por traslado de valores rebasa lo que sus propios puntos de venta pueden cobrar en esa moneda, según una o más de estas comparaciones:",
        en: "The dollar cash that a customer delivers by armored car exceeds what its own points of sale can take in that currency, by one or more of these comparisons:",
      },
      sub: [
        {
          es: "cortes de caja o facturación en dólares del mismo periodo;",
          en: "till reports or dollar invoicing for the same period;",
        },
        {
          es: "efectivo por tienda o por empleado de negocios del mismo giro y la misma plaza;",
          en: "cash per store or per employee at businesses of the same kind in the same town;",
        },
        {
          es: "temporada: el volumen no baja cuando bajan el turismo o las ventas.",
          en: "season: the volume does not fall when tourism or sales do.",
        },
      ],
      control: {
        es: "Recabar cada trimestre los cortes de caja de los clientes con servicio de traslado y calcular la razón entre efectivo entregado y ventas en dólares.",
        en: "Collect till reports every quarter from customers with armored service and compute the ratio of cash delivered to dollar sales.",
      },
      data: {
        es: "Entregas por bóveda; cortes de caja; número de sucursales y empleados; estacionalidad.",
        en: "Vault deliveries; till reports; number of stores and employees; seasonality.",
      },
      falsePositive: {
        es: "Un negocio que concentra el efectivo de sus franquicias excede sus propias ventas; pida el convenio con las franquicias.",
        en: "A business that pools its franchisees’ cash will exceed its own sales; ask for the franchise agreement.",
      },
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [2, 3],
      amltrix: ["T0119", "T0065"],
    }),
    redFlag(2, {
      group: "banks",
      text: {
        es: "El depósito se recibe en una bóveda del otro lado de la frontera y el saldo sale, en menos de 72 horas, a una cuenta en México del mismo grupo, a un proveedor ajeno al giro o a la compra de mercancía en volumen.",
        en: "The deposit is taken at a vault across the border and the balance leaves, in less than 72 hours, for an account of the same group in Mexico, a supplier outside the line of business, or a bulk purchase of goods.",
      },
      control: {
        es: "Ligar en el monitoreo el abono por bóveda con la salida siguiente, aunque ocurran en productos distintos.",
        en: "Link the vault credit and the next outflow in monitoring, even where they occur in different products.",
      },
      data: {
        es: "Fecha y hora del abono; salidas dentro de 72 horas; titular y país de destino.",
        en: "Date and time of credit; outflows within 72 hours; holder and country of destination.",
      },
      falsePositive: {
        es: "Los grupos con tesorería centralizada barren saldos a diario; el contrato de barrido debe existir antes del primer depósito.",
        en: "Groups with a central treasury sweep balances daily; the sweep agreement should predate the first deposit.",
      },
      at: ["monitoring"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0065", "T0070.001"],
    }),
    redFlag(3, {
      group: "banks",
      text: {
        es: "Predominan los billetes usados de 20 dólares o menos, sin fajillas bancarias o con ligas y envolturas caseras, y la mezcla de denominaciones no cambia de una entrega a otra.",
        en: "Worn bills of $20 or less predominate, without bank straps or with rubber bands and homemade wrapping, and the mix of denominations does not change from one delivery to the next.",
      },
      control: {
        es: "Pedir a la bóveda el desglose por denominación de cada entrega y guardarlo como dato, no como imagen.",
        en: "Ask the vault for the breakdown by denomination of every delivery and keep it as data, not as an image.",
      },
      data: {
        es: "Desglose por denominación; estado físico de los billetes; observaciones del cajero de bóveda.",
        en: "Breakdown by denomination; physical condition of bills; remarks by vault tellers.",
      },
      falsePositive: {
        es: "Estacionamientos, lavanderías y puestos de comida también reciben billetes chicos; su volumen total es modesto.",
        en: "Parking lots, laundries, and food stands also take small bills; their total volume is modest.",
      },
      at: ["branch", "case-review"],
      strength: "moderate",
      with: [1, 6],
      amltrix: ["T0065.001", "T0119"],
    }),
    redFlag(4, {
      group: "banks",
      text: {
        es: "El cliente responde a toda pregunta sobre el origen con la declaración de aduana y, cuando se le pide otra evidencia,",
        en: "The customer answers every question about the source with the customs declaration and, when asked for other evidence,",
      },
      sub: [
        {
          es: "la entrega con fechas o montos que no coinciden con los de la guía de traslado;",
          en: "produces it with dates or amounts that do not match the carrier’s waybill;",
        },
        {
          es: "cambia la explicación de una entrevista a otra;",
          en: "changes the explanation from one interview to the next;",
          sub: [
            {
              es: "por ejemplo, de ventas propias a cobranza por cuenta de terceros;",
              en: "for example, from its own sales to collections on behalf of third parties;",
            },
          ],
        },
        {
          es: "ofrece cerrar la cuenta y pide el cheque de caja ese mismo día.",
          en: "offers to close the account and asks for a cashier’s check the same day.",
        },
      ],
      control: {
        es: "Separar en el manual “prueba de cruce” de “prueba de origen” y no aceptar una por otra.",
        en: "In the manual, separate “proof of crossing” from “proof of source,” and do not accept one for the other.",
      },
      data: {
        es: "Declaraciones; guías de traslado; minutas de entrevista; solicitudes de cierre.",
        en: "Declarations; carrier waybills; interview notes; closure requests.",
      },
      falsePositive: {
        es: "Muchos comerciantes creen de buena fe que la declaración basta: explíqueselo antes de valorar la respuesta.",
        en: "Many merchants believe in good faith that the declaration is enough: explain the point before weighing the answer.",
      },
      at: ["branch", "case-review"],
      strength: "strong",
      with: [1],
      amltrix: ["T0122", "T0012.001"],
    }),
    redFlag(5, {
      group: "banks",
      text: {
        es: "Personal de la sucursal o de la bóveda autoriza fuera de horario, omite el conteo o captura por su cuenta el perfil de efectivo de un cliente, y los eventos se concentran en una misma persona.",
        en: "Branch or vault staff authorize deliveries after hours, skip the count, or set a customer’s cash profile on their own, and the events cluster around one person.",
      },
      control: {
        es: "Exigir doble firma para cambiar el perfil de efectivo y revisar cada mes las excepciones por empleado.",
        en: "Require two signatures to change a cash profile and review exceptions by employee every month.",
      },
      data: {
        es: "Bitácora de excepciones; usuario que capturó; horarios; vínculos declarados del personal.",
        en: "Exception log; user who made the entry; hours; staff’s declared ties.",
      },
      falsePositive: {
        es: "En plazas pequeñas una sola persona atiende al cliente mayor; compare con otras sucursales de igual tamaño.",
        en: "In small towns one person serves the largest customer; compare with other branches of equal size.",
      },
      at: ["branch", "case-review"],
      strength: "strong",
      amltrix: ["T0021"],
    }),
    redFlag(6, {
      group: "carriers",
      text: {
        es: "Se contrata el traslado de efectivo desde un domicilio que no corresponde a un negocio con caja: bodega vacía, casa habitación, lote de autos o estacionamiento.",
        en: "Carriage of cash is hired from an address that is no cash business: an empty warehouse, a home, a car lot, or a parking lot.",
      },
      control: {
        es: "Visitar cada punto de recolección antes del primer servicio y repetir la visita cuando cambie el volumen en más de 50 %.",
        en: "Visit every pick-up point before the first service and repeat the visit when volume changes by more than 50%.",
      },
      data: {
        es: "Domicilios de recolección; fotografías de la visita; contrato de servicio; volumen por punto.",
        en: "Pick-up addresses; photographs of the visit; service contract; volume by point.",
      },
      falsePositive: {
        es: "Tianguis y ferias recolectan en puntos temporales; llevan permiso municipal y fechas fijas.",
        en: "Street markets and fairs collect at temporary points; they hold a municipal permit and fixed dates.",
      },
      at: ["onboarding", "branch"],
      strength: "strong",
      with: [3, 7],
      amltrix: ["T0119", "T0014"],
    }),
    redFlag(7, {
      group: "carriers",
      text: {
        es: "La ruta no tiene sentido económico: el efectivo pasa por dos o más ciudades o por un tercer país antes de llegar a la bóveda, aunque existe una más cercana y más barata.",
        en: "The route makes no economic sense: the cash passes through two or more cities or a third country before reaching the vault, though a nearer and cheaper one exists.",
      },
      control: {
        es: "Guardar la ruta planeada y la recorrida, y pedir por escrito la razón de cada desvío solicitado por el cliente.",
        en: "Keep both the planned and the actual route, and ask in writing for the reason of each detour the customer requests.",
      },
      data: {
        es: "Ruta planeada; registros de localización; tarifa pagada; bóveda de destino.",
        en: "Planned route; location records; fee paid; destination vault.",
      },
      falsePositive: {
        es: "Por seguridad las rutas varían; lo relevante es que el desvío lo pida el cliente y se repita.",
        en: "Routes vary for safety; what matters is that the customer asks for the detour and keeps asking.",
      },
      at: ["monitoring"],
      strength: "moderate",
      with: [6],
      amltrix: ["T0065.002", "T0119"],
    }),
    redFlag(8, {
      group: "carriers",
      text: {
        es: "El remitente, el dueño del efectivo y quien paga el flete son tres personas distintas, o el nombre del dueño se deja en blanco, se corrige a mano o se cambia después de cerrar la bolsa.",
        en: "The shipper, the owner of the cash, and whoever pays the freight are three different persons, or the owner’s name is left blank, corrected by hand, or changed after the bag is closed.",
      },
      control: {
        es: "No recoger bolsas sin identificar al dueño de los fondos y bloquear en el sistema los cambios posteriores al sello.",
        en: "Do not pick up bags without identifying the owner of the funds, and lock the record against changes after sealing.",
      },
      data: {
        es: "Guía; titular del contrato; pagador del flete; historial de correcciones.",
        en: "Waybill; contract holder; payer of the freight; history of corrections.",
      },
      falsePositive: {
        es: "Los bancos trasladan fondos propios con transportista contratado por un tercero; el contrato marco lo acredita.",
        en: "Banks move their own funds with a carrier hired by a third party; the framework contract shows it.",
      },
      at: ["onboarding", "branch"],
      strength: "strong",
      with: [6],
      amltrix: ["T0073", "T0038"],
    }),
    redFlag(9, {
      group: "exchange",
      text: {
        es: "Un centro cambiario compra o vende dólares en efectivo por montos que no guardan relación con su tráfico de ventanilla, por ejemplo:",
        en: "An exchange house buys or sells dollar cash in amounts out of keeping with its counter traffic, for example:",
      },
      sub: [
        {
          es: "operaciones con otros centros cambiarios que superan 60 % de su volumen;",
          en: "deals with other exchange houses that exceed 60% of its volume;",
        },
        {
          es: "series de operaciones de ventanilla con montos idénticos, registradas en minutos y sin cliente identificable;",
          en: "series of counter transactions in identical amounts, recorded within minutes and with no identifiable customer;",
        },
        {
          es: "tipo de cambio peor que el de la plaza, sostenido durante semanas.",
          en: "a rate worse than the local market’s, kept up for weeks.",
        },
      ],
      control: {
        es: "Conciliar las operaciones de ventanilla con cámaras, turnos y folios, y fijar un tope a las operaciones entre centros cambiarios sin aprobación del oficial de cumplimiento.",
        en: "Reconcile counter transactions with cameras, shifts, and serial numbers, and cap deals between exchange houses that lack the compliance officer’s approval.",
      },
      data: {
        es: "Operaciones por ventanilla y hora; contrapartes mayoristas; tipo de cambio aplicado y de mercado.",
        en: "Transactions by counter and hour; wholesale counterparties; rate applied and market rate.",
      },
      falsePositive: {
        es: "En puentes y aeropuertos el volumen sube de golpe en vacaciones; compare con el mismo mes del año anterior.",
        en: "At bridges and airports volume jumps during holidays; compare with the same month of the year before.",
      },
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [10],
      amltrix: ["T0115", "T0013"],
    }),
    redFlag(10, {
      group: "exchange",
      text: {
        es: "Un transmisor recibe efectivo en vehículo particular o por traslado de valores, en entregas de más de 50,000 dólares, y lo dispersa el mismo día en envíos por debajo del umbral de identificación.",
        en: "A transmitter takes in cash by private vehicle or armored car, in deliveries above $50,000, and pays it out the same day in remittances below the identification threshold.",
      },
      control: {
        es: "Comparar el efectivo recibido con la suma de envíos del día y su distribución por monto.",
        en: "Compare cash received with the total of the day’s remittances and how they spread by amount.",
      },
      data: {
        es: "Entradas de efectivo por medio de entrega; envíos por monto y hora; agentes y sucursales.",
        en: "Cash intake by means of delivery; remittances by amount and hour; agents and branches.",
      },
      falsePositive: {
        es: "Las redes de corresponsales concentran efectivo de muchos agentes; cada agente debe poder mostrar sus propios clientes.",
        en: "Agent networks concentrate cash from many agents; each agent should be able to show its own customers.",
      },
      at: ["monitoring", "branch"],
      strength: "strong",
      with: [9],
      amltrix: ["T0016.003", "T0040.001"],
    }),
    redFlag(11, {
      group: "exchange",
      text: {
        es: "Personas que no viajan juntas declaran en el mismo cruce y el mismo día cantidades parecidas para el mismo negocio, o cruzan justo por debajo de los 10,000 dólares varias veces por semana.",
        en: "People who are not traveling together declare similar amounts for the same business at the same crossing on the same day, or cross just below $10,000 several times a week.",
      },
      control: {
        es: "Registrar el nombre de quien entrega, además del negocio, y buscar repeticiones en periodos de 30 días.",
        en: "Record the name of the person delivering as well as that of the business, and look for repetitions over 30-day periods.",
      },
      data: {
        es: "Copia de declaraciones; nombre de quien entrega; fecha y cruce; monto.",
        en: "Copies of declarations; name of the person delivering; date and crossing; amount.",
      },
      falsePositive: {
        es: "Los empleados de confianza de un comercio cruzan a menudo; suelen constar en un poder o carta de la empresa.",
        en: "Trusted employees of a shop cross often; they usually appear in a power of attorney or company letter.",
      },
      footnotes: [
        {
          es: "Fraccionar para evitar la declaración o el reporte es delito en los Estados Unidos: 31 U.S.C. 5324.",
          en: "Structuring to avoid the declaration or the report is a crime in the United States: 31 U.S.C. 5324.",
        },
      ],
      at: ["branch", "monitoring"],
      strength: "moderate",
      amltrix: ["T0065.001", "T0122", "T0016"],
    }),
  ],
  typologies: ["bulk-cash-smuggling", "vulnerable-activities-cash", "trade-based-money-laundering"],
  shareWith: [
    { es: "Oficial de cumplimiento", en: "Compliance officer" },
    { es: "Dirección de efectivo y bóvedas", en: "Head of cash and vaults" },
    { es: "Gerencias de sucursales fronterizas", en: "Managers of border branches" },
    { es: "Auditoría interna", en: "Internal audit" },
  ],
  priorities: ["drug-trafficking", "transnational-organised-crime"],
  predicates: [
    { es: "Narcotráfico", en: "Drug trafficking" },
    { es: "Contrabando de efectivo", en: "Bulk cash smuggling" },
  ],
  corridors: [
    ["Texas, US", "Tamaulipas, MX"],
    ["Nuevo Laredo, MX", "Laredo, US"],
    ["Tijuana, MX", "San Diego, US"],
    ["Ciudad Juárez, MX", "El Paso, US"],
  ],
  sectors: ["bank", "armored-car", "exchange-house", "money-transmitter"],
  products: [
    { es: "Depósito de efectivo por bóveda", en: "Vault cash deposits" },
    { es: "Traslado de valores", en: "Armored transport" },
    { es: "Compraventa de divisas", en: "Currency exchange" },
    { es: "Envío de dinero", en: "Money transmission" },
  ],
  legalBasis: {
    es: "Artículos 115 y 142 de la Ley de Instituciones de Crédito y facultades de supervisión de la CNBV. Este aviso orienta; no sustituye las Disposiciones ni crea obligaciones.",
    en: "Articles 115 and 142 of the Ley de Instituciones de Crédito and the CNBV’s supervisory powers. This advisory offers guidance; it neither replaces the Disposiciones nor creates obligations.",
  },
  validFrom: "2026-01-21",
  reviewBy: "2027-01-21",
  relations: [{ kind: "builds-on", number: "FIN-2025-Alert001", inForce: true }],
  contact: {
    es: "CNBV (demostración), supervisión de PLD: avisos@cnbv.example.",
    en: "CNBV (demonstration), AML supervision: avisos@cnbv.example.",
  },
  us: {
    keyTerms: [
      { printed: "BULKCASH CNBV-2026-A-001" },
      { printed: "ARMOREDCAR CNBV-2026-A-001", group: "carriers", secondary: true },
    ],
    fields: [
      "SAR field 2 (Filing Institution Note to FinCEN)",
      'SAR field 36(z) (Money Laundering - Other) with text "BULKCASH"',
      "SAR narrative",
      "FinCEN Form 105 (CMIR), where applicable",
    ],
  },
  mx: {
    reportTypes: ["ROI", "ROIP", "R24"],
    suggestedWording: {
      es: "“Entregas de efectivo en dólares por traslado de valores sin relación con las ventas en esa moneda (aviso CNBV-2026-A-001). Periodo: [fecha] a [fecha]; entregas: [número]; denominaciones predominantes: [dato]; destino posterior: [país y tipo de beneficiario]. Señales observadas: [RF-nn]”.",
      en: "“Dollar cash deliveries by armored car unrelated to sales in that currency (advisory CNBV-2026-A-001). Period: [date] to [date]; deliveries: [number]; predominant denominations: [detail]; later destination: [country and kind of beneficiary]. Red flags observed: [RF-nn].”",
    },
  },
});

export const story: DemoAdvisory = {
  slug: "bulk-cash",
  number,
  lead: "CNBV",
  joint: [],
  versions: [only],
  publishedOn: ["2026-01-21"],
};
