import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { similarRedFlags } from "~/domain/indicators/similar-indicators.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";
import { aRedFlag, issue, text } from "../search/issue";

let world: World;
let writer: Member;
let stranger: Member;
beforeAll(async () => {
  world = await freshDatabase();
  writer = await aMember(world, { organisation: await anOrganisation(world, { shortName: "CNBV" }) });
  stranger = await aMember(world);
  await issue(world, writer, "D-1", {
    redFlags: [
      aRedFlag(
        1,
        text(
          "Un cliente deposita efectivo en varias sucursales el mismo día, siempre por debajo del umbral de reporte.",
          "A customer deposits cash at several branches on the same day, always below the reporting threshold.",
        ),
      ),
      aRedFlag(2, text("Una empresa fachada recibe transferencias de un casino.", "")),
      aRedFlag(3, text("La nómina se paga en criptoactivos.", "Payroll is paid in tokens.")),
    ],
  });
  await issue(world, writer, "D-2", {
    redFlags: [
      aRedFlag(
        1,
        text("Depósitos de efectivo del puerto secreto en sucursales.", "Cash deposits of the secret port."),
        { tlp: "RED" },
      ),
    ],
  });
});
afterAll(() => world.close());

const similar = async (
  viewer: Parameters<typeof similarRedFlags>[1],
  said: string,
  language: "es" | "en" = "es",
  excluding: string[] = [],
) => similarRedFlags(world.db, viewer, { text: said, language, excluding });

describe("while a red flag is written", () => {
  test("those that say much the same are shown, most alike first", async () => {
    const found = await similar(
      writer,
      "Cliente que deposita efectivo en sucursales distintas, debajo del umbral",
    );
    expect(found[0]).toMatchObject({ publicId: "D-1#RF-01", advisoryNumber: "D-1", tlp: "CLEAR" });
    expect(found[0]?.similarity).toBeGreaterThan(0.5);
    const english = await similar(
      writer,
      "cash deposits in many branches below the reporting thresholds",
      "en",
    );
    expect(english[0]?.publicId).toBe("D-1#RF-01");
  });

  test("one that stands only in the other language is found by what the glossary knows", async () => {
    const found = await similar(writer, "A shell company gets wires", "en");
    expect(found.map(({ publicId }) => publicId)).toContain("D-1#RF-02");
  });

  test("what has nothing in common is not shown", async () => {
    expect(await similar(writer, "El notario registra la compraventa de un rancho ganadero")).toEqual([]);
    expect(await similar(writer, "")).toEqual([]);
    expect(await similar(writer, "¿?' & | ! : * \\ \u0000")).toEqual([]);
  });

  test("those already in the draft are left out", async () => {
    const [first] = await similar(writer, "Cliente deposita efectivo en varias sucursales");
    const again = await similar(writer, "Cliente deposita efectivo en varias sucursales", "es", [
      first?.id ?? "",
    ]);
    expect(again.map(({ id }) => id)).not.toContain(first?.id);
  });

  test("one that the writer may not see is not", async () => {
    const said = "Depósitos de efectivo del puerto secreto en sucursales";
    expect((await similar(writer, said))[0]?.publicId).toBe("D-2#RF-01");
    for (const viewer of [anonymous, stranger]) {
      expect(JSON.stringify(await similar(viewer, said))).not.toMatch(/secreto|D-2/);
    }
  });

  test("one of a withdrawn advisory is not offered", async () => {
    await issue(world, writer, "D-3", {
      redFlags: [
        aRedFlag(1, text("Ajolotes vendidos a precio de oro en la frontera.", "Axolotls sold dear.")),
      ],
    });
    expect(await similar(writer, "Ajolotes vendidos en la frontera")).toHaveLength(1);
    await world.owner`update advisories set status = 'withdrawn' where number = 'D-3'`;
    expect(await similar(writer, "Ajolotes vendidos en la frontera")).toEqual([]);
  });
});
