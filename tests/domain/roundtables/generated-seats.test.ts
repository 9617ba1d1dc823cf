import { beforeAll, expect, test } from "vitest";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post } from "~/domain/digests/mail";
import type { Member } from "~/domain/members/viewer";
import { numbersFrom } from "../../../bench/search-corpus";
import { composeMail } from "../../../emails/compose-mail";
import { at } from "../../support/desk";
import { address } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { aMember } from "../../support/people";
import { aConvened, type Convened } from "../../support/roundtables";
import { aWorld } from "../../support/world";

// A session of chance: seats given, taken away, declined and taken up, institutions put out and back, people who leave or whose mail
// stops, the session moved and cancelled, before a letter is composed and between two attempts at it. Each letter is compared with a
// statement of its own, written below from product.md alone. RIBERA_WORLDS: how many; RIBERA_WORLD_SEED.

const worlds = Number(process.env.RIBERA_WORLDS ?? 2);
const seed = Number(process.env.RIBERA_WORLD_SEED ?? 1);
const steps = 25;
const world = aWorld();
beforeAll(() => world.owner`truncate notices`);

type House = { id: string; stands: boolean; officerId: string };
type Person = {
  id: string;
  email: string;
  house: House;
  seated: boolean;
  declined: boolean;
  left: boolean;
  stopped: boolean;
  wants: boolean;
  /** A letter was promised since the last one that left or was given up. */
  waits: boolean;
  /** The date that a letter last brought to their calendar; null: it took it off, or none came. */
  has: string | null;
  /** Whether any letter went out to them. */
  told: boolean;
};

async function aLife(run: number) {
  const random = numbersFrom(seed + run);
  const upTo = (most: number) => Math.floor(random() * most);
  const { owner } = world;
  await owner`truncate notices`;
  await owner`delete from mail_stops`;
  const convened: Convened = await aConvened(world);
  await owner`update roundtable_invitations set seats = 20 where roundtable_id = ${convened.roundtableId}`;
  await owner`truncate notices`;
  const room = convened.roundtableId;
  const houses: House[] = convened.houses.map(({ organisation, officer }) => ({
    id: organisation.id,
    stands: true,
    officerId: officer.memberId,
  }));
  const people: Person[] = [];
  for (const [n, house] of houses.entries())
    for (let one = 0; one < 5; one += 1) {
      const organisation = convened.houses[n]?.organisation;
      if (!organisation) continue;
      const member: Member = await aMember(world, { organisation, roles: [] });
      const [row] = await owner<{ email: string }[]>`select email from members where id = ${member.memberId}`;
      people.push({
        id: member.memberId,
        email: row?.email ?? "",
        house,
        seated: false,
        declined: false,
        left: false,
        stopped: false,
        wants: true,
        waits: false,
        has: null,
        told: false,
      });
    }

  let clock = at.getTime() + 60_000;
  let start = Date.UTC(2027, 0, 20, 16);
  let cancelled = false;
  const now = () => new Date(clock);
  const isOn = ({ seated, declined }: Person) => seated && !declined && !cancelled;
  /** Whose calendar a change of the session itself concerns: a seat that stands, of an institution that does. */
  const concerned = ({ seated, declined, left, house }: Person) =>
    seated && !declined && !left && house.stands;

  const acts: ((person: Person) => Promise<unknown>)[] = [
    async (person) => {
      if (person.seated || person.left || cancelled) return;
      await owner`insert into roundtable_seats (roundtable_id, organisation_id, member_id, named_by, named_at)
        values (${room}, ${person.house.id}, ${person.id}, ${person.house.officerId}, ${now()})`;
      person.seated = true;
      person.declined = false;
      person.waits = true;
    },
    async (person) => {
      if (!person.seated || cancelled) return;
      await owner`update roundtable_seats set withdrawn_at = ${now()} where member_id = ${person.id} and withdrawn_at is null`;
      // Whoever had declined has nothing to lose.
      if (!person.declined) person.waits = true;
      person.seated = false;
      person.declined = false;
    },
    async (person) => {
      if (!person.seated || cancelled) return;
      const answer = person.declined ? "coming" : "not-coming";
      await owner
        .begin(async (tx) => {
          await tx`select set_config('ribera.member', ${person.id}, true)`;
          await tx`update roundtable_seats set answer = ${answer}, answered_at = ${now()} where member_id = ${person.id} and withdrawn_at is null`;
        })
        .catch(() => {});
      const [row] = await owner<{ answer: string | null }[]>`
        select answer from roundtable_seats where member_id = ${person.id} and withdrawn_at is null`;
      if (row?.answer !== answer) return;
      person.declined = !person.declined;
      person.waits = true;
    },
    async ({ house }) => {
      house.stands = !house.stands;
      await owner`update organisations set vetting = ${house.stands ? "vetted" : "expired"} where id = ${house.id}`;
    },
    async (person) => {
      if (random() < 0.7 || person.left) return;
      await owner`update members set left_at = ${now()} where id = ${person.id}`;
      person.left = true;
    },
    async (person) => {
      person.stopped = !person.stopped;
      await owner`insert into mail_stops values (sha256(convert_to(${person.email}, 'UTF8')), ${person.stopped ? now() : null}, null)
        on conflict (address_hash) do update set since = excluded.since`;
    },
    async (person) => {
      person.wants = !person.wants;
      await owner`insert into notice_choices values (${person.id}, 'confidential-date', ${person.wants ? "at-once" : "never"}, ${now()})
        on conflict (member_id, kind) do update set choice = excluded.choice`;
    },
    async () => {
      if (cancelled) return;
      start += 3_600_000;
      await owner`update roundtables set starts_at = ${new Date(start)}, ends_at = ${new Date(start + 3_600_000)}, moved_at = ${now()} where id = ${room}`;
      for (const person of people) if (concerned(person)) person.waits = true;
    },
    async () => {
      if (cancelled || random() < 0.8) return;
      const chair = convened.lead.chair.memberId;
      await owner.begin(async (tx) => {
        await tx`select set_config('ribera.member', ${chair}, true)`;
        await tx`update roundtables set cancelled_at = ${now()}, cancelled_by = ${chair}, moved_at = ${now()} where id = ${room}`;
      });
      cancelled = true;
      for (const person of people) if (concerned(person)) person.waits = true;
    },
  ];
  // Seats are given more often than they are lost, or soon nobody would be left to write to.
  const [give, , , put, , stop, choose, move] = acts;
  for (const often of [give, give, give, move, put, stop, choose]) if (often) acts.push(often);
  const mends = [put, stop, choose];
  const someActs = async (most: number) => {
    for (let n = upTo(most); n >= 0; n -= 1) {
      clock += 2000;
      const [act, person] = [acts[upTo(acts.length)], people[upTo(people.length)]];
      if (!act || !person) continue;
      const isWell = person.house.stands && !person.stopped && person.wants;
      if (!isWell || !mends.includes(act) || random() < 0.3) await act(person);
    }
  };
  const busy: Post = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
  async function deliver(post: Post) {
    for (let due = true; due; ) {
      const settled = await deliverNotices(world.db, {
        compose: (notice) => composeMail(notice, address),
        ...bothWays(post),
        at: now(),
        random: () => 0.5,
      });
      due = settled.sent + settled.dropped > 0;
    }
  }

  let letters = 0;
  for (let step = 0; step < steps; step += 1) {
    await someActs(4);
    if (random() < 0.5) {
      // Composed, and not taken: what is said is asked again at the next attempt.
      await deliver(busy);
      await settleWhatIsDropped();
      await someActs(3);
    }
    clock += 7 * 3_600_000;
    const sent: Mail[] = [];
    await deliver(async (mail) => {
      sent.push(mail);
      return { ok: true };
    });
    const place = `seed ${seed + run}, step ${step}`;
    for (const person of people) {
      const own = sent.filter(({ to, kind }) => to === person.email && kind === "confidential-date");
      const out = person.left || person.stopped || !person.wants || !person.house.stands;
      const expected = person.waits && !out && (isOn(person) || person.told);
      expect(own.length > 0, `${place}: ${person.email}`).toBe(expected);
      person.waits = false;
      const date = new Date(start).toISOString().replace(/[-:]|\.\d+/g, "");
      for (const { attachments = [] } of own) {
        const [file, ...more] = attachments;
        expect(more).toEqual([]);
        expect(file?.content, place).toContain(isOn(person) ? "METHOD:PUBLISH" : "METHOD:CANCEL");
        expect(file?.content, place).toContain(`DTSTART:${date}`);
        person.told = true;
        letters += 1;
      }
      expect(sent.filter(({ to, attachments }) => to === person.email && attachments?.length === 0)).toEqual(
        [],
      );
    }
  }
  return letters;

  /** A turn in which nothing is accepted still gives up what is not to be said any more. */
  async function settleWhatIsDropped() {
    const rows = await owner<{ member: string }[]>`
      select member_id as member from notices where kind = 'confidential-date' and state = 'queued'`;
    for (const person of people) if (!rows.some(({ member }) => member === person.id)) person.waits = false;
  }
}

test(
  `in ${worlds} generated session(s) every letter brings the date that its reader has at that moment, takes off what they lost, and nothing else`,
  async () => {
    let letters = 0;
    for (let run = 0; run < worlds; run += 1) letters += await aLife(run);
    expect(letters).toBeGreaterThan(5 * worlds);
    process.stdout.write(`${worlds} sessions from seed ${seed}: ${letters} letters\n`);
  },
  Math.max(120_000, worlds * 60_000),
);
