import { v5 as uuidV5 } from "uuid";
import type { Sector } from "~/domain/advisories/advisory.form";
import type { organisations } from "../schema/organisations";

type Row = typeof organisations.$inferInsert;

export type DemoOrganisation = Omit<Row, "id" | "createdAt" | "sector" | "numberPatterns"> & {
  id: string;
  /** The part of its personas' keys before the role, e.g. `banco-del-bravo`. */
  key: string;
  sector: Sector | null;
  numberPatterns: Record<string, string>;
};

const namespace = "6f0f5a2e-5d43-5b0a-9c5e-2f8f0c1d7a11";

/** The same organisation has the same id in every demo. */
export const organisationIdOf = (key: string) => uuidV5(`organisation:${key}`, namespace);

const fincenPatterns = {
  advisory: "FIN-{year}-A{n:3}",
  alert: "FIN-{year}-Alert{n:3}",
  notice: "FIN-{year}-NTC{n}",
  "trend-analysis": "FIN-{year}-FTA{n:3}",
  "order-digest": "FIN-{year}-OD{n:3}",
  "enforcement-lesson": "FIN-{year}-EL{n:3}",
  statement: "FIN-{year}-ST{n:3}",
};

const uifPatterns = {
  advisory: "UIF-{year}-AV-{n:3}",
  alert: "UIF-{year}-AL-{n:3}",
  notice: "UIF-{year}-CO-{n:3}",
  "trend-analysis": "UIF-{year}-AT-{n:3}",
  "order-digest": "UIF-{year}-RO-{n:3}",
  "enforcement-lesson": "UIF-{year}-LS-{n:3}",
  statement: "UIF-{year}-DE-{n:3}",
};

const cnbvPatterns = {
  advisory: "CNBV-{year}-A-{n:3}",
  alert: "CNBV-{year}-AL-{n:3}",
  notice: "CNBV-{year}-C-{n:3}",
  "trend-analysis": "CNBV-{year}-T-{n:3}",
  "order-digest": "CNBV-{year}-O-{n:3}",
  "enforcement-lesson": "CNBV-{year}-L-{n:3}",
  statement: "CNBV-{year}-D-{n:3}",
};

const groundOfRecord =
  "Art. 115 de la Ley de Instituciones de Crédito y Disposiciones de carácter general aplicables; fundamento registrado por el área jurídica de la institución (demostración).";

/**
 * Every institution is invented: LEI prefix DEMO and BIC ending in 0 (a test code) belong to nobody.
 * Days count from the day on which the demo is loaded, so that a registration is current or expired whenever that is.
 */
export function demoOrganisations(at: Date): DemoOrganisation[] {
  const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

  const organisation = (
    key: string,
    kind: Row["kind"],
    jurisdiction: string,
    names: { short: string; es: string; en: string },
    facts: Partial<DemoOrganisation> = {},
  ): DemoOrganisation => ({
    id: organisationIdOf(key),
    key,
    kind,
    shortName: names.short,
    nameEs: names.es,
    nameEn: names.en,
    jurisdiction,
    sector: null,
    sizeBand: null,
    lei: null,
    bic: null,
    bankCode: null,
    registered314bUntil: null,
    recordedGround: null,
    vetting: "vetted",
    vettedUntil: inDays(270),
    numberPatterns: {},
    ...facts,
  });

  return [
    organisation(
      "fincen",
      "authority",
      "US",
      {
        short: "FinCEN",
        es: "Red de Control de Delitos Financieros del Departamento del Tesoro",
        en: "Financial Crimes Enforcement Network, U.S. Department of the Treasury",
      },
      { numberPatterns: fincenPatterns },
    ),
    organisation(
      "uif",
      "authority",
      "MX",
      {
        short: "UIF",
        es: "Unidad de Inteligencia Financiera de la Secretaría de Hacienda y Crédito Público",
        en: "Financial Intelligence Unit, Ministry of Finance and Public Credit of Mexico",
      },
      { numberPatterns: uifPatterns },
    ),
    organisation(
      "cnbv",
      "authority",
      "MX",
      {
        short: "CNBV",
        es: "Comisión Nacional Bancaria y de Valores",
        en: "National Banking and Securities Commission of Mexico",
      },
      { numberPatterns: cnbvPatterns },
    ),
    organisation(
      "banco-del-bravo",
      "institution",
      "MX",
      {
        short: "Banco del Bravo",
        es: "Banco del Bravo, S.A., Institución de Banca Múltiple",
        en: "Banco del Bravo, S.A., multiple-service bank",
      },
      {
        vettedUntil: inDays(163),
        sector: "bank",
        sizeBand: "large",
        lei: "DEMO00BRAVO000000146",
        bic: "ZBRVMXM0",
        bankCode: "801",
        recordedGround: groundOfRecord,
      },
    ),
    organisation(
      "banco-meseta",
      "institution",
      "MX",
      {
        short: "Banco Meseta",
        es: "Banco Meseta, S.A., Institución de Banca Múltiple",
        en: "Banco Meseta, S.A., multiple-service bank",
      },
      {
        vettedUntil: inDays(302),
        sector: "bank",
        sizeBand: "medium",
        lei: "DEMO00MESETA00000216",
        bic: "ZMSTMXM0",
        bankCode: "802",
        recordedGround: groundOfRecord,
      },
    ),
    organisation(
      "caja-sotol",
      "institution",
      "MX",
      {
        short: "Caja Sotol",
        es: "Caja Sotol, S.C. de A.P. de R.L. de C.V.",
        en: "Caja Sotol, savings and loan cooperative",
      },
      {
        vettedUntil: inDays(96),
        sector: "credit-union",
        sizeBand: "small",
        lei: "DEMO00SOTOL000000360",
        bankCode: "803",
      },
    ),
    organisation(
      "fintech-quetzal",
      "institution",
      "MX",
      {
        short: "Quetzal Pagos",
        es: "Quetzal Pagos, S.A. de C.V., Institución de Fondos de Pago Electrónico",
        en: "Quetzal Pagos, S.A. de C.V., electronic payment institution",
      },
      {
        vettedUntil: inDays(201),
        sector: "fintech",
        sizeBand: "medium",
        lei: "DEMO00QUETZAL0000448",
        bankCode: "804",
        recordedGround: groundOfRecord,
      },
    ),
    organisation(
      "casa-jacaranda",
      "institution",
      "MX",
      {
        short: "Casa Jacaranda",
        es: "Jacaranda Divisas, S.A. de C.V., Casa de Cambio",
        en: "Jacaranda Divisas, S.A. de C.V., exchange house",
      },
      {
        vettedUntil: inDays(140),
        sector: "exchange-house",
        sizeBand: "small",
        lei: "DEMO00JACARANDA00552",
        bic: "ZJCRMXM0",
        bankCode: "805",
      },
    ),
    organisation(
      "rio-grande-bank",
      "institution",
      "US",
      {
        short: "Rio Grande Bank",
        es: "Rio Grande Bank, N.A., banco nacional",
        en: "Rio Grande Bank, N.A., national bank",
      },
      {
        vettedUntil: inDays(230),
        sector: "bank",
        sizeBand: "large",
        lei: "DEMO00RIOGRANDE00668",
        bic: "ZRGBUS40",
        registered314bUntil: inDays(215),
      },
    ),
    organisation(
      "mesquite-credit-union",
      "institution",
      "US",
      {
        short: "Mesquite CU",
        es: "Mesquite Credit Union, cooperativa de ahorro y crédito",
        en: "Mesquite Credit Union",
      },
      { vettedUntil: inDays(118), sector: "credit-union", sizeBand: "small", lei: "DEMO00MESQUITE000721" },
    ),
    organisation(
      "gulf-plains-bank",
      "institution",
      "US",
      {
        short: "Gulf Plains Bank",
        es: "Gulf Plains Bank, banco estatal",
        en: "Gulf Plains Bank, state-chartered bank",
      },
      {
        vettedUntil: inDays(58),
        sector: "bank",
        sizeBand: "medium",
        lei: "DEMO00GULFPLAINS0842",
        bic: "ZGPBUS40",
        registered314bUntil: inDays(48),
      },
    ),
    organisation(
      "saguaro-transfer",
      "institution",
      "US",
      {
        short: "Saguaro Transfer",
        es: "Saguaro Transfer, Inc., transmisor de dinero",
        en: "Saguaro Transfer, Inc., money transmitter",
      },
      {
        vettedUntil: inDays(185),
        sector: "money-transmitter",
        sizeBand: "medium",
        lei: "DEMO00SAGUARO0000970",
      },
    ),
    organisation(
      "lone-pine-trust",
      "institution",
      "US",
      {
        short: "Lone Pine Trust",
        es: "Lone Pine Trust Company, fiduciaria",
        en: "Lone Pine Trust Company",
      },
      {
        vettedUntil: inDays(75),
        sector: "trust-company",
        sizeBand: "small",
        lei: "DEMO00LONEPINE001004",
        registered314bUntil: inDays(-37),
      },
    ),
    // In a sector that no audience of the demo names: its officer shows what an outsider sees.
    organisation(
      "seguros-biznaga",
      "institution",
      "MX",
      {
        short: "Seguros Biznaga",
        es: "Seguros Biznaga, S.A.",
        en: "Seguros Biznaga, S.A., insurance company",
      },
      { vettedUntil: inDays(330), sector: "insurance", sizeBand: "medium", lei: "DEMO00BIZNAGA0001158" },
    ),
    organisation("guild", "guild", "MX", {
      short: "Consejo Bancario del Norte",
      es: "Consejo Bancario del Norte, A.C.",
      en: "Northern Banking Council",
    }),
    organisation("civil", "civil", "MX", {
      short: "Barra del Desierto",
      es: "Barra de Abogadas y Abogados del Desierto, A.C.",
      en: "Desert Bar Association",
    }),
    organisation("operator", "operator", "MX", {
      short: "Operación Ribera",
      es: "Operación de la Plataforma Ribera",
      en: "Ribera Platform Operations",
    }),
  ];
}
