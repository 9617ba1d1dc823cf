import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { AdvisoryType, Language } from "~/domain/advisories/advisory.form";
import type { ClearanceKind } from "~/domain/drafts/draft";
import type { DraftChange } from "~/domain/drafts/draft-change";
import type { Role } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { open as openIn, patience, type Visit } from "./browser";
import { hashOf } from "./desk";
import type { World } from "./world";

type Fields = Record<string, string>;
type Opening = {
  by?: string;
  type?: AdvisoryType;
  /** Short names of the authorities that issue it beside the lead. */
  joint?: string[];
  changes?: DraftChange[];
};

const set = (path: string, now: unknown, was: unknown = ""): DraftChange => ({ kind: "set", path, was, now });

/** What makes a draft complete in both languages. */
export const completeText = [
  set("title/es", "Alerta de prueba sobre depósitos"),
  set("title/en", "Test alert on deposits"),
  set("summary/es", "Se observaron 1,246 reportes."),
  set("summary/en", "1,246 reports were observed."),
];

/** The desk as several people use it at once, each in a window of their own, over the database of `world`. */
export function aDeskVisit(visit: Visit, world: World) {
  const windows = new Map<string, Promise<Page>>();

  const windowOf = (persona: string) => {
    const known = windows.get(persona) ?? visit.as(persona);
    windows.set(persona, known);
    return known;
  };

  /** A form of the application, sent without its page having been looked at: how a test arranges. */
  async function send(persona: string, address: string, form: Fields) {
    const { request } = await windowOf(persona);
    const answer = await request.post(visit.origin + address, { form, headers: { origin: visit.origin } });
    if (!answer.ok()) throw new Error(`${persona} was refused at ${address}: ${answer.status()}`);
    return answer;
  }

  const address = (id: string, lang: Language = "es") => paths.draft(lang, id);

  async function write(persona: string, id: string, changes: DraftChange[]) {
    const { request } = await windowOf(persona);
    const answer = await request.post(visit.origin + paths.draftPart("es", id, "changes"), {
      data: { changes },
      headers: { origin: visit.origin },
    });
    const { ok, value } = await answer.json();
    if (!ok || value.conflicts.length + value.refusals.length > 0) {
      throw new Error(`not written: ${await answer.text()}`);
    }
  }

  async function open({
    by = "fincen-analyst",
    type = "alert",
    joint = [],
    changes = completeText,
  }: Opening = {}) {
    const answer = await send(by, paths.newDraft("es"), { type });
    const id = answer.url().split("/").at(-1) ?? "";
    const shortNames: Record<string, string> = { fincen: "FinCEN", uif: "UIF", cnbv: "CNBV" };
    const issuer = (key: string, role: "lead" | "joint") => ({
      organisationId: organisationIdOf(key),
      shortName: shortNames[key] ?? key,
      role,
    });
    const lead = issuer(by.split("-")[0] ?? "", "lead");
    const partners = joint.map((key) => issuer(key, "joint"));
    await write(by, id, [
      ...changes,
      ...(partners.length > 0 ? [set("issuers", [lead, ...partners], [lead])] : []),
    ]);
    return id;
  }

  async function look(persona: string, path: string) {
    const page = await windowOf(persona);
    return { page, status: await openIn(page, visit.origin + path) };
  }

  async function clear(persona: string, id: string, kind: ClearanceKind) {
    const contentHash = await hashOf(world, id);
    await send(persona, paths.draftPart("es", id, "clearances"), { kind, contentHash, note: "" });
  }

  /** Every clearance that an advisory of FinCEN needs, but those left out. */
  async function clearAll(id: string, { except = [] }: { except?: string[] } = {}) {
    const given: [string, ClearanceKind][] = [
      ["fincen-legal", "legal"],
      ["fincen-translator-es", "language-es"],
      ["fincen-translator-en", "language-en"],
      ["fincen-approver", "approval"],
      ["fincen-approver-2", "approval"],
    ];
    for (const [persona, kind] of given) if (!except.includes(persona)) await clear(persona, id, kind);
  }

  /** A form that no page of this person offers, sent from within their page with their session; the answer is on the page. */
  async function force(persona: string, path: string, fields: Fields) {
    const page = await windowOf(persona);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === "POST" && one.url() === visit.origin + path),
      page.waitForEvent("load"),
      page.evaluate(
        ([action, typed]) => {
          const form = Object.assign(document.createElement("form"), { method: "post", action });
          for (const [name, value] of Object.entries(typed)) {
            form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
          }
          document.body.append(form);
          form.submit();
        },
        [path, fields] as const,
      ),
    ]);
    return { page, status: answer.status() };
  }

  return {
    windowOf,
    address,
    open,
    write,
    look,
    /** The hash of what the draft says now. */
    hashOf: (id: string) => hashOf(world, id),
    isPublished: async (id: string) => {
      const [row] = await world.owner`select published_at from drafts where id = ${id}`;
      return row?.published_at instanceof Date;
    },
    clear,
    clearAll,
    force,
  };
}

/** What `/demo` has no persona for: one person in several roles. */
export async function giveRoles(
  { owner }: World,
  persona: string,
  roles: { role: Role; language?: Language }[],
) {
  const memberId = demoPeople.find(({ key }) => key === persona)?.id ?? "";
  for (const { role, language = "" } of roles) {
    await owner`insert into member_roles ${owner({ member_id: memberId, role, language })} on conflict do nothing`;
  }
}

export const said = (page: Page, sentence: string) =>
  expect.poll(() => page.locator("main").getByText(sentence).count(), patience).toBeGreaterThan(0);

/** The button by which a clearance is given, in the words of its page. */
export const giving = (page: Page, lang: Language, kind: ClearanceKind) => {
  const { t } = i18nOf(lang);
  return page.getByRole("button", { name: t("desk:clearances.give", { kind: t(`desk:kind.${kind}`) }) });
};
