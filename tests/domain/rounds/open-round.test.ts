import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { changeRound } from "~/domain/rounds/change-round.server";
import { planRound } from "~/domain/rounds/plan-round.server";
import { mostRedFlags } from "~/domain/rounds/round";
import { listRounds } from "~/domain/rounds/rounds.server";
import { asViewer } from "~db/client.server";
import { aFlag, anIssued, at, later, reasonOf, text, value } from "../../support/desk";
import { aMember } from "../../support/people";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  aPlan,
  day,
  open,
  plan,
  roundAs,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();

describe("a round", () => {
  test("is planned by an authority's analyst, convener or officer, and by nobody else", async () => {
    const convening = await aConvening(world);
    const tried = async (roles: Parameters<typeof aMember>[1] & object) => {
      const by = await aMember(world, { organisation: convening.staff.authority, ...roles });
      return reasonOf(await planRound(world.db, { plan: aPlan(convening), by, at }));
    };
    expect(await tried({ roles: ["analyst"] })).toBe("done");
    expect(await tried({ roles: ["officer"] })).toBe("done");
    expect(await tried({ roles: ["publisher"] })).toBe("not_allowed");
    const [house] = convening.houses;
    expect(
      reasonOf(
        await planRound(world.db, { plan: aPlan(convening), by: house?.officer ?? convening.convener, at }),
      ),
    ).toBe("not_allowed");
  });

  test("asks about the red flags of its subject in the order of print, and about no others", async () => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening);
    const round = await roundAs(world, convening.convener, roundId);
    expect(round?.rows.map(({ n, publicId }) => [n, publicId])).toEqual([
      [1, `${convening.number}#RF-01`],
      [2, `${convening.number}#RF-02`],
    ]);
    const elsewhere = await anIssued(world, convening.staff, { redFlags: [aFlag(1)] });
    const odd = aPlan(convening, { redFlags: [`${elsewhere.number}#RF-01`] });
    expect(reasonOf(await planRound(world.db, { plan: odd, by: convening.convener, at }))).toBe(
      "red_flags_elsewhere",
    );
  });

  test("is unseen by institutions and other authorities until it opens, and then seen by those invited alone", async () => {
    const convening = await aConvening(world);
    const [invited] = convening.houses;
    const stranger = await anInstitution(world);
    const otherAuthority = await aConvening(world, { institutions: 0 });
    const roundId = await plan(world, convening);
    const seenBy = async () =>
      Promise.all(
        [invited?.analyst, stranger.officer, otherAuthority.convener].map(
          async (by) => by && ((await roundAs(world, by, roundId))?.id ?? null),
        ),
      );
    expect(await seenBy()).toEqual([null, null, null]);
    value(await open(world, convening, roundId));
    expect(await seenBy()).toEqual([roundId, null, null]);
    expect(invited && (await listRounds(world.db, invited.analyst)).map(({ id }) => id)).toEqual([roundId]);
  });

  test.each([
    ["without its title in both languages", { title: text("Sí", "") }, "title_in_both"],
    [
      "without saying in both languages who reads it",
      { readersStatement: text("", "Us") },
      "readers_in_both",
    ],
    ["without an end", { closesAt: null }, "no_close"],
    ["for less than a day", { closesAt: later(23 * 60) }, "window_too_short"],
    ["for more than half a year", { closesAt: later(181 * day) }, "window_too_long"],
    [
      "with nobody invited",
      { invited: { jurisdictions: [], sectors: [], organisations: [] } },
      "nobody_invited",
    ],
    ["about nothing", { redFlags: [] }, "no_red_flags"],
  ])("does not open %s", async (_, given, reason) => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening, given);
    expect(reasonOf(await open(world, convening, roundId))).toBe(reason);
  });

  test("of more red flags than a receipt opens does not open", async () => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening);
    await world.owner.begin(async (tx) => {
      // The same red flag printed again and again under ids that nothing else knows: only the number of rows is looked at.
      await tx`set local session_replication_role = replica`;
      await tx`
        with printed as (
          insert into version_red_flags (version_id, indicator_id, position, content, current, tlp, audience, authorities)
          select f.version_id, gen_random_uuid(), more, f.content, f.current, f.tlp, f.audience, f.authorities
          from round_rows r
            join version_red_flags f on f.version_id = r.version_id and f.indicator_id = r.indicator_id,
            generate_series(3, ${mostRedFlags + 1}::int) more
          where r.round_id = ${roundId} and r.n = 1
          returning version_id, indicator_id, position)
        insert into round_rows (round_id, n, version_id, indicator_id)
        select ${roundId}, position, version_id, indicator_id from printed`;
    });
    expect(reasonOf(await open(world, convening, roundId))).toBe("round_too_long");
    await world.owner`delete from round_rows where round_id = ${roundId} and n > ${mostRedFlags}`;
    expect(reasonOf(await open(world, convening, roundId))).toBe("done");
  });

  test("opens on the authority's word that it is not for supervision, given by a convener or an officer", async () => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening);
    expect(reasonOf(await open(world, convening, roundId, { notForSupervision: false }))).toBe(
      "supervision_not_ruled_out",
    );
    expect(reasonOf(await open(world, convening, roundId, { by: convening.staff.analyst }))).toBe(
      "not_allowed",
    );
    expect(reasonOf(await open(world, convening, roundId))).toBe("done");
    expect(reasonOf(await open(world, convening, roundId))).toBe("round_opened");
  });

  test("with fewer than five invited opens only for who has heard that nothing can be published", async () => {
    const convening = await aConvening(world, { institutions: 4 });
    const roundId = await plan(world, convening);
    expect(reasonOf(await open(world, convening, roundId))).toBe("too_few_invited");
    expect(reasonOf(await open(world, convening, roundId, { evenIfUnpublished: true }))).toBe("done");
  });

  test("invites nobody who may not read a single red flag of it", async () => {
    const convening = await aConvening(world);
    const [first, ...others] = convening.houses;
    const audience = {
      jurisdictions: [],
      sectors: [],
      organisations: others.map(({ organisation }) => organisation.id),
      members: [],
    };
    const restricted = await anIssued(world, convening.staff, {
      tlp: "AMBER",
      audience,
      redFlags: [aFlag(1)],
    });
    const roundId = await plan(world, convening, {
      subject: { kind: "advisory", number: restricted.number, version: 1 },
    });
    expect(value(await open(world, convening, roundId)).invited).toBe(5);
    expect(first && (await roundAs(world, first.officer, roundId))).toBeUndefined();
  });

  test("is changed while it is planned, by who read it last, and never after", async () => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening);
    const asFirst = (revision: number) => revision === 1;
    const change = {
      roundId,
      plan: aPlan(convening, { title: text("Otra", "Another") }),
      by: convening.convener,
      at,
    };
    expect(value(await changeRound(world.db, { ...change, isAsRead: asFirst }))).toEqual({ revision: 2 });
    expect(reasonOf(await changeRound(world.db, { ...change, isAsRead: asFirst }))).toBe("stale_revision");
    value(await open(world, convening, roundId, { revision: 2 }));
    expect(reasonOf(await changeRound(world.db, { ...change, isAsRead: () => true }))).toBe("round_opened");
    await expect(world.owner`update rounds set mode = 'identified' where id = ${roundId}`).rejects.toThrow(
      /does not change/,
    );
  });

  test("opens once, however many open it at the same instant", async () => {
    const convening = await aConvening(world);
    const roundId = await plan(world, convening);
    const outcomes = await Promise.all([1, 2, 3].map(() => open(world, convening, roundId)));
    expect(outcomes.map(reasonOf).sort()).toEqual(["done", "round_opened", "round_opened"]);
  });

  test("shows its people as open to each institution alone: none learns who else was invited", async () => {
    const convening = await aConvening(world);
    const roundId = await anOpenRound(world, convening);
    const [house] = convening.houses;
    const rows =
      house &&
      (await asViewer(world.db, house.officer, (tx) =>
        tx.execute(sql`select organisation_id from round_invitations where round_id = ${roundId}`),
      ));
    expect(rows?.map(({ organisation_id }) => organisation_id)).toEqual([house?.organisation.id]);
  });
});
