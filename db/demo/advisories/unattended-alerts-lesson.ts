import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "FIN-2026-EL001";
const { advisory, group, id, redFlag, section } = pen({
  slug: "unattended-alerts-lesson",
  number,
  lead: "FinCEN",
});

const figure = (key: string, value: string, es: string, en: string) => ({
  id: id(`scale/${key}`),
  label: both(es, en),
  value,
});

const first = advisory({
  type: "enforcement-lesson",
  title: both(
    "Las alertas que nadie atendió: lecciones de una sanción a un banco de frontera",
    "The Alerts Nobody Worked: Lessons From a Penalty Against a Border Bank",
  ),
  summary: both(
    "Durante más de cinco años, Altavega Bank —una institución inventada para esta demostración— dejó fuera de su monitoreo los pagos entre personas, acumuló alertas sin revisar y no movió sus umbrales aunque sus propios empleados lo pidieron. La orden impone 42,500,000 dólares. Esta lección no narra el caso para señalar a un banco, sino para que otros reconozcan a tiempo los mismos pasos.",
    "For more than five years, Altavega Bank—an institution invented for this demonstration—left person-to-person payments out of its monitoring, let alerts pile up unreviewed, and did not move its thresholds even though its own employees asked. The order imposes $42,500,000. This lesson does not tell the story to point a finger at a bank, but so that others recognize the same steps in time.",
  ),
  sections: [
    section(
      "introduction",
      both("Antes de leer", "Before reading"),
      both(
        `Altavega Bank no existe. La institución, las cifras, la orden y sus identificadores se inventaron para la demostración. Los procesos que fallan sí se parecen a los que describen las órdenes públicas de cualquier país, y esa es la utilidad del ejercicio.

Una lección no es una regla nueva. Tampoco es una invitación a cerrar cuentas: casi todo lo que aquí salió mal se habría evitado con gente suficiente y con una decisión tomada a tiempo.`,
        `Altavega Bank does not exist. The institution, the figures, the order, and its identifiers were invented for the demonstration. The processes that fail do resemble those described in public orders of any country, and that is what the exercise is for.

A lesson is not a new rule. Nor is it an invitation to close accounts: nearly everything that went wrong here would have been avoided with enough people and a decision made in time.`,
      ),
    ),
    section(
      "background",
      both("Qué ocurrió", "What happened"),
      both(
        `En enero de 2019 el banco lanzó un servicio de pagos entre personas en sus 48 sucursales del sur de Texas. El sistema de monitoreo no recibía esos datos, y el acuerdo interno fue conectarlo “en la siguiente fase”. La siguiente fase llegó en junio de 2024.

Entretanto, el servicio creció de 6,000 a 214,000 usuarios. En octubre de 2020, un analista advirtió por escrito que cientos de cuentas nuevas recibían de muchas personas y enviaban a una sola; pidió tres escenarios de detección. La respuesta fue que no había presupuesto para “ruido”.

En 2022, la auditoría interna contó 18,400 alertas pendientes con una antigüedad media de 131 días. La dirección contrató a un proveedor para cerrarlas en 90 días. El proveedor cumplió el plazo: cerró 97 % sin pedir un solo documento.`,
        `In January 2019 the bank launched a person-to-person payment service at its 48 branches in South Texas. The monitoring system did not receive that data, and the internal agreement was to connect it “in the next phase.” The next phase came in June 2024.

Meanwhile the service grew from 6,000 to 214,000 users. In October 2020, an analyst warned in writing that hundreds of new accounts were receiving from many people and sending to one; the analyst asked for three detection scenarios. The answer was that there was no budget for “noise.”

In 2022, internal audit counted 18,400 pending alerts with an average age of 131 days. Management hired a vendor to close them in 90 days. The vendor met the deadline: it closed 97% without requesting a single document.`,
      ),
    ),
    section(
      "other",
      both("Lo que no debe hacerse", "What not to do"),
      both(
        `1. **Lanzar primero, vigilar después.** Un producto sin datos en el monitoreo no está en piloto: está sin control.
2. **Medir alertas cerradas.** Lo que se mide es lo que se obtiene. El proveedor cobraba por cierre.
3. **Congelar el umbral para cuadrar la plantilla.** Durante 38 meses el monto de alerta se fijó según cuántas alertas podían atenderse, no según el riesgo.
4. **Responder al aviso con una corrección de tono.** La advertencia de 2020 volvió a su autor con el comentario “muy alarmista”.
5. **Dar por hecho que el intermediario revisa.** El agregador de pagos suponía que revisaba el banco; el banco, que revisaba el agregador.
6. **Reaccionar cerrando cuentas.** Al conocerse la investigación, el banco canceló 2,300 cuentas de clientes con apellidos hispanos y remesas a México. Esa decisión añadió un daño y no corrigió ninguna falla.`,
        `1. **Launch first, watch later.** A product with no data in monitoring is not a pilot: it is uncontrolled.
2. **Measure closed alerts.** What is measured is what is obtained. The vendor was paid per closure.
3. **Freeze the threshold to fit the headcount.** For 38 months the alert amount was set by how many alerts could be worked, not by risk.
4. **Answer a warning by correcting its tone.** The 2020 warning went back to its author with the remark “too alarmist.”
5. **Assume the intermediary is checking.** The payment aggregator assumed the bank was; the bank assumed the aggregator was.
6. **React by closing accounts.** When the investigation became known, the bank closed 2,300 accounts of customers with Hispanic surnames and remittances to Mexico. That decision added a harm and corrected no failure.`,
      ),
    ),
    section(
      "guidance",
      both("Lo que sí funciona", "What does work"),
      both(
        `- Ningún producto sale sin que el área de cumplimiento confirme por escrito qué datos llegan al monitoreo y desde qué día.
- La antigüedad de la alerta más vieja se informa cada mes al consejo, junto al número de personas que las atienden.
- Los umbrales se revisan cada 6 meses con una muestra de lo que queda justo por debajo de ellos.
- Toda advertencia interna recibe respuesta por escrito en 10 días hábiles, con nombre.
- Los contratos con terceros dicen quién revisa qué y se prueban con operaciones simuladas.
- El plan de remediación mide el efecto sobre los clientes honestos.`,
        `- No product goes out until compliance confirms in writing which data reaches monitoring, and from what day.
- The age of the oldest alert is reported to the board every month, next to the number of people working them.
- Thresholds are reviewed every 6 months with a sample of what falls just below them.
- Every internal warning gets a written answer within 10 business days, with a name on it.
- Contracts with third parties say who checks what and are tested with simulated transactions.
- The remediation plan measures its effect on honest customers.`,
      ),
    ),
    section(
      "obligations",
      both("Qué ordena la resolución (ficticia)", "What the (fictional) order requires"),
      both(
        `Además del monto, la orden fija 24 meses de supervisión independiente, una revisión retrospectiva del periodo y la conexión de todos los canales de pago al monitoreo antes del 31 de marzo de 2027. La revisión retrospectiva debe separar a los clientes que fueron dados de baja sin motivo y ofrecerles restablecer su cuenta.

Para instituciones mexicanas, el paralelo es el manual de cumplimiento y el informe de auditoría que exige el marco del artículo 115: las mismas preguntas, con otra ventanilla.`,
        `Besides the amount, the order sets 24 months of independent monitoring, a look-back over the period, and the connection of every payment channel to monitoring before March 31, 2027. The look-back must identify customers who were exited without cause and offer to restore their accounts.

For Mexican institutions, the parallel is the compliance manual and the audit report required by the article 115 framework: the same questions, at a different counter.`,
      ),
    ),
  ],
  groups: [
    group(
      "program",
      both("Señales dentro de la propia institución", "Red flags inside one’s own institution"),
    ),
  ],
  redFlags: [
    redFlag(1, {
      group: "program",
      heading: both("Canal sin datos", "A channel without data"),
      text: both(
        "Un producto con más de 1,000 usuarios activos no aparece como fuente en el inventario de datos del sistema de monitoreo.",
        "A product with more than 1,000 active users does not appear as a source in the data inventory of the monitoring system.",
      ),
      data: both(
        "Inventario de productos frente a inventario de fuentes.",
        "Product inventory against source inventory.",
      ),
      falsePositive: both(
        "Algunos productos se monitorean dentro de otro sistema; debe constar cuál.",
        "Some products are monitored inside another system; which one should be on record.",
      ),
      control: both(
        "Conciliación trimestral de ambos inventarios.",
        "Quarterly reconciliation of both inventories.",
      ),
      at: ["case-review"],
      strength: "strong",
      with: [2],
      amltrix: ["T0134.001"],
    }),
    redFlag(2, {
      group: "program",
      heading: both("La alerta más vieja", "The oldest alert"),
      text: both(
        "La alerta pendiente de mayor antigüedad rebasa 60 días o la antigüedad media crece tres meses seguidos.",
        "The oldest pending alert exceeds 60 days, or the average age grows three months in a row.",
      ),
      data: both("Fecha de creación y de cierre de cada alerta.", "Creation and closing date of each alert."),
      falsePositive: both(
        "Un escenario recién puesto en marcha genera un alza pasajera.",
        "A newly launched scenario causes a temporary rise.",
      ),
      control: both(
        "Tablero mensual al consejo con antigüedad, volumen y personal disponible.",
        "Monthly board dashboard with age, volume, and available staff.",
      ),
      at: ["case-review"],
      strength: "strong",
      with: [3, 4],
      amltrix: [],
    }),
    redFlag(3, {
      group: "program",
      heading: both("Cierre en serie", "Closing in series"),
      text: both(
        "Un mismo revisor cierra más de 60 alertas al día con el mismo texto o sin abrir el expediente.",
        "A single reviewer closes more than 60 alerts a day with the same text or without opening the customer file.",
      ),
      data: both("Bitácora de revisión; texto de cierre.", "Review log; closing text."),
      falsePositive: both(
        "Los cierres masivos por error de un escenario son válidos si quedan documentados una sola vez.",
        "Bulk closures after a scenario error are valid if documented once.",
      ),
      control: both(
        "Revisión ciega de 5 % de los cierres, con devolución al revisor.",
        "Blind review of 5% of closures, with feedback to the reviewer.",
      ),
      at: ["case-review"],
      strength: "strong",
      with: [2],
      amltrix: [],
    }),
    redFlag(4, {
      group: "program",
      heading: both("Umbral inmóvil", "A threshold that never moves"),
      text: both(
        "Un escenario conserva el mismo umbral por más de 18 meses mientras el volumen del producto se duplica.",
        "A scenario keeps the same threshold for more than 18 months while the product’s volume doubles.",
      ),
      data: both("Historial de parámetros; volumen por producto.", "Parameter history; volume by product."),
      falsePositive: both(
        "Un umbral probado puede no cambiar; importa que alguien lo haya probado.",
        "A tested threshold may stay as it is; what matters is that someone tested it.",
      ),
      at: ["case-review"],
      strength: "moderate",
      with: [2],
      amltrix: [],
    }),
    redFlag(5, {
      group: "program",
      heading: both("Advertencia sin respuesta", "A warning without an answer"),
      text: both(
        "Una observación escrita de un empleado o de auditoría sobre una falta de cobertura permanece 30 días sin responsable ni fecha.",
        "A written observation by an employee or by audit about a coverage gap goes 30 days without an owner or a date.",
      ),
      data: both("Registro de observaciones.", "Log of observations."),
      falsePositive: both(
        "Se descarta cuando existe respuesta razonada, aunque sea negativa.",
        "Set aside when there is a reasoned answer, even a negative one.",
      ),
      at: ["case-review"],
      strength: "strong",
      with: [1],
      amltrix: ["T0021"],
    }),
  ],
  typologies: ["funnel-accounts", "money-mules"],
  shareWith: [
    both("Consejos de administración y comités de auditoría", "Boards of directors and audit committees"),
    both("Oficiales de cumplimiento", "Compliance officers"),
    both("Responsables de producto", "Product owners"),
    both("Auditoría interna", "Internal audit"),
  ],
  priorities: ["drug-trafficking", "fraud"],
  predicates: [both("Delitos contra la salud", "Drug trafficking"), both("Fraude", "Fraud")],
  corridors: [["US", "MX"]],
  sectors: ["bank", "credit-union", "fintech", "money-transmitter"],
  products: [
    both("Pagos entre personas", "Person-to-person payments"),
    both("Depósitos en efectivo", "Cash deposits"),
  ],
  legalBasis: both(
    "31 U.S.C. 5318(g) y 5318(h); 31 CFR 1020.210 y 31 CFR 1020.320. Orden ficticia para demostración.",
    "31 U.S.C. 5318(g) and 5318(h); 31 CFR 1020.210 and 31 CFR 1020.320. Fictional order for demonstration.",
  ),
  validFrom: "2026-06-30",
  reviewBy: "2028-06-30",
  relations: [{ kind: "cites", number: "CNBV-2026-A-007", inForce: true }],
  contact: both("Contacto: lessons@fincen.example", "Contact: lessons@fincen.example"),
  us: { keyTerms: [], fields: [] },
  mx: { reportTypes: [], suggestedWording: both("", "") },
  lesson: {
    institutions: [
      {
        id: id("institution/altavega"),
        name: "Altavega Bank, N.A. (demo)",
        lei: "DEMO00ALTAVEGA001224",
        bic: "ZALVUS40",
      },
    ],
    orderNumber: "2026-D07 (demo)",
    period: { from: "2019-01", to: "2024-06" },
    amount: "42500000.00",
    currency: "USD",
    scale: [
      figure(
        "unmonitored",
        "USD 3,180,000,000",
        "Pagos entre personas sin monitoreo",
        "Person-to-person payments left unmonitored",
      ),
      figure("alerts", "18,400", "Alertas pendientes en 2022", "Alerts pending in 2022"),
      figure("age", "131", "Antigüedad media de las alertas, en días", "Average age of alerts, in days"),
      figure(
        "closed",
        "97%",
        "Alertas cerradas por el proveedor sin pedir documentos",
        "Alerts closed by the vendor without requesting documents",
      ),
      figure(
        "staff",
        "4",
        "Analistas para todo el producto en 2021",
        "Analysts for the whole product in 2021",
      ),
      figure(
        "exited",
        "2,300",
        "Cuentas canceladas sin análisis individual",
        "Accounts closed without individual review",
      ),
    ],
    failures: [
      {
        code: "coverage-gap",
        note: both(
          "Los pagos entre personas operaron 65 meses sin enviar datos al monitoreo.",
          "Person-to-person payments ran for 65 months without sending data to monitoring.",
        ),
      },
      {
        code: "backlog",
        note: both(
          "Se dejaron acumular 18,400 alertas; cerrarlas importó más que leerlas.",
          "A total of 18,400 alerts were allowed to pile up; closing them mattered more than reading them.",
        ),
      },
      {
        code: "frozen-tuning",
        note: both(
          "El umbral principal no cambió en 38 meses porque la plantilla no alcanzaba para más alertas.",
          "The main threshold did not change for 38 months because there was no staff for more alerts.",
        ),
      },
      {
        code: "under-resourcing",
        note: both(
          "En 2021 había 4 analistas para 96,000 usuarios.",
          "In 2021 there were 4 analysts for 96,000 users.",
        ),
      },
      {
        code: "ignored-warning",
        note: both(
          "La advertencia escrita de octubre de 2020 no tuvo responsable ni plazo.",
          "The written warning of October 2020 was given neither an owner nor a deadline.",
        ),
      },
      {
        code: "third-party-blindness",
        note: both(
          "El contrato con el agregador no decía quién verificaba a los receptores.",
          "The contract with the aggregator did not say who verified recipients.",
        ),
      },
      {
        code: "testing-gap",
        note: both(
          "La prueba independiente de 2021 excluyó el producto por “inmadurez”.",
          "The independent test of 2021 left the product out as “immature.”",
        ),
      },
    ],
  },
});

export const unattendedAlertsLesson: DemoAdvisory = {
  slug: "unattended-alerts-lesson",
  number,
  lead: "FinCEN",
  joint: [],
  versions: [first],
  publishedOn: ["2026-06-30"],
};
