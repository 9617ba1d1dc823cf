import { beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { attributions } from "~/domain/roundtables/attribution";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aRoomOpen, forSites } from "../support/rooms";
import { anAgenda } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { anEntered } from "../support/vaults";
import { aWorld } from "../support/world";

// What a browser without scripts gets when an act in a session is refused: a page with the reason, and all that was typed.

const world = aWorld();
const site = aSiteOf(world);
let open: Awaited<ReturnType<typeof aRoomOpen>>;
let over: Awaited<ReturnType<typeof anEntered>>;
beforeAll(async () => {
  open = await aRoomOpen(world, { agenda: anAgenda({ modes: ["organisation", "unattributed"] }) });
  await forSites(world, open.roundtableId);
  over = await anEntered(world);
  await forSites(world, over.roundtableId);
  const notes = { ...minutes, summaryEn: "It was compared.", "item.1.Es": "Dos.", "item.1.En": "Two." };
  for (const [act, fields] of [
    ["notes", { revision: "0", ...notes }],
    ["showing", { revision: "1", days: "10" }],
  ] as const)
    await send(over.rapporteur, paths.roundtableAct("es", over.roundtableId, act), fields);
});

const { t } = i18nOf("es");
async function send(by: Member, path: string, fields: Record<string, string>, multipart = false) {
  const form = new FormData();
  for (const [name, words] of Object.entries(fields)) form.append(name, words);
  const answer = await site.ask(path, {
    method: "POST",
    headers: { Cookie: (await aSession(world, by)).cookie, Origin: site.origin, Accept: "text/html" },
    body: multipart ? form : new URLSearchParams(fields),
  });
  return { status: answer.status, type: answer.headers.get("Content-Type"), page: await answer.text() };
}
/** The value of a field or the words in it, as the page has them. */
const given = (page: string, name: string) => {
  const field = page.match(new RegExp(`<(input|textarea)(?=[^>]*name="${name}")[^>]*>([^<]*)`));
  return field?.[1] === "textarea" ? field[2]?.trim() : field?.[0].match(/value="([^"]*)"/)?.[1];
};

const curp = "HEGG560427MVZRRL04";
const minutes = {
  summaryEs: "Se comparó.",
  summaryEn: `About ${curp}.`,
  "item.0.Es": "Uno.",
  "item.0.En": "One.",
};
const reason = { reasonEs: "Otra fecha.", reasonEn: "" };
const what = { whatEs: "Compartir el texto.", whatEn: "Share the wording." };
const proposal = {
  kind: "typology",
  nameEs: "Cuentas",
  nameEn: "Accounts",
  wordsEs: "Reciben.",
  wordsEn: "",
};
const summary = { titleEs: "Efectivo", titleEn: "Cash", bodyEs: "Se vio.", bodyEn: "It was seen." };

type Row = {
  act: string;
  by: () => Member;
  at: () => string;
  typed: Record<string, string>;
  /** Its sentence, where it is not what screening found. */
  said?: string;
};
const room = () => over.roundtableId;
const rows: Row[] = [
  {
    act: "a clearance",
    by: () => over.lead.legal,
    at: () => paths.roundtableAct("es", room(), "clearances"),
    typed: { kind: "legal", revision: "1", note: "Conforme, con cuidado." },
    said: t("refused:agenda_sent"),
  },
  {
    act: "a cancellation",
    by: () => open.chair,
    at: () => paths.roundtableAct("es", open.roundtableId, "cancellation"),
    typed: reason,
    said: t("refused:reason_missing"),
  },
  {
    act: "another time",
    by: () => open.chair,
    at: () => paths.roundtableAct("es", open.roundtableId, "time"),
    typed: {
      sequence: "0",
      date: "2027-03-14",
      from: "02:30",
      to: "12:00",
      zone: "America/New_York",
      form: "in-person",
      where: "Sala 2",
    },
    said: "no existen",
  },
  {
    act: "notes",
    by: () => over.rapporteur,
    at: () => paths.roundtableAct("es", room(), "notes"),
    typed: { revision: "0", ...minutes },
  },
  {
    act: "a showing of the notes",
    by: () => over.rapporteur,
    at: () => paths.roundtableAct("es", room(), "showing"),
    typed: { revision: "0", days: "90" },
    said: t("refused:days_out_of_range", { least: 1, most: 60 }),
  },
  {
    act: "a comment",
    by: () => over.one,
    at: () => paths.roundtableAct("es", room(), "comments"),
    typed: { item: "1", words: `Falta ${curp}.` },
  },
  {
    act: "a commitment",
    by: () => over.lead.chair,
    at: () => paths.roundtableAct("es", room(), "commitments"),
    typed: { ...what, organisationId: "00000000-0000-4000-8000-000000000000", due: "mañana" },
    said: t("refused:due_unreadable"),
  },
  {
    act: "a legal hold",
    by: () => over.lead.officer,
    at: () => paths.roundtableAct("es", room(), "hold"),
    typed: { reason: `Oficio sobre ${curp}.` },
  },
  {
    act: "a proposal",
    by: () => over.lead.chair,
    at: () => paths.deskProposals("es"),
    typed: proposal,
    said: t("refused:proposal_incomplete"),
  },
  {
    act: "a summary",
    by: () => over.lead.chair,
    at: () => paths.roundtableSummaryAct("es", room(), "text"),
    typed: { revision: "0", ...summary, tlp: "GREEN", period: "day", jurisdictions: "MX", sectors: "bank" },
    said: t("refused:issuers_missing"),
  },
];

describe("without scripts, what was refused comes back with its reason and all that was typed", () => {
  test.each(rows)("$act", async ({ by, at, typed, said }) => {
    const { status, type, page } = await send(by(), at(), typed);
    expect([type?.split(";")[0], status >= 400 && status < 500, status]).toEqual(["text/html", true, status]);
    expect(page).toContain(said ?? "CURP");
    const form = page.slice(page.indexOf("refused-act") + 1);
    for (const [name, words] of Object.entries(typed)) {
      if (/^(kind|tlp|period|zone|form|jurisdictions|sectors)$/.test(name)) continue;
      expect([name, given(form, name)]).toEqual([name, words]);
    }
    for (const name of ["tlp", "period", "jurisdictions", "sectors", "zone", "form"] as const)
      if (typed[name])
        expect(page).toMatch(
          new RegExp(
            `value="${typed[name]}"[^>]*(checked|selected)|(checked|selected)[^>]*value="${typed[name]}"`,
          ),
        );
  });

  test.each(["contributions", "files"] as const)(
    "%s: by the ways of appearing that the session allows, and no other",
    async (what) => {
      const fields = {
        id: crypto.randomUUID(),
        item: "0",
        kind: "words",
        language: "es",
        text: "Se repite.",
        title: "Mapa",
      };
      const { status, page } = await send(
        open.one,
        paths.roomAct("es", open.roundtableId, what),
        fields,
        what === "files",
      );
      expect(status).toBe(422);
      expect(page).toContain(what === "files" ? "Mapa" : "Se repite.");
      const offered = attributions.filter((mode) => new RegExp(`name="mode"[^>]*value="${mode}"`).test(page));
      expect(offered).toEqual(["organisation", "unattributed"]);
    },
  );
});

test.each([
  ["a file", (id: string) => paths.roomCopy("es", id, "files", "00000000-0000-4000-8000-000000000000")],
  [
    "a material",
    (id: string) => paths.roomCopy("es", id, "materials", "00000000-0000-4000-8000-000000000000"),
  ],
])(
  "a copy of %s that is not given out is answered by a page in the reader's language, with the reason and the way back",
  async (_, at) => {
    // Named by their house, and the terms not accepted.
    const { status, type, page } = await send(open.lead.legal, at(open.roundtableId), {});
    expect([status, type]).toEqual([422, "text/html; charset=utf-8"]);
    expect(page).toContain(t("refused:terms_not_accepted"));
    expect(page).toContain(t("errors:back"));
    expect(page).toMatch(new RegExp(`href="/es/roundtables/${open.roundtableId}`));
  },
);
