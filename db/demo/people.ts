import { v5 as uuidV5 } from "uuid";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Role } from "~/domain/members/viewer";
import { organisationIdOf } from "./organisations";

export type DemoPersona = {
  id: string;
  key: string;
  organisationId: string;
  /** Key of the organisation in `demoOrganisations`. */
  organisation: string;
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  roles: { role: Role; language: Language | "" }[];
};

const namespace = "b0a4f5de-0d5c-5f0b-8c53-6a7c9f1f2b72";

/** The same person has the same id in every demo. */
const personaIdOf = (key: string) => uuidV5(`persona:${key}`, namespace);

const plain = (...roles: Role[]) => roles.map((role) => ({ role, language: "" as const }));

const authorityRoles: Record<string, DemoPersona["roles"]> = {
  analyst: plain("analyst"),
  "analyst-2": plain("analyst"),
  legal: plain("legal"),
  "translator-es": [{ role: "translator", language: "es" }],
  "translator-en": [{ role: "translator", language: "en" }],
  approver: plain("approver"),
  "approver-2": plain("approver"),
  publisher: plain("publisher"),
  convener: plain("convener"),
  rapporteur: plain("rapporteur"),
  officer: plain("officer", "administrator"),
  "officer-2": plain("officer"),
};

const institutionRoles: Record<string, DemoPersona["roles"]> = {
  administrator: plain("administrator"),
  officer: plain("compliance-officer"),
  analyst: plain("analyst"),
};

type Card = [suffix: string, name: string, language?: Language, timeZone?: string];

function staff(
  organisation: string,
  language: Language,
  timeZone: string,
  rolesOf: Record<string, DemoPersona["roles"]>,
  cards: Card[],
): DemoPersona[] {
  return cards.map(([suffix, name, ownLanguage, ownZone]) => {
    const key = `${organisation}-${suffix}`;
    return {
      id: personaIdOf(key),
      key,
      organisationId: organisationIdOf(organisation),
      organisation,
      name,
      email: `${suffix}@${organisation}.example`,
      language: ownLanguage ?? language,
      timeZone: ownZone ?? timeZone,
      roles: rolesOf[suffix] ?? [],
    };
  });
}

function single(key: string, organisation: string, role: Role, name: string, timeZone: string): DemoPersona {
  return {
    id: personaIdOf(key),
    key,
    organisationId: organisationIdOf(organisation),
    organisation,
    name,
    email: `${key}@${organisation}.example`,
    language: "es",
    timeZone,
    roles: plain(role),
  };
}

const mexicoCity = "America/Mexico_City";
const washington = "America/New_York";

/** Everyone in the demo, in the order in which the door shows them. All names are invented. */
export const demoPeople: DemoPersona[] = [
  ...staff("fincen", "en", washington, authorityRoles, [
    ["analyst", "Hannah Whitlock"],
    ["analyst-2", "Marcus Delacroix-Boone", undefined, "America/Chicago"],
    ["legal", "Priya Venkataraman-Shaw"],
    ["translator-es", "Lucía Ferrer Maldonado", "es"],
    ["translator-en", "Owen Tabor"],
    ["approver", "Denise Harcourt"],
    ["approver-2", "Samuel Okonkwo-Reed"],
    ["publisher", "Ellen Brandvold"],
    ["convener", "Thomas Quill"],
    ["rapporteur", "Naomi Castellanos", undefined, "America/Chicago"],
    ["officer", "Grace Tillinghast"],
    ["officer-2", "Andrew Pemberly"],
  ]),
  ...staff("cnbv", "es", mexicoCity, authorityRoles, [
    ["analyst", "Mariana Olvera Santibáñez"],
    ["analyst-2", "Rodrigo Peñaloza Urías", undefined, "America/Monterrey"],
    ["legal", "Beatriz Arrangoiz Téllez"],
    ["translator-es", "Julián Cienfuegos Ibarra"],
    ["translator-en", "Claire Montemayor", "en"],
    ["approver", "Gerardo Villaseñor Luna"],
    ["approver-2", "Patricia Zubieta Rojo"],
    ["publisher", "Ximena Landeros Prado"],
    ["convener", "Héctor Barrientos Olea"],
    ["rapporteur", "Abril Noriega Cantú"],
    ["officer", "Fernando Escamilla Rubio"],
    ["officer-2", "Leonor Quiroga Haro"],
  ]),
  ...staff("uif", "es", mexicoCity, authorityRoles, [
    ["analyst", "Tadeo Verduzco Lira"],
    ["analyst-2", "Inés Garmendia Soto", undefined, "America/Tijuana"],
    ["legal", "Octavio Resano Múgica"],
    ["translator-es", "Renata Cuéllar Bosque"],
    ["translator-en", "Daniel Hathaway-Ruiz", "en"],
    ["approver", "Carolina Mendiolea Paz"],
    ["approver-2", "Emilio Santacruz Vela"],
    ["publisher", "Sofía Larrañaga Ponce"],
    ["convener", "Arturo Cervera Aldana"],
    ["rapporteur", "Miriam Ocaranza Gil"],
    ["officer", "Eugenia Trasviña Mora"],
    ["officer-2", "Bruno Alcaraz Dueñas"],
  ]),
  ...staff("banco-del-bravo", "es", "America/Monterrey", institutionRoles, [
    ["administrator", "Nadia Elizondo Treviño"],
    ["officer", "Ricardo Benavides Saldívar"],
    ["analyst", "Paola Cantú Arredondo"],
  ]),
  ...staff("banco-meseta", "es", mexicoCity, institutionRoles, [
    ["administrator", "Iván Sepúlveda Nava"],
    ["officer", "Alejandra Mújica Corral"],
    ["analyst", "Diego Tinoco Vargas"],
  ]),
  ...staff("caja-sotol", "es", "America/Chihuahua", institutionRoles, [
    ["administrator", "Rosario Chacón Baca"],
    ["officer", "Manuel Terrazas Quezada"],
    ["analyst", "Yolanda Ornelas Rico"],
  ]),
  ...staff("fintech-quetzal", "es", mexicoCity, institutionRoles, [
    ["administrator", "Valeria Monroy Esquer"],
    ["officer", "Sebastián Arce Lomelí"],
    ["analyst", "Camila Rentería Díaz"],
  ]),
  ...staff("casa-jacaranda", "es", "America/Hermosillo", institutionRoles, [
    ["administrator", "Gonzalo Bojórquez Félix"],
    ["officer", "Teresa Valenzuela Ochoa"],
    ["analyst", "Mateo Gastélum Ruelas"],
  ]),
  ...staff("rio-grande-bank", "en", "America/Chicago", institutionRoles, [
    ["administrator", "Kayla Remington"],
    ["officer", "Robert Ayala-Finch"],
    ["analyst", "Meredith Stroud"],
  ]),
  ...staff("mesquite-credit-union", "en", "America/Denver", institutionRoles, [
    ["administrator", "Joyce Pendergrass"],
    ["officer", "Alan Montoya"],
    ["analyst", "Brianna Lockhart"],
  ]),
  ...staff("gulf-plains-bank", "en", "America/Chicago", institutionRoles, [
    ["administrator", "Curtis Abernathy"],
    ["officer", "Vivian Thibodeaux"],
    ["analyst", "Jordan Kessler"],
  ]),
  ...staff("saguaro-transfer", "en", "America/Phoenix", institutionRoles, [
    ["administrator", "Tanya Whitehorse"],
    ["officer", "Esteban Robles", "es"],
    ["analyst", "Lauren Pickett"],
  ]),
  ...staff("lone-pine-trust", "en", "America/Los_Angeles", institutionRoles, [
    ["administrator", "Philip Garrity"],
    ["officer", "Constance Yamada-Wells"],
    ["analyst", "Noah Fairbanks"],
  ]),
  single("guild-observer", "guild", "observer", "Ignacio Berlanga Farías", "America/Monterrey"),
  single("civil-observer", "civil", "observer", "Graciela Montaño Duarte", mexicoCity),
  single("operator", "operator", "operator", "Adrián Solórzano Peña", mexicoCity),
  single("auditor", "operator", "auditor", "Lorena Carvajal Ríos", mexicoCity),
  single("outsider", "seguros-biznaga", "compliance-officer", "Marcela Tostado Vidal", mexicoCity),
];
