import { beforeAll, expect, test } from "vitest";
import type { Audience, Language, Tlp } from "~/domain/advisories/advisory.form";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import type { Mail, PostBatch } from "~/domain/digests/mail";
import { i18nOf } from "~/i18n/i18n.server";
import { numbersFrom } from "../../../bench/search-corpus";
import { aFlag, aNextVersion, anIssued, aStaff, at, type Staff, set, text, value } from "../../support/desk";
import { aBatchService, turn } from "../../support/digests";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aConvener, anAgenda, aProposal } from "../../support/roundtables";
import { aWorld } from "../../support/world";

// A world of chance, lived through day by day. What each digest said is compared with a statement of its own, written below from
// product.md alone: who may see what at the moment of sending, and what they had not been told. RIBERA_WORLDS: how many; RIBERA_WORLD_SEED.

const worlds = Number(process.env.RIBERA_WORLDS ?? 1);
const seed = Number(process.env.RIBERA_WORLD_SEED ?? 1);
const days = 8;

const world = aWorld();
let authorities: Staff[];
let secret: string;

type Marking = { tlp: Tlp; audience: Audience; issuer: string };
type House = { id: string; kind: string; jurisdiction: string; sector: string | null; stands: boolean };
type Choice = "at-once" | "daily" | "weekly" | "never";
type Person = {
  id: string;
  email: string;
  language: Language;
  house: House;
  left: boolean;
  stopped: boolean;
  choices: Map<Kind, Choice>;
  /** Issuers that they narrowed their news to; none: all. */
  narrowed: string[];
  /** The last week of which they had a digest with what comes weekly. */
  week: number;
  /** What a digest of theirs was to tell and did, or had nothing of. */
  settled: Set<Happening>;
};
type Kind = "advisory-published" | "advisory-amended" | "advisory-withdrawn" | "red-flags-changed";
const kinds: Kind[] = ["advisory-published", "advisory-amended", "advisory-withdrawn", "red-flags-changed"];
type Issued = {
  number: string;
  title: string;
  staff: Staff;
  flagId: string;
  flagTlp: Tlp;
  /** As its readers are now, and as they were when it was published: both are asked. */
  now: Marking;
  printed: Marking;
  version: number;
  inForce: boolean;
};
type Happening = { kind: Kind; about: Issued };

beforeAll(async () => {
  authorities = [await aStaff(world), await aStaff(world)];
  await aHouse(world);
  secret = "Mesa que nadie conoce";
  await aProposal(world, [await aConvener(world)], { agenda: anAgenda({ title: text(secret, secret) }) });
  // Whoever issues and convenes is nobody of the lives below.
  await world.owner`update members set created_at = '2030-01-01'`;
});

/** May this person read what is so marked? In the words of product.md §2: TLP, and an audience that is explicit. */
function mayRead({ id, house }: Person, { tlp, audience, issuer }: Marking) {
  if (tlp === "CLEAR") return true;
  if (house.id === issuer) return true;
  if (audience.members.includes(id)) return true;
  if (tlp === "RED") return false;
  if (audience.organisations.includes(house.id)) return true;
  if (house.kind !== "institution") return false;
  const inCountry = audience.jurisdictions.includes(house.jurisdiction);
  const inSector = audience.sectors.some((sector) => sector === house.sector);
  const both = audience.jurisdictions.length > 0 && audience.sectors.length > 0;
  return both ? inCountry && inSector : inCountry || inSector;
}

/** Is this still so, theirs to know, and within what they want to hear of? */
function mayBeTold(person: Person, { kind, about }: Happening) {
  if (about.inForce === (kind === "advisory-withdrawn")) return false;
  if (!mayRead(person, about.now) || !mayRead(person, about.printed)) return false;
  if (kind === "red-flags-changed" && !mayRead(person, { ...about.printed, tlp: about.flagTlp }))
    return false;
  return person.narrowed.length === 0 || person.narrowed.includes(about.printed.issuer);
}

const choiceOf = (person: Person, kind: Kind) => person.choices.get(kind) ?? "daily";

async function aLife(run: number) {
  const random = numbersFrom(seed + run);
  const upTo = (most: number) => Math.floor(random() * most);
  const one = <Value>(of: readonly Value[]): Value => {
    const chosen = of[upTo(of.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
  const some = <Value>(of: readonly Value[], share: number) => of.filter(() => random() < share);
  const { owner } = world;
  await owner`update members set left_at = coalesce(left_at, now()) where email like 'persona-%' and created_at < '2026-06-01'`;
  await owner`truncate digests, digest_batches, digest_runs, notices, news, notice_choices, notice_scopes, digest_habits, mail_stops`;

  const houses: House[] = [];
  for (let n = 0; n < 9; n += 1) {
    const kind = one(["institution", "institution", "institution", "authority", "guild", "civil"] as const);
    const made = await anOrganisation(world, {
      kind,
      jurisdiction: one(["MX", "US"]),
      sector: kind === "institution" ? one(["bank", "broker", "fintech"]) : null,
    });
    houses.push({ ...made, stands: true });
  }
  for (const { authority } of authorities) houses.push({ ...authority, stands: true });
  const people: Person[] = [];
  for (const house of houses) {
    for (let n = 0; n < 3; n += 1) {
      const language = one(["es", "en"] as const);
      const member = await aMember(world, {
        organisation: { ...house, shortName: "" } as never,
        language,
        roles: [],
      });
      const [row] = await owner<{ email: string }[]>`
        update members set created_at = '2026-01-01', time_zone = 'UTC' where id = ${member.memberId} returning email`;
      people.push({
        id: member.memberId,
        email: row?.email ?? "",
        language,
        house,
        left: false,
        stopped: false,
        choices: new Map(),
        narrowed: [],
        week: 0,
        settled: new Set(),
      });
    }
  }

  const issued: Issued[] = [];
  const happened: Happening[] = [];
  const anAudience = (): Audience => ({
    jurisdictions: some(["MX", "US"], 0.4),
    sectors: some(["bank", "broker", "fintech"], 0.3),
    organisations: some(houses, 0.15).map(({ id }) => id),
    members: some(people, 0.1).map(({ id }) => id),
  });
  async function publish() {
    const staff = one(authorities);
    const tlp = one<Tlp>(["CLEAR", "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]);
    const flagTlp = tlp === "CLEAR" ? one<Tlp>(["CLEAR", "AMBER"]) : tlp;
    const audience = anAudience();
    const title = `Asunto ${String.fromCharCode(65 + upTo(26))}${upTo(1e6)}`;
    const flag = aFlag(1, { tlp: flagTlp });
    const given = { tlp, audience, title: text(title, title), redFlags: [flag] };
    const { number } = await anIssued(world, staff, given);
    const marking = { tlp, audience, issuer: staff.authority.id };
    const about = { number, title, staff, flagId: flag.id, flagTlp, now: marking, printed: marking };
    issued.push({ ...about, version: 1, inForce: true });
    const [made] = issued.slice(-1);
    if (made) happened.push({ kind: "advisory-published", about: made });
  }
  async function amend() {
    const standing = issued.filter(({ inForce }) => inForce);
    if (standing.length === 0) return;
    const about = one(standing);
    const flag = `redFlags/${about.flagId}`;
    const touched = random() < 0.5;
    const words = (n: number, language: string) =>
      (n === 1 ? wordsAtFirst[language] : `${language} ${n}`) ?? "";
    const { changed, versions } = changesOf(about);
    await aNextVersion(
      world,
      about.staff,
      about.number,
      touched
        ? [
            ...["es", "en"].map((l) => set(`${flag}/text/${l}`, words(changed, l), words(versions, l))),
            set(`${flag}/state`, changed === 1 ? "active" : "amended", "amended"),
            ...["es", "en"].map((l) =>
              set(`${flag}/changeNote/${l}`, changed === 1 ? "" : "Se precisa.", "Se precisa."),
            ),
          ]
        : [],
    );
    if (touched) lastTouch.set(about, versions);
    about.version += 1;
    about.now = about.printed;
    happened.push({ kind: "advisory-amended", about });
    if (touched) happened.push({ kind: "red-flags-changed", about });
  }
  const wordsAtFirst: Record<string, string> = {
    es: "Una señal que se repite.",
    en: "A signal that repeats.",
  };
  const lastTouch = new Map<Issued, number>();
  const changesOf = (about: Issued) => ({ changed: lastTouch.get(about) ?? 1, versions: about.version + 1 });
  async function withdraw() {
    const standing = issued.filter(({ inForce }) => inForce);
    if (standing.length === 0) return;
    const about = one(standing);
    const reason = text("Ya no rige.", "No longer in force.");
    value(await withdrawAdvisory(world.db, { number: about.number, reason, by: about.staff.publisher, at }));
    about.inForce = false;
    happened.push({ kind: "advisory-withdrawn", about });
  }

  const changes: (() => Promise<unknown>)[] = [
    async () => {
      const house = one(houses.filter(({ kind }) => kind !== "authority"));
      house.stands = !house.stands;
      const vetting = house.stands ? "vetted" : one(["suspended", "revoked", "expired"]);
      await owner`update organisations set vetting = ${vetting} where id = ${house.id}`;
    },
    async () => {
      const person = one(people);
      person.left = true;
      await owner`update members set left_at = now() where id = ${person.id}`;
    },
    async () => {
      const person = one(people);
      person.stopped = !person.stopped;
      await owner`
        insert into mail_stops values (sha256(convert_to(${person.email}, 'UTF8')), ${person.stopped ? at : null}, null)
        on conflict (address_hash) do update set since = excluded.since`;
    },
    async () => {
      const [person, kind] = [one(people), one(kinds)];
      const choice = one(["daily", "weekly", "never", "at-once"] as const);
      person.choices.set(kind, choice);
      await owner`
        insert into notice_choices values (${person.id}, ${kind}, ${choice}, ${at})
        on conflict (member_id, kind) do update set choice = excluded.choice`;
    },
    async () => {
      const person = one(people);
      person.narrowed = some(authorities, 0.5).map(({ authority }) => authority.id);
      await owner`delete from notice_scopes where member_id = ${person.id}`;
      for (const issuer of person.narrowed)
        await owner`insert into notice_scopes values (${person.id}, 'authority', ${issuer}, ${at})`;
    },
    async () => {
      if (issued.length === 0) return;
      const about = one(issued);
      const audience = anAudience();
      about.now = { ...about.now, audience };
      await owner`update advisories set audience = ${owner.json(audience)} where number = ${about.number}`;
    },
    publish,
    amend,
    withdraw,
  ];
  const someChanges = async (most: number) => {
    for (let n = upTo(most); n >= 0; n -= 1) await one(changes)();
  };

  const busy: PostBatch = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
  let mails = 0;
  let named = 0;
  for (let day = 0; day < days; day += 1) {
    if (day < 4) await publish();
    await someChanges(4);
    // 23 November 2026 is a Monday: the life begins on a Saturday.
    const when = new Date(Date.UTC(2026, 10, 21 + day, 7));
    const week = Math.floor((day + 5) / 7);
    const composedOf = (person: Person) => {
      const weekly = person.week <= week;
      if (weekly) person.week = week + 1;
      const kept = weekly ? [] : kinds.filter((kind) => choiceOf(person, kind) === "weekly");
      const fresh = happened.filter((one) => !person.settled.has(one));
      return { person, kept, fresh, wasEmpty: contentOf(person, fresh, kept).length === 0 };
    };
    const stand = () => people.filter(({ left, house }) => !left && house.stands);
    const atSeven = stand();
    const composed = atSeven.map(composedOf);
    await turn(world.db, when, busy);
    await someChanges(5);
    // Whoever is back in the meantime has seven o'clock behind them, too.
    composed.push(
      ...stand()
        .filter((person) => !atSeven.includes(person))
        .map(composedOf),
    );
    const service = aBatchService();
    await turn(world.db, new Date(when.getTime() + 3_600_000), service.post);

    const got = new Map<string, Mail[]>();
    for (const mail of service.mails()) got.set(mail.to, [...(got.get(mail.to) ?? []), mail]);
    for (const { person, kept, fresh, wasEmpty } of composed) {
      const isOut = !wasEmpty && (person.left || person.stopped || !person.house.stands);
      const content = wasEmpty || isOut ? [] : contentOf(person, fresh, kept);
      if (!isOut) for (const one of fresh) if (!kept.includes(one.kind)) person.settled.add(one);
      const place = `seed ${seed + run}, day ${day}, ${person.email}`;
      const own = got.get(person.email) ?? [];
      got.delete(person.email);
      expect(own, place).toHaveLength(content.length > 0 ? 1 : 0);
      for (const mail of own) named += compare(mail, person, content, place);
      mails += own.length;
    }
    // Nobody else got any.
    expect([...got.keys()], `seed ${seed + run}, day ${day}`).toEqual([]);
  }
  return { mails, named };

  function contentOf(person: Person, fresh: Happening[], kept: Kind[]) {
    return fresh.filter(
      (one) =>
        !kept.includes(one.kind) &&
        ["daily", "weekly"].includes(choiceOf(person, one.kind)) &&
        mayBeTold(person, one),
    );
  }

  /** What the mail says, part by part, against what it must say and must not; how many advisories it names. */
  function compare(mail: Mail, { language }: Person, content: Happening[], place: string) {
    const { t } = i18nOf(language);
    const plain = mail.text.replace(/\s+/g, " ");
    const about = [...new Set(content.map((one) => one.about))];
    const isNamed = ({ printed }: Issued) => printed.tlp !== "AMBER+STRICT" && printed.tlp !== "RED";
    const shown = about.filter(isNamed);
    for (const one of issued) {
      for (const part of [mail.text, mail.html]) {
        expect([part.includes(one.number), part.includes(one.title)], `${place}: ${one.number}`).toEqual(
          shown.includes(one) ? [true, true] : [false, false],
        );
      }
    }
    expect(mail.subject, place).not.toMatch(/Asunto|AUT/);
    const unnamed = about.length - shown.length;
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((count) =>
      plain.includes(`* ${t("digest:unnamed", { count })} `),
    );
    expect(counts, place).toEqual(unnamed === 0 ? [] : [unnamed]);
    for (const one of shown) {
      const said = partAbout(plain, one.number);
      const told = content.filter((each) => each.about === one).map(({ kind }) => kind);
      const first = told.includes("advisory-published");
      const words = [
        ["withdrawn", told.includes("advisory-withdrawn")],
        ["published", first],
        ["amended", !first && told.includes("advisory-amended")],
        ["red-flags", !first && told.includes("red-flags-changed")],
      ] as const;
      for (const [change, expected] of words) {
        const slots = { version: one.version, flags: "RF-01", count: 0 };
        expect(said.includes(t(`digest:change.${change}`, slots)), `${place}: ${one.number} ${change}`).toBe(
          expected,
        );
      }
      expect(said, place).toContain(`TLP:${one.printed.tlp} ·`);
    }
    expect(mail.text + mail.html, place).not.toContain(secret);
    return shown.length;
  }
}

/** From where the advisory is named to the next item or the end of the list. */
function partAbout(plain: string, number: string) {
  const from = plain.indexOf(`* ${number} ·`);
  const to = plain.indexOf("* ", from + 2);
  return plain.slice(from, to === -1 ? plain.indexOf("-- ", from) : to);
}

test(
  `in ${worlds} generated world(s) every digest tells its reader what they may see at that moment and were not told, and nothing else`,
  async () => {
    const sum = { mails: 0, named: 0 };
    for (let run = 0; run < worlds; run += 1) {
      const { mails, named } = await aLife(run);
      sum.mails += mails;
      sum.named += named;
    }
    expect(sum.mails).toBeGreaterThan(10 * worlds);
    if (worlds > 1) process.stdout.write(`${worlds} worlds from seed ${seed}: ${JSON.stringify(sum)}\n`);
  },
  Math.max(120_000, worlds * 60_000),
);
