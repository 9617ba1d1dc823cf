import { both } from "../both";
import { pen } from "../build";
import type { DemoAdvisory } from "../story";

const number = "CNBV-2026-AL-005";
const { advisory, group, redFlag, section } = pen({
  slug: "vehicles-and-front-men",
  number,
  lead: "CNBV",
});

/** A draft a few days old. Section 3 has no Spanish yet and red flag 2 differs in one figure: the desk shows both. */
const first = advisory({
  type: "alert",
  title: both(
    "Vehículos seminuevos comprados con prestanombres y crédito automotriz",
    "Used Vehicles Bought Through Front Men and Auto Loans",
  ),
  summary: both(
    "Personas sin capacidad de pago solicitan créditos automotrices que liquidan en pocas semanas con depósitos de terceros. El vehículo cambia de manos, cruza la frontera o se vende en partes. Esta alerta describe lo que pueden ver el banco que presta y la institución que recibe los depósitos.",
    "People without the means to repay apply for auto loans that they pay off within weeks using third-party deposits. The vehicle changes hands, crosses the border, or is sold for parts. This alert describes what the lending bank and the institution receiving the deposits can see.",
  ),
  sections: [
    section(
      "background",
      both("Un activo que circula", "An asset that moves"),
      both(
        `Un vehículo seminuevo guarda valor, se traslada por su propio medio y se revende en días. Para quien tiene efectivo y no puede depositarlo, un crédito liquidado antes de tiempo ofrece una explicación lista para el saldo: “pagué mi coche”.

La práctica se apoya en prestanombres: empleados, parientes o conocidos que firman el crédito a cambio de una cantidad fija y jamás conducen el vehículo.`,
        `A used vehicle holds value, moves under its own power, and resells within days. For someone who has cash and cannot deposit it, a loan paid off early offers a ready explanation for the balance: “I paid for my car.”

The practice rests on front men: employees, relatives, or acquaintances who sign the loan for a fixed sum and never drive the vehicle.`,
      ),
    ),
    section(
      "methodology",
      both("La secuencia", "The sequence"),
      both(
        `1. El prestanombre obtiene un crédito a 48 meses con enganche de 20 %.
2. Entre los días 20 y 60, varios terceros depositan en efectivo a la cuenta del crédito.
3. El crédito se liquida, la factura se endosa y el vehículo se vende.
4. El producto de la venta llega a una cuenta distinta, ya con apariencia de origen lícito.`,
        `1. The front man obtains a 48-month loan with a 20% down payment.
2. Between days 20 and 60, several third parties make cash deposits to the loan account.
3. The loan is paid off, the title is signed over, and the vehicle is sold.
4. The proceeds of the sale reach a different account, by then looking lawful.`,
      ),
    ),
    section(
      "guidance",
      both("", "Proportionate response"),
      both(
        "",
        `Paying off a loan early is a right and, most of the time, good news. Institutions should look at who makes the deposits, not at how soon the loan ends. A conversation with the borrower comes before any restriction.`,
      ),
    ),
  ],
  groups: [
    group("loan", both("En el crédito", "On the loan")),
    group("deposits", both("En los depósitos", "On the deposits")),
  ],
  redFlags: [
    redFlag(1, {
      group: "loan",
      heading: both("Liquidación por terceros", "Paid off by third parties"),
      text: both(
        "Un crédito automotriz se liquida antes de 90 días con depósitos en efectivo de tres o más personas distintas del acreditado.",
        "An auto loan is paid off before 90 days with cash deposits by three or more people other than the borrower.",
      ),
      data: both("Depositantes por crédito; medio de pago.", "Depositors per loan; payment method."),
      falsePositive: both(
        "Las familias se cooperan para liquidar; los depositantes suelen compartir apellido o domicilio.",
        "Families chip in to pay off a loan; depositors usually share a surname or an address.",
      ),
      control: both(
        "Pedir el nombre del depositante en los pagos en efectivo a créditos de menos de 6 meses.",
        "Ask for the depositor’s name on cash payments to loans less than 6 months old.",
      ),
      at: ["monitoring", "branch"],
      strength: "strong",
      with: [2],
      amltrix: ["T0098", "T0038"],
    }),
    redFlag(2, {
      group: "loan",
      heading: both("Ingreso que no alcanza", "Income that falls short"),
      text: both(
        "El acreditado declara un ingreso mensual menor de 15,000 pesos y liquida por anticipado más de 250,000 pesos.",
        "The borrower declares a monthly income below 15,000 pesos and pays off more than 225,000 pesos early.",
      ),
      data: both("Ingreso declarado; pagos anticipados.", "Declared income; early payments."),
      falsePositive: both(
        "Un aguinaldo, una herencia o la venta de otro bien lo explican y se acreditan con facilidad.",
        "A year-end bonus, an inheritance, or the sale of another asset explains it and is easily documented.",
      ),
      at: ["monitoring"],
      strength: "moderate",
      with: [1],
      amltrix: ["T0038"],
    }),
    redFlag(3, {
      group: "deposits",
      heading: both("El mismo depositante, muchos coches", "The same depositor, many cars"),
      text: both(
        "Una persona deposita en efectivo a cuatro o más créditos automotrices de titulares sin relación entre sí en un periodo de 6 meses.",
        "One person makes cash deposits to four or more auto loans of unrelated borrowers over a 6-month period.",
      ),
      data: both("Depositante identificado por crédito.", "Identified depositor per loan."),
      falsePositive: both(
        "Gestores y empleados de lotes pagan por cuenta de clientes: registrarlos.",
        "Agents and dealership employees pay on behalf of customers: register them.",
      ),
      at: ["monitoring", "case-review"],
      strength: "strong",
      with: [1],
      amltrix: ["T0098", "T0073"],
    }),
  ],
  typologies: ["nominees", "high-value-assets"],
  shareWith: [both("Oficiales de cumplimiento", "Compliance officers")],
  priorities: ["drug-trafficking"],
  predicates: [both("Delitos contra la salud", "Drug trafficking")],
  corridors: [["MX", "US"]],
  sectors: ["bank", "vulnerable-activity"],
  products: [both("Crédito automotriz", "Auto loans")],
  legalBasis: both(
    "Artículo 115 de la Ley de Instituciones de Crédito.",
    "Article 115 of the Credit Institutions Law.",
  ),
  validFrom: null,
  reviewBy: null,
  relations: [],
  contact: both("Contacto: avisos@cnbv.example", "Contact: avisos@cnbv.example"),
  us: { keyTerms: [], fields: [] },
  mx: { reportTypes: ["ROI"], suggestedWording: both("", "") },
});

export const vehiclesAndFrontMen: DemoAdvisory = {
  slug: "vehicles-and-front-men",
  number,
  lead: "CNBV",
  joint: [],
  versions: [first],
  publishedOn: [],
};
