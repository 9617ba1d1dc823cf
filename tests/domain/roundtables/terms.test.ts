import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { at, reasonOf, text, value } from "../../support/desk";
import { accept, aRoomOpen, during, roomOf, say } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { aConvened, aConvener, anAgenda, aProposal } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
const termsOf = (id: string, by: Parameters<typeof findTerms>[1]) => findTerms(world.db, by, { id, keys });
const sha256 = (words: string) => createHash("sha256").update(words).digest("hex");

describe("the terms of a session", () => {
  test("are there when it is convened, in both languages, with its own rules and their SHA-256", async () => {
    const { roundtableId, houses, lead } = await aConvened(world);
    const found = await termsOf(roundtableId, houses[0].analyst);
    expect(found).toMatchObject({ version: 1, sits: true, entered: false, receipt: null });
    for (const language of ["es", "en"] as const) {
      const words = found?.words[language] ?? "";
      expect(words).toContain("TLP:AMBER+STRICT");
      expect(words).toContain("Chatham House");
      expect(found?.hash?.[language]).toBe(sha256(words));
    }
    expect(await termsOf(roundtableId, lead.outside)).toBeUndefined();
  });

  test("say the same in both languages, whatever the rules", async () => {
    const { lead, roundtableId } = await aConvened(world, {
      agenda: anAgenda({ tlp: "RED", chathamHouse: false, presence: "none", modes: ["named"] }),
    });
    const { words } = (await termsOf(roundtableId, lead.chair)) ?? { words: text("", "") };
    const change = await changeTerms(world.db, {
      roundtableId,
      words: { es: `${words.es}\n`, en: words.en },
      version: 1,
      keys,
      by: lead.chair,
      at,
    });
    expect(value(change).version).toBe(1);
    expect(words.es.split("\n\n")).toHaveLength(words.en.split("\n\n").length);
  });

  test("are accepted as they were read: version, hash, language and time, for the receipt and for who convenes", async () => {
    const { roundtableId, houses, lead } = await aConvened(world);
    const by = houses[0].analyst;
    const receipt = value(
      await acceptTerms(world.db, { roundtableId, version: 1, language: "en", keys, by, at }),
    );
    const found = await termsOf(roundtableId, by);
    expect(receipt).toEqual({ version: 1, language: "en", hash: found?.hash?.en, acceptedAt: at });
    expect(found).toMatchObject({ entered: true, receipt });
    expect(value(await accept(world, roundtableId, by))).toEqual(receipt);
    const [row] = await world.owner`select member_id, organisation_id, version, language, hash
      from roundtable_acceptances where roundtable_id = ${roundtableId}`;
    expect(row).toEqual({
      member_id: by.memberId,
      organisation_id: by.organisationId,
      version: 1,
      language: "en",
      hash: receipt.hash,
    });
    expect((await termsOf(roundtableId, lead.chair))?.receipt).toBeNull();
  });

  test("are accepted at the table alone: not by who only sends people, nor before it is convened", async () => {
    const { roundtableId, houses, lead } = await aConvened(world);
    expect(reasonOf(await accept(world, roundtableId, houses[0].officer))).toBe("not_allowed");
    expect(reasonOf(await accept(world, roundtableId, houses[1].analyst))).toBe("not_found");
    expect(reasonOf(await accept(world, roundtableId, lead.outside))).toBe("not_found");
    const convener = await aConvener(world);
    const proposed = await aProposal(world, [convener]);
    expect(reasonOf(await accept(world, proposed, convener.chair))).toBe("not_allowed");
  });

  test("that are new have to be accepted again, mid-session too: until then nothing is read or said", async () => {
    const { roundtableId, chair, one, other } = await aRoomOpen(world);
    value(await say(world, roundtableId, one, "Uno."));
    const words = text("Otras condiciones.", "Other terms.");
    const change = (by: typeof chair, version: number) =>
      changeTerms(world.db, { roundtableId, words, version, keys, by, at: during });
    expect(reasonOf(await change(one, 1))).toBe("not_allowed");
    expect(reasonOf(await change(chair, 0))).toBe("stale");
    value(await change(chair, 1));
    for (const by of [chair, one, other]) {
      expect(await roomOf(world, roundtableId, by)).toBeUndefined();
      expect(reasonOf(await say(world, roundtableId, by, "Dos."))).toBe("terms_not_accepted");
    }
    expect(reasonOf(await accept(world, roundtableId, one, 1))).toBe("terms_changed");
    value(await accept(world, roundtableId, one, 2));
    expect((await roomOf(world, roundtableId, one))?.contributions).toHaveLength(1);
    expect(await roomOf(world, roundtableId, other)).toBeUndefined();
  });

  test("do not hold for a seat that was taken away: the next one enters anew", async () => {
    const { roundtableId, one, chair, seatId } = await aRoomOpen(world);
    value(await withdrawSeat(world.db, { roundtableId, seatId, keys, by: chair, at: during }));
    expect(await roomOf(world, roundtableId, one)).toBeUndefined();
    expect(await termsOf(roundtableId, one)).toBeUndefined();
    expect(reasonOf(await say(world, roundtableId, one, "Tres."))).toBe("not_found");
  });

  test("in one language only, or that differ, are nobody's", async () => {
    const { roundtableId, lead } = await aConvened(world);
    const change = (es: string, en: string) =>
      changeTerms(world.db, { roundtableId, words: text(es, en), version: 1, keys, by: lead.chair, at });
    expect(reasonOf(await change("Solo esto.", ""))).toBe("terms_incomplete");
    expect(reasonOf(await change("En 30 días.", "Within 60 days."))).toBe("languages_differ");
    expect(reasonOf(await change("Sobre HEGG560427MVZRRL04.", "About someone."))).toBe("screened");
  });
});
