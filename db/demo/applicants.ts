import type { ApplicationFacts } from "~/domain/vetting/application.form";
import type { InvitedOrganisation } from "~/domain/vetting/invitation.form";

export type DemoApplicant = {
  organisation: Pick<InvitedOrganisation, "kind" | "shortName" | "nameEs" | "nameEn">;
  contact: { name: string; email: string; language: "es" | "en"; timeZone: string };
  /** Key of the officer who invited it. */
  invitedBy: string;
  /** Days before the demo is loaded. */
  days: { invited: number; applied?: number };
  facts?: Partial<ApplicationFacts>;
  approvals: { by: string; reason: string; daysAgo: number }[];
};

/** Invented, like every institution of the demo (decision 055). */
export const demoApplicants: DemoApplicant[] = [
  {
    organisation: {
      kind: "institution",
      shortName: "Banco Nopal",
      nameEs: "Banco Nopal, S.A., Institución de Banca Múltiple",
      nameEn: "Banco Nopal, S.A., multiple-service bank",
    },
    contact: {
      name: "Emilia Zaragoza Luján",
      email: "emilia.zaragoza@banco-nopal.example",
      language: "es",
      timeZone: "America/Monterrey",
    },
    invitedBy: "cnbv-officer",
    days: { invited: 12, applied: 5 },
    facts: {
      sector: "bank",
      sizeBand: "medium",
      lei: "DEMO00NOPAL000001262",
      bic: "ZNPLMXM0",
      bankCode: "806",
      recordedGround:
        "Art. 115 de la Ley de Instituciones de Crédito; dictamen del área jurídica del banco (demostración).",
      recordedGroundOn: "2026-03-02",
      note: "El banco absorbió este año a una sociedad financiera; el registro ya refleja la fusión.",
    },
    approvals: [
      {
        by: "cnbv-officer",
        reason:
          "Cotejé la denominación y la clave con el padrón de entidades supervisadas; coinciden. El LEI está vigente.",
        daysAgo: 2,
      },
    ],
  },
  {
    organisation: {
      kind: "institution",
      shortName: "Palo Verde Savings",
      nameEs: "Palo Verde Savings Bank, caja de ahorro",
      nameEn: "Palo Verde Savings Bank",
    },
    contact: {
      name: "Harriet Lindqvist-Moya",
      email: "harriet@palo-verde-savings.example",
      language: "en",
      timeZone: "America/Phoenix",
    },
    invitedBy: "fincen-officer",
    days: { invited: 3 },
    approvals: [],
  },
  {
    organisation: {
      kind: "institution",
      shortName: "Cambio Alondra",
      nameEs: "Alondra Divisas, S.A. de C.V., Casa de Cambio",
      nameEn: "Alondra Divisas, S.A. de C.V., exchange house",
    },
    contact: {
      name: "Julieta Armenta Coss",
      email: "julieta.armenta@cambio-alondra.example",
      language: "es",
      timeZone: "America/Tijuana",
    },
    invitedBy: "uif-officer",
    days: { invited: 412, applied: 405 },
    facts: { sector: "exchange-house", sizeBand: "small", lei: "DEMO00ALONDRA0001361", bankCode: "807" },
    approvals: [
      {
        by: "uif-officer",
        reason: "El registro de la casa de cambio está vigente y su LEI coincide.",
        daysAgo: 401,
      },
      {
        by: "uif-officer-2",
        reason: "Revisé los mismos datos por separado y no encontré diferencias.",
        daysAgo: 400,
      },
    ],
  },
];
