import { beforeAll, describe, expect, test } from "vitest";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { listCommitments } from "~/domain/commitments/commitments.server";
import type { Member } from "~/domain/members/viewer";
import { findMinutes } from "~/domain/minutes/minutes.server";
import { findVault } from "~/domain/vaults/vaults.server";
import { secretKeys } from "~/http/secret-keys.server";
import { paths } from "~/paths";
import { keys as testKeys } from "../support/rounds";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { anEntered } from "../support/vaults";
import { aWorld } from "../support/world";

// What comes after a session, by its pages and as a browser without scripts sends their forms.

const world = aWorld();
const site = aSiteOf(world);
let keys: SecretKeys;
let room: Awaited<ReturnType<typeof anEntered>>;
beforeAll(async () => {
  room = await anEntered(world);
  // The room was made with the tests' secret; the site has its own.
  keys = await secretKeys();
  const [row] = await world.owner<{ sealed: Uint8Array }[]>`select sealed from roundtable_keys`;
  const about = `roundtable:${room.roundtableId}`;
  const key = openKey(row?.sealed ?? new Uint8Array(), { under: testKeys(), about });
  await world.owner`update roundtable_keys set sealed = ${sealKey(key, { under: keys("room"), about })}`;
});

async function ask(by: Member, path: string, form?: Record<string, string>) {
  const answer = await site.ask(path, {
    method: form ? "POST" : "GET",
    redirect: "manual",
    headers: { Cookie: (await aSession(world, by)).cookie, Origin: site.origin },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  return {
    status: answer.status,
    to: answer.headers.get("Location"),
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
const page = async (by: Member, path: string) => {
  const { status, bytes } = await ask(by, path);
  expect([path, status]).toEqual([path, 200]);
  return bytes.toString();
};
const act = async (
  by: Member,
  what: Parameters<typeof paths.roundtableAct>[2],
  form: Record<string, string> = {},
) => {
  const { status, bytes } = await ask(by, paths.roundtableAct("es", room.roundtableId, what), form);
  expect([what, status, status === 302 ? "" : bytes.toString().slice(0, 2000)]).toEqual([what, 302, ""]);
};

describe("after a session", () => {
  test("minutes are written, shown, commented on and taken, and a commitment is made and settled", async () => {
    const { roundtableId: id, rapporteur, lead, one, houses } = room;
    expect(await page(rapporteur, paths.roundtableMinutes("es", id))).toContain("Guardar la minuta");
    await act(rapporteur, "notes", {
      revision: "0",
      summaryEs: "Se comparó.\r\n\r\nEn orden.",
      summaryEn: "It was compared.\r\n\r\nIn order.",
      "item.0.Es": "Tres patrones.",
      "item.0.En": "Three patterns.",
      "item.1.Es": "Dos controles.",
      "item.1.En": "Two controls.",
    });
    expect(await page(one, paths.roundtableMinutes("en", id))).toContain("No minutes are shown yet");
    await act(rapporteur, "showing", { revision: "1", days: "10" });
    expect(await page(one, paths.roundtableMinutes("en", id))).toContain("Three patterns.");
    await act(one, "comments", { item: "1", words: "Falta un control." });
    expect((await findMinutes(world.db, lead.chair, { id, keys }))?.comments).toMatchObject([{ item: 1 }]);

    const copy = await ask(one, paths.roundtableAct("es", id, "copy"), {});
    expect([copy.status, copy.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect(await page(lead.chair, paths.roundtableRecord("es", id))).toContain(one.name);

    await act(lead.chair, "commitments", {
      whatEs: "Compartir la tabla.",
      whatEn: "To share the table.",
      organisationId: houses[0].organisation.id,
      due: "2027-06-01",
    });
    const [owed] = await listCommitments(world.db, one, { keys });
    expect(await page(one, paths.commitments("es"))).toContain("Compartir la tabla.");
    const settled = await ask(one, paths.commitmentSettlement("es", owed?.id ?? ""), {
      state: "met",
      note: "Hecho.",
    });
    expect([settled.status, settled.to]).toEqual([302, paths.commitments("es")]);
    expect(await page(lead.chair, paths.roundtableMinutes("en", id))).toContain("Hecho.");
  });

  test("officers hold the record by its page, and who may not sees no form", async () => {
    const { roundtableId: id, lead, second, one } = room;
    const form = paths.roundtableAct("es", id, "hold");
    expect(await page(one, paths.roundtableRecord("es", id))).not.toContain(form);
    expect(await page(lead.officer, paths.roundtableRecord("es", id))).toContain(form);
    await act(lead.officer, "hold", { reason: "Requerimiento 7." });
    await act(second, "hold", { reason: "De acuerdo." });
    expect((await findVault(world.db, one, { id, keys }))?.held).toBe(true);
    expect(await page(one, paths.roundtableRecord("en", id))).toContain("Under legal hold");
    const missing = await ask(lead.officer, paths.roundtableAct("es", id, "lifting"), { reason: " " });
    expect([missing.status, missing.bytes.toString().includes("Escriba el motivo")]).toEqual([422, true]);
  });
});
