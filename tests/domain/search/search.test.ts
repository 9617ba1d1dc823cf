import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import type { Segment } from "~/domain/search/marked-text";
import { type SearchResult, search } from "~/domain/search/search.server";
import { connect } from "~db/client.server";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";
import { aRedFlag, aSection, issue, text } from "./issue";

let world: World;
let staff: Member;
let other: Member;
let bank: Member;
const nobody = { jurisdictions: [], sectors: [], organisations: [], members: [] };

beforeAll(async () => {
  world = await freshDatabase();
  const cnbv = await anOrganisation(world, { shortName: "CNBV" });
  staff = await aMember(world, { organisation: cnbv });
  other = await aMember(world, { organisation: await anOrganisation(world, { shortName: "UIF" }) });
  bank = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["analyst"],
  });
});
afterAll(() => world.close());

type Wanted = Omit<Parameters<typeof search>[2], "language">;
async function find(
  viewer: Viewer,
  q: string,
  wanted: Wanted = {},
  language: "es" | "en" = "es",
): Promise<SearchResult> {
  const outcome = await search(world.db, viewer, { q, language, ...wanted });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}
const numbers = async (viewer: Viewer, q: string, wanted: Wanted = {}) =>
  (await find(viewer, q, wanted)).items.map(({ number }) => number).sort();
const marked = (segments: Segment[]) => segments.map(({ text: t, hit }) => (hit ? `[${t}]` : t)).join("");

describe("the words of a question", () => {
  beforeAll(async () => {
    await issue(world, staff, "W-1", {
      title: text("Lavado de dinero en remesas", "Money laundering in remittances"),
      summary: text(
        "Operaciones con recursos de procedencia ilícita en México.",
        "How criminals launder through Mexico.",
      ),
      date: { value: "2026-02-01", precision: "day" },
    });
    await issue(world, staff, "W-2", {
      title: text("Vacunación de perros", "Dog vaccination"),
      summary: text("El análisis de las facturaciones y la señal tardía.", "The analysis of late invoices."),
      date: { value: "2025", precision: "year" },
    });
    await issue(world, staff, "W-3", {
      title: text("Empresas fachada", "Shell companies"),
      summary: text("El dinero cambia de manos. Nadie habla de lavado.", "Cash changes hands."),
      typologies: [{ code: "shell-company", printed: text("Empresa fachada", "Shell company") }],
      filing: {
        us: {
          keyTerms: [
            {
              id: "7a1c1f3e-3b0f-4b6e-9d44-2e8f0a4a9c01",
              printed: "SHELL FIN-2026-A009",
              normalised: "SHELL FIN-2026-A009",
              appliesTo: null,
              secondary: false,
            },
          ],
          fields: [],
        },
        mx: { reportTypes: [], fields: [], suggestedWording: text("", "") },
      },
      redFlags: [
        aRedFlag(1, text("El cliente factura sin empleados.", "The customer invoices without employees."), {
          amltrix: ["T1003.001"],
        }),
      ],
    });
  });

  test("are found in either language, whichever they were typed in", async () => {
    expect(await numbers(anonymous, "remesas")).toEqual(["W-1"]);
    expect(await numbers(anonymous, "remittances")).toEqual(["W-1"]);
    expect(await numbers(anonymous, "dog facturaciones")).toEqual(["W-2"]);
  });

  test("find what the glossary calls the same, both ways", async () => {
    await issue(world, staff, "S-1", { title: text("Sobre el blanqueo", "On cleaning money") });
    await issue(world, staff, "S-2", { title: text("Otra cosa", "Money laundering typologies") });
    for (const q of ["lavado de dinero", "money laundering", "blanqueo", "LAVADO DE ACTIVOS"]) {
      expect(await numbers(anonymous, q), q).toEqual(["S-1", "S-2", "W-1"]);
    }
    expect(await numbers(anonymous, "shell company")).toEqual(["W-3"]);
    expect(await numbers(anonymous, "empresas fantasma")).toEqual(["W-3"]);
  });

  test("need no accents, and forgive wrong ones", async () => {
    for (const q of ["méxico", "mexico", "MEXICO", "mexíco"])
      expect(await numbers(anonymous, q), q).toEqual(["W-1"]);
    for (const q of ["análisis", "analisis", "senal", "señales"])
      expect(await numbers(anonymous, q), q).toContain("W-2");
    for (const q of ["vacunación", "vacunacion", "vacunaciones", "facturación", "facturacion"]) {
      expect(await numbers(anonymous, q), q).toContain("W-2");
    }
  });

  test("are found in another inflection", async () => {
    expect(await numbers(anonymous, "perro")).toEqual(["W-2"]);
    expect(await numbers(anonymous, "invoice")).toEqual(["W-2", "W-3"]);
  });

  test("must all be there", async () => {
    expect(await numbers(anonymous, "perros remesas")).toEqual([]);
    expect(await numbers(anonymous, "perros OR remesas")).toEqual(["W-1", "W-2"]);
  });

  test("in quotes must stand together, as typed", async () => {
    expect(await numbers(anonymous, '"lavado de dinero"')).toEqual(["W-1"]);
    expect(await numbers(anonymous, '"dinero de lavado"')).toEqual([]);
    await issue(world, staff, "Q-1", { title: text("Mula de carga y carga de trigo rojo", "x") });
    expect(await numbers(anonymous, '"carga de trigo rojo"')).toEqual(["Q-1"]);
    expect(await numbers(anonymous, '"mula de carga de trigo"')).toEqual([]);
  });

  test("with a minus must not be there", async () => {
    expect(await numbers(anonymous, "dinero -remesas")).toEqual(["W-3"]);
    expect(await numbers(anonymous, 'dinero -"cambia de manos"')).toEqual(["W-1"]);
  });

  test("can be a number, a red flag's id, a key term or a technique", async () => {
    expect((await find(anonymous, "W-3")).items[0]?.number).toBe("W-3");
    expect((await find(anonymous, "w-3")).items[0]?.number).toBe("W-3");
    const byFlag = await find(anonymous, "W-3#RF-01");
    expect(byFlag.items.map(({ number }) => number)).toEqual(["W-3"]);
    expect(byFlag.items[0]?.passages[0]).toMatchObject({ kind: "red-flag", id: "W-3#RF-01" });
    expect(await numbers(anonymous, "shell FIN-2026-A009")).toEqual(["W-3"]);
    expect(await numbers(anonymous, "T1003")).toEqual(["W-3"]);
  });

  test("are marked in the text as it was written, in the reader's language", async () => {
    const es = (await find(anonymous, "mexico", {}, "es")).items[0];
    expect(marked(es?.summary ?? [])).toBe("Operaciones con recursos de procedencia ilícita en [México].");
    const en = (await find(anonymous, "lavado de dinero", { issuer: "cnbv" }, "en")).items.find(
      (i) => i.number === "W-1",
    );
    expect(marked(en?.title ?? [])).toBe("[Money] [laundering] in remittances");
  });

  test("that a passage has in the other language alone are shown in it; where both have them, in the reader's", async () => {
    await issue(world, staff, "O-1", {
      title: text("Marsupial nocturno", "Night marsupial"),
      sections: [
        aSection(text("La cuenta está vacía.", "A quokka moved the cash.")),
        aSection(text("", "Only the quokka was seen.")),
        aSection(text("Del quokka nadie supo.", "Nobody knew of the quokka.")),
      ],
    });
    const told = async (language: "es" | "en") =>
      (await find(anonymous, "quokka", {}, language)).items[0]?.passages.map((p) => [
        p.language,
        marked(p.text),
      ]);
    expect(await told("en")).toHaveLength(2);
    const es = await told("es");
    expect(es).toHaveLength(2);
    for (const one of es ?? []) {
      expect([
        ["en", "A [quokka] moved the cash."],
        ["en", "Only the [quokka] was seen."],
        ["es", "Del [quokka] nadie supo."],
      ]).toContainEqual(one);
    }
    const alone = (await find(anonymous, '"quokka moved the cash"', {}, "es")).items[0]?.passages;
    expect(alone?.map((p) => [p.language, marked(p.text)])).toEqual([
      ["en", "A [quokka] [moved] the [cash]."],
    ]);
  });

  test("are shown without the marks of Markdown, list items told apart", async () => {
    const said =
      "Señales:\n\n- Pagos de **tepezcuintle**\n- Ver [el anexo](https://example.org)\n\n> ## Cita\n\n| a | b |\n|---|---|\n| uno | dos |";
    await issue(world, staff, "M-1", { summary: text(said, "x"), sections: [aSection(text(said, "x"))] });
    const item = (await find(anonymous, "tepezcuintle")).items[0];
    const plain = /^Señales:\s+Pagos de \[tepezcuintle\]\s+· Ver el anexo\s+Cita\s+a · b\s+uno · dos$/;
    expect(marked(item?.summary ?? [])).toMatch(plain);
    expect(marked(item?.passages[0]?.text ?? [])).toMatch(plain);
    const listed = (await find(anonymous, "")).items.find(({ number }) => number === "M-1");
    expect(marked(listed?.summary ?? [])).toMatch(/^Señales:\s+Pagos de tepezcuintle/);
  });

  test("that nobody can search by get a reason", async () => {
    const reason = async (q: string) => {
      const outcome = await search(world.db, anonymous, { q, language: "es" });
      return outcome.ok ? "found" : outcome.reason;
    };
    expect(await reason("¿?!… -- \"\" ''")).toBe("query_empty");
    expect(await reason("x".repeat(10_000))).toBe("query_too_long");
    expect(await reason("-remesas")).toBe("query_only_excludes");
    expect(await reason("de la")).toBe("query_only_common_words");
    for (const q of [
      "'); drop table advisories; --",
      "a:* & !b | (c <-> d",
      "\\ \\' '' \"\\\"",
      "'",
      '"abierta sin cerrar',
      "%s %I $1 @type:advisory",
      "\u0000x",
      "\uE000x\uE001",
      "\uD800x",
    ]) {
      expect(["found", "query_empty", "query_only_common_words"], q).toContain(await reason(q));
    }
  });

  test("come with facets that count what was found, and narrow it", async () => {
    const all = await find(anonymous, "dinero OR perros");
    expect(all.facets.year.map(({ value, count }) => [value, count])).toContainEqual(["2025", 1]);
    expect(all.facets.typology).toEqual([{ value: "shell-company", count: 1, name: null, chosen: false }]);
    expect(await numbers(anonymous, "dinero OR perros", { year: "2025" })).toEqual(["W-2"]);
    expect(await numbers(anonymous, "dinero OR perros", { typology: "shell-company" })).toEqual(["W-3"]);
    expect(await numbers(anonymous, "dinero", { issuer: "UIF" })).toEqual([]);
    for (const type of ["'; drop", "\\", "\u0000", "\uD800", "%s"]) {
      expect(await numbers(anonymous, "dinero", { type }), type).toEqual([]);
    }
  });
});

describe("a kind of facet by which it is narrowed", () => {
  const counts = (values: { value: string; count: number; chosen: boolean }[]) =>
    Object.fromEntries(values.map(({ value, count, chosen }) => [chosen ? `[${value}]` : value, count]));

  test("still shows its other values, counted without it; the other kinds are counted with it", async () => {
    for (const [number, type, year] of [
      ["K-1", "alert", "2020"],
      ["K-2", "alert", "2021"],
      ["K-3", "notice", "2021"],
      ["K-4", "notice", "2022"],
    ] as const) {
      await issue(world, staff, number, {
        type,
        title: text("Cacomixtle", "Ringtail"),
        date: { value: year, precision: "year" },
      });
    }
    const byType = (await find(anonymous, "cacomixtle", { type: "alert" })).facets;
    expect(counts(byType.type)).toEqual({ "[alert]": 2, notice: 2 });
    expect(counts(byType.year)).toEqual({ 2020: 1, 2021: 1 });

    const byBoth = await find(anonymous, "cacomixtle", { type: "notice", year: "2021" });
    expect(byBoth.items.map(({ number }) => number)).toEqual(["K-3"]);
    expect(counts(byBoth.facets.type)).toEqual({ alert: 1, "[notice]": 1 });
    expect(counts(byBoth.facets.year)).toEqual({ "[2021]": 1, 2022: 1 });
  });

  test("tells nothing of what the reader may not see", async () => {
    await issue(world, other, "K-5", {
      type: "statement",
      title: text("Cacomixtle", "Ringtail"),
      tlp: "AMBER",
      audience: { ...nobody, organisations: [bank.organisationId] },
      date: { value: "2023", precision: "year" },
    });
    const open = (await find(anonymous, "cacomixtle", { type: "alert", year: "2020" })).facets;
    expect(counts(open.type)).toEqual({ "[alert]": 1 });
    expect(counts(open.year)).toEqual({ "[2020]": 1, 2021: 1 });
    expect(counts((await find(bank, "cacomixtle", { type: "alert" })).facets.type)).toEqual({
      "[alert]": 2,
      notice: 2,
      statement: 1,
    });
  });
});

describe("what answers", () => {
  const date = (day: number) => ({ value: `2018-01-0${day}`, precision: "day" as const });
  const order = async (viewer: Viewer, q: string) =>
    (await find(viewer, q)).items.map(({ number }) => number);
  const open = (title: string, summary: string, body = "x") => ({
    title: text(title, "x"),
    summary: text(summary, "x"),
    sections: [aSection(text(body, "x"))],
  });

  beforeAll(async () => {
    await issue(world, staff, "R-1", { ...open("Tejón y mapache", "x"), date: date(1) });
    await issue(world, staff, "R-2", { ...open("Del mapache", "x", "Un tejón."), date: date(2) });
    await issue(world, staff, "R-3", { ...open("x", "Mapaches y tejones"), date: date(3) });
    await issue(world, staff, "R-4", { ...open("x", "x", "Tejón con mapache"), date: date(4) });
    await issue(world, staff, "R-5", { ...open("x", "x", "El mapache, el tejón"), date: date(5) });
  });

  test("comes with every word in the title first, then with any, then in the summary; else the newest", async () => {
    expect(await order(anonymous, "tejón mapache")).toEqual(["R-1", "R-2", "R-3", "R-5", "R-4"]);
    expect(await order(anonymous, "mapaches")).toEqual(["R-2", "R-1", "R-3", "R-5", "R-4"]);
    expect(await order(anonymous, "mapache -cacomixtle")).toEqual(["R-2", "R-1", "R-3", "R-5", "R-4"]);
  });

  test("comes first of all when it is called so", async () => {
    await issue(world, staff, "R-6", { ...open("Véase R-4", "x"), date: date(6) });
    expect(await order(anonymous, "R-4")).toEqual(["R-4", "R-6"]);
  });

  test("is not moved by words that the reader may not see", async () => {
    const audience = { ...nobody, organisations: [bank.organisationId] };
    await issue(world, staff, "R-7", { ...open("x", "x", "Jabalí"), date: date(7) });
    await issue(world, staff, "R-8", {
      ...open("Coyote", "x", "Jabalí"),
      audience,
      redFlags: [aRedFlag(1, text("Del lince", "x"), { tlp: "AMBER" })],
      date: date(1),
    });
    await issue(world, staff, "R-9", { ...open("x", "x", "Un lince y un coyote, jabalí"), date: date(8) });
    expect(await order(anonymous, "jabali")).toEqual(["R-9", "R-7", "R-8"]);
    expect(await order(anonymous, "coyote lince")).toEqual(["R-9"]);
    expect(await order(bank, "coyote lince")).toEqual(["R-8", "R-9"]);
  });
});

describe("who asks", () => {
  test("is forgotten by the connection when the search is over", async () => {
    const pool = connect(world.webUrl, { max: 1 });
    try {
      await search(pool.db, bank, { q: "mapache", language: "es" });
      const [said] = await pool.client<
        { member: string }[]
      >`select current_setting('ribera.member', true) as member`;
      expect(said?.member).toBe("");
    } finally {
      await pool.close();
    }
  });
});

describe("a list without a question", () => {
  test("is newest first, in pages", async () => {
    for (let i = 0; i < 25; i++) {
      await issue(world, other, `L-${i}`, {
        date: { value: `2019-01-${String(i + 1).padStart(2, "0")}`, precision: "day" },
      });
    }
    const first = await find(anonymous, "", { issuer: "UIF" });
    expect(first.items.map(({ number }) => number).slice(0, 2)).toEqual(["L-24", "L-23"]);
    expect(first).toMatchObject({ total: 25, more: false, nextPage: 2 });
    const second = await find(anonymous, "", { issuer: "UIF", page: 2 });
    expect(second.items.map(({ number }) => number)).toEqual(["L-4", "L-3", "L-2", "L-1", "L-0"]);
    expect(second.nextPage).toBeNull();
  });
});

describe("of very many answers", () => {
  test("the newest are the same, taken by spans or all at once", async () => {
    await issue(world, staff, "U-1", {});
    await world.owner`update advisories set sort_date = '' where number = 'U-1'`;
    await world.owner`analyze search_documents`;
    for (const most of [1, 2, 3, 5, 20, 35, 60, 200]) {
      const bySpans = await world.owner<{ id: string }[]>`
        select unnest(hits) as id from search_hits(${"'@status:published'"}::tsquery, null, null, '{*}', search_open_sets('{*}'), ${most})`;
      const newest = await world.owner<{ id: string }[]>`
        select d.advisory_id as id from search_documents d join search_facet_sets f on f.id = d.facet_set join search_reader_sets r on r.id = d.reader_set
        where d.base and 'status:published' = any(f.facets) and r.readers && '{*}'
        order by d.day desc, d.advisory_id desc limit ${most}`;
      expect(bySpans.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
    }
  });
});

describe("what the reader may not see", () => {
  beforeAll(async () => {
    await issue(world, staff, "V-1", {
      title: text("Zarigüeya restringida", "Restricted opossum"),
      tlp: "AMBER",
      audience: { ...nobody, organisations: [bank.organisationId] },
      typologies: [{ code: "secret-code", printed: text("x", "x") }],
    });
    const groupId = "0b6f2d0a-58a7-4a53-8f0e-0d1f5a2f3b11";
    await issue(world, staff, "V-2", {
      title: text("Aviso abierto de ornitorrinco", "Open platypus advisory"),
      audience: { ...nobody, organisations: [bank.organisationId] },
      groups: [{ id: groupId, name: text("Grupo camaleón", "Chameleon group") }],
      sections: [
        aSection(text("Parte abierta", "Open part")),
        aSection(text("Anexo sobre la salamandra", "Annex on the salamander"), "AMBER"),
      ],
      redFlags: [
        aRedFlag(1, text("Señal abierta", "Open flag")),
        aRedFlag(2, text("Señal del armadillo", "Flag of the armadillo"), {
          tlp: "GREEN",
          group: groupId,
          sourceCode: "ZZ-99",
        }),
      ],
    });
  });

  test("is not found, counted or named in a facet", async () => {
    for (const q of ["zarigueya", "opossum", "V-1"]) {
      for (const viewer of [anonymous, other]) {
        const found = await find(viewer, q);
        expect([found.items, found.total, found.facets.typology], q).toEqual([[], 0, []]);
      }
      expect(await numbers(bank, q), q).toEqual(["V-1"]);
      expect(await numbers(staff, q), q).toEqual(["V-1"]);
    }
    const open = await find(anonymous, "", { issuer: "CNBV" });
    const full = await find(bank, "", { issuer: "CNBV" });
    expect(full.total).toBe(open.total + 1);
    expect(open.facets.typology.map(({ value }) => value)).not.toContain("secret-code");
  });

  test("is not found in a stricter part of something open: section, flag, its group and its codes", async () => {
    for (const q of [
      "salamandra",
      "salamander",
      "armadillo",
      "camaleon",
      "ZZ-99",
      "V-2#RF-02",
      '"sobre la salamandra"',
    ]) {
      expect(await numbers(anonymous, q), q).toEqual([]);
      expect(await numbers(other, q), q).toEqual([]);
      expect(await numbers(bank, q), q).toEqual(["V-2"]);
    }
    const found = await find(anonymous, "señal abierta ornitorrinco");
    expect(found.items.map(({ number }) => number)).toEqual(["V-2"]);
    expect(JSON.stringify(found)).not.toMatch(/armadillo|RF-02|salamandra/i);
  });

  test("may be joined with open words by those who see both, and is counted once", async () => {
    const found = await find(bank, "ornitorrinco salamandra armadillo");
    expect(found.items.map(({ number }) => number)).toEqual(["V-2"]);
    expect((await find(bank, "ornitorrinco")).total).toBe(1);
  });

  test("is gone at once for a member whose organisation is revoked", async () => {
    const organisation = await anOrganisation(world, { kind: "institution" });
    const member = await aMember(world, { organisation });
    await issue(world, staff, "V-3", {
      title: text("Tlacuache", "Tlacuache"),
      tlp: "GREEN",
      audience: { ...nobody, jurisdictions: [organisation.jurisdiction] },
    });
    expect(await numbers(member, "tlacuache")).toEqual(["V-3"]);
    await world.owner`update organisations set vetting = 'revoked' where id = ${organisation.id}`;
    expect(await numbers(member, "tlacuache")).toEqual([]);
  });

  test("is behind tables that the web role cannot read at all", async () => {
    for (const table of ["search_documents", "search_parts", "search_reader_sets", "search_facet_sets"]) {
      await expect(world.db.execute(`select 1 from ${table}`)).rejects.toThrow();
    }
    await expect(world.db.execute("select search_index('{}')")).rejects.toThrow();
  });

  test("has facets that only those who see it can ask for", async () => {
    const sets = await world.owner<{ id: string; facets: string[] }[]>`
      select f.id, f.facets from search_facet_sets f where 'typology:secret-code' = any(f.facets)`;
    expect(sets).not.toEqual([]);
    const ids = sets.map(({ id }) => id);
    const told = async ({ memberId }: Viewer) => {
      const [row] = await world.db.execute<{ told: Record<string, string[]> }>(
        sql`select search_facets(${memberId ?? ""}, ${sql.param(ids)}::bigint[]) as told`,
      );
      return row?.told;
    };
    expect(await told(anonymous)).toEqual({});
    expect(await told(bank)).toEqual(Object.fromEntries(sets.map(({ id, facets }) => [id, facets])));
  });

  test("stays closed to a reader whose keys were counted before its readers were known", async () => {
    const [row] = await world.owner<{ past: boolean; closed: boolean; open: boolean }[]>`
      select search_opened(2, '01') as past, search_opened(0, '01') as closed, search_opened(1, '01') as open`;
    expect(row).toEqual({ past: false, closed: false, open: true });
  });
});

describe("what changes", () => {
  test("a new version takes the place of the old one's words", async () => {
    await issue(world, staff, "C-1", {
      title: text("Quetzal", "Quetzal"),
      redFlags: [aRedFlag(1, text("Colibrí", "Hummingbird"))],
    });
    expect(await numbers(anonymous, "colibri")).toEqual(["C-1"]);
    await issue(world, staff, "C-1", { title: text("Jaguar", "Jaguar") });
    expect(await numbers(anonymous, "quetzal OR colibri")).toEqual([]);
    expect(await numbers(anonymous, "jaguar")).toEqual(["C-1"]);
  });

  test("a withdrawn advisory is still found, under its status", async () => {
    await issue(world, staff, "C-2", { title: text("Cenzontle", "Mockingbird") });
    await world.owner`update advisories set status = 'withdrawn' where number = 'C-2'`;
    expect((await find(anonymous, "cenzontle")).facets.status).toEqual([
      { value: "withdrawn", count: 1, name: null, chosen: false },
    ]);
    expect(await numbers(anonymous, "cenzontle", { status: "published" })).toEqual([]);
  });

  test("a draft is found by nobody", async () => {
    await world.owner`
      insert into advisories (number, type, origin, status, lead_organisation_id, created_at, tlp, audience, authorities)
      values ('C-3', 'alert', 'native', 'draft', ${staff.organisationId}, now(), 'CLEAR', '{}', ${[staff.organisationId]})`;
    expect(await numbers(staff, "C-3")).toEqual([]);
  });

  test("a typology that gets another name is found by it", async () => {
    await world.owner`
      insert into typologies (code, name_es, name_en, catalogued, added_at) values ('axolotl', 'Ajolote', 'Axolotl', true, now())`;
    await issue(world, staff, "C-4", { typologies: [{ code: "axolotl", printed: text("", "") }] });
    expect(await numbers(anonymous, "ajolotes")).toEqual(["C-4"]);
    await world.owner`update typologies set name_es = 'Manatí' where code = 'axolotl'`;
    expect(await numbers(anonymous, "manati")).toEqual(["C-4"]);
    expect(await numbers(anonymous, "ajolotes")).toEqual([]);
  });

  test("a long text is searched to its end and told in the passage that answers", async () => {
    const filler = "El cliente deposita efectivo en varias sucursales del mismo banco. ".repeat(1200);
    await issue(world, staff, "C-5", {
      sections: [aSection(text(`${filler} Al final aparece un teporingo cansado.`, "x"))],
    });
    const found = await find(anonymous, "teporingo");
    expect(found.items.map(({ number }) => number)).toEqual(["C-5"]);
    expect(marked(found.items[0]?.passages[0]?.text ?? [])).toMatch(
      /^… .*aparece un \[teporingo\] cansado\.$/,
    );
  });
});
