import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { contentOfVersion } from "~/domain/advisories/advisories.server";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { answerOnce } from "~/domain/requests/answer-once.server";
import { asViewer } from "~db/client.server";
import { advisoryVersions } from "~db/schema";
import {
  aDraft,
  aFiling,
  aFlag,
  aGroup,
  aKeyTerm,
  anIssued,
  aSection,
  aStaff,
  at,
  clear,
  clearEdited,
  publish,
  type Staff,
  save,
  set,
  text,
  value,
} from "../support/desk";
import { aHouse, anOfficer, anOrganisation } from "../support/people";
import { aWorld } from "../support/world";

// Every column that the web role can read at all, read by each kind of viewer with no `where`: what is in it that they may not know?

const world = aWorld();
let lead: Staff;
let partner: Staff;
const viewers: Record<string, Viewer> = { "no one": anonymous };
/** What nobody may find who is not told, by what it is. */
const kept: Record<string, string> = {};
let imported: string;
let number: string;

const open = aGroup("Cliente", "Customer");
const annex = aGroup("Anexo ocelote", "Ocelot annex");
const empty = aGroup("Grupo sin señales", "Margay group");

beforeAll(async () => {
  lead = await aStaff(world);
  partner = await aStaff(world);
  const bank = await anOrganisation(world, { kind: "institution" });
  const named = await anOrganisation(world, { kind: "institution", jurisdiction: "US" });
  const confidant = await anOfficer(world, named);
  const { operator, auditor } = await aHouse(world);
  Object.assign(viewers, {
    "a bank of the audience": await anOfficer(world, bank),
    "a bank outside it": await anOfficer(
      world,
      await anOrganisation(world, { kind: "institution", jurisdiction: "US", sector: "fintech" }),
    ),
    "another authority": (await aStaff(world)).analyst,
    "the operator": operator,
    "the auditor": auditor,
    "the lead": lead.analyst,
    "a joint authority": partner.approver,
  });
  const audience = {
    jurisdictions: [],
    sectors: [],
    organisations: [bank.id, named.id],
    members: [confidant.memberId],
  };
  const first = `${lead.authority.shortName}-2026-AD001`;
  const issued = await anIssued(
    world,
    lead,
    {
      audience,
      groups: [open, annex, empty],
      redFlags: [
        aFlag(1, { group: open.id, combinesWith: [`${first}#RF-02`, `${first}#RF-03`] }),
        aFlag(2, { group: annex.id, tlp: "AMBER", text: text("Señal ocelote.", "Ocelot signal.") }),
        aFlag(3, {
          group: open.id,
          state: "merged-into",
          mergedInto: `${first}#RF-02`,
          changeNote: text("Va con otra.", "Goes with another."),
        }),
      ],
      sections: [aSection({ tlp: "AMBER", heading: text("Ocelote", "Ocelot") })],
      filing: aFiling([aKeyTerm("PUBLIC-2026"), aKeyTerm("OCELOT-2026", annex.id), aKeyTerm("LAST-2026")]),
    },
    [partner],
  );
  number = issued.number;
  expect(number).toBe(first);

  // A document from elsewhere that held more of a red flag than the model has a place for; then one flag is restricted.
  const taken = value(
    await importDocument(world.db, {
      file: {
        title: "Catálogo",
        number: "CAT-1",
        language: "es",
        regulator: lead.authority.shortName,
        docType: "Alerta",
        redFlags: [
          { n: 1, text: "Una señal.", riskNote: "abierto" },
          { n: 2, text: "Otra señal.", riskNote: "tigrillo" },
        ],
      },
      publish: false,
      by: lead.analyst,
      at,
    }),
  );
  imported = taken.number;
  const [draft] = await world.owner<{ id: string; flag: string }[]>`
    select d.id, d.content #>> '{redFlags,1,id}' as flag from drafts d join advisories a on a.id = d.advisory_id where a.number = ${imported}`;
  value(
    await save(world, lead.analyst, draft?.id ?? "", [set(`redFlags/${draft?.flag}/tlp`, "CLEAR", "RED")]),
  );
  await clearEdited(world, lead, draft?.id ?? "", "es");
  value(await publish(world, lead, draft?.id ?? ""));

  const inHand = await aDraft(world, lead, { title: text("Borrador ocelote", "Ocelot draft") }, [partner]);
  value(await clear(world, lead.legal, inHand.id, "legal"));
  value(
    await commentOnDraft(world.db, {
      draftId: inHand.id,
      path: "title",
      body: "¿Ocelote?",
      by: lead.legal,
      at,
    }),
  );
  await answerOnce(world.db, {
    key: "k",
    requestHash: "h",
    by: lead.analyst,
    at: new Date(),
    act: async () => done({ status: 200, body: "ocelote", headers: {} }),
  });

  Object.assign(kept, {
    "a group, a term or a word of the annex": "ocelot",
    "a group whose flags are nobody's": "margay",
    "what was printed of a restricted flag": "tigrillo",
    "the id of an unseen flag": "#RF-02",
    "a bank that is named": named.id,
    "the other bank that is named": bank.id,
    "a person who is named": confidant.memberId,
    "who published": lead.publisher.memberId,
    "who drafted": lead.analyst.memberId,
  });
});

const everyWord = Object.keys;
/** What each may find of it, besides what their own organisation's and colleagues' rows say. */
const mayFind: Record<string, string[]> = {
  "no one": [],
  "a bank of the audience": [
    "a group, a term or a word of the annex",
    "a group whose flags are nobody's",
    "the id of an unseen flag",
    "the other bank that is named",
  ],
  "a bank outside it": [],
  "another authority": [
    "a bank that is named",
    "the other bank that is named",
    "who published",
    "who drafted",
  ],
  "the operator": [],
  "the auditor": ["who published", "who drafted"],
};

async function readable() {
  return await world.owner<{ relation: string; name: string }[]>`
    select c.relname as relation, a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_column_privilege('ribera_web', c.oid, a.attnum, 'SELECT')`;
}

/** `table.column` of every place where this viewer can read the word. */
async function placesOf(viewer: Viewer, word: string) {
  const columns = await readable();
  return asViewer(world.db, viewer, async (tx) => {
    const found: string[] = [];
    for (const { relation, name } of columns) {
      const column = sql.identifier(name);
      const rows = await tx.execute(
        sql`select 1 from ${sql.identifier(relation)} where ${column}::text ilike ${`%${word}%`} limit 1`,
      );
      if (rows.length > 0) found.push(`${relation}.${name}`);
    }
    return found;
  });
}

describe.each(everyWord(mayFind))("%s can read in no column", (name) => {
  test("what they are not told", async () => {
    const viewer = viewers[name] ?? anonymous;
    for (const [what, word] of Object.entries(kept)) {
      const places = await placesOf(viewer, word);
      if (mayFind[name]?.includes(what)) continue;
      expect(places, what).toEqual([]);
    }
  });
});

test("what is restricted is there to be found by who may", async () => {
  for (const [what, word] of Object.entries(kept)) {
    if (what === "what was printed of a restricted flag") continue;
    expect(await placesOf(lead.analyst, word), what).not.toEqual([]);
  }
  const bank = viewers["a bank of the audience"] ?? anonymous;
  expect(await placesOf(bank, "ocelot annex")).toEqual(["version_details.content"]);
  expect(await placesOf(lead.analyst, "tigrillo")).toContain("version_details.content");
});

test.each(["readers", "audience", "next_red_flag", "published_by", "added_by"])(
  "no table lets the web role read the column %s",
  async (name) => {
    const tables = (await readable())
      .filter((column) => column.name === name)
      .map(({ relation }) => relation);
    // The keeper of search goes by functions; a draft's audience is in its content, which its own authorities write.
    expect(tables).toEqual([]);
  },
);

test("the place of a part says nothing of how many stand before it", async () => {
  const rows = await asViewer(world.db, anonymous, (tx) =>
    tx.execute<{ position: number }>(sql`select position from version_red_flags order by position`),
  );
  expect(rows.some(({ position }) => position > 1000)).toBe(true);
});

describe("an issuer", () => {
  const versionsSeenBy = (viewer: Member) =>
    asViewer(world.db, viewer, async (tx) => {
      const versions = await tx
        .select({
          id: advisoryVersions.id,
          envelope: advisoryVersions.envelope,
          contentHash: advisoryVersions.contentHash,
          advisoryId: advisoryVersions.advisoryId,
        })
        .from(advisoryVersions);
      const numbers = new Map(
        (await world.owner<{ id: string; number: string }[]>`select id, number from advisories`).map(
          (one) => [one.id, one.number],
        ),
      );
      const seen: Record<string, boolean> = {};
      for (const one of versions) {
        const carried = numbers.get(one.advisoryId) ?? "";
        seen[carried] = contentHashOf(carried, await contentOfVersion(tx, one)) === one.contentHash;
      }
      return seen;
    });

  test("puts each version together again, to the very hash that was cleared", async () => {
    expect(await versionsSeenBy(lead.analyst)).toEqual({ [number]: true, [imported]: true });
    expect(await versionsSeenBy(partner.approver)).toEqual({ [number]: true, [imported]: false });
  });

  test("and nobody else does, who does not know the audience", async () => {
    const bank = viewers["a bank of the audience"];
    if (!bank?.memberId) throw new Error("no bank");
    expect((await versionsSeenBy(bank))[number]).toBe(false);
  });
});

test("an authority is told whether what it sees is open to others, nobody else is, and of nothing unseen", async () => {
  const ask = (viewer: Viewer, keys: string[]) =>
    asViewer(world.db, viewer, async (tx) => {
      const ids = (await world.owner<{ id: string }[]>`select public_id as id from indicators`).map(
        ({ id }) => id,
      );
      const rows = await tx.execute<{ id: string }>(
        sql`select red_flags_open_to(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)),
              array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)), false) as id`,
      );
      return rows.map(({ id }) => id);
    });
  const key = [`o:${kept["the other bank that is named"]}`];
  expect(await ask(lead.analyst, key)).toContain(`${number}#RF-02`);
  expect(await ask(viewers["another authority"] ?? anonymous, key)).not.toContain(`${number}#RF-02`);
  expect(await ask(viewers["a bank of the audience"] ?? anonymous, key)).toEqual([]);
  expect(await ask(anonymous, key)).toEqual([]);
});
