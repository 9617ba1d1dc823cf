import { eq, inArray, sql } from "drizzle-orm";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { advisories, indicators, organisations } from "~db/schema";
import { applyChanges, type DraftChange, placeOf } from "./draft-change";
import type { Draft } from "./drafts.server";
import { lockEditableDraft } from "./lock-editable-draft.server";
import { authoritiesOf } from "./open-draft.server";
import { withStaleTranslation } from "./stale-translation";
import { writeEdit } from "./write-edit.server";

type Saving = { draftId: string; changes: DraftChange[]; by: Viewer; at: Date };

/**
 * Applies edits to a draft. What two people changed differently comes back as a conflict with both texts and is not
 * written; every other change is. The answer holds the content as it now stands.
 */
export function saveDraft(db: Db, { draftId, changes, by, at }: Saving) {
  return asActor(db, by, async (tx) => {
    const open = await lockEditableDraft(tx, draftId, by);
    if (!open.ok) return open;
    const { draft, editor } = open.value;

    const guarded = await guard(tx, draft, changes.map(storable));
    const result = applyChanges(draft.content, guarded.changes);
    const issuers = await checkIssuers(tx, draft, result.content);
    const content = withStaleTranslation(
      issuers.ok ? result.content : { ...result.content, issuers: draft.content.issuers },
      result.touched,
    );
    const refusals = [...guarded.refusals, ...result.refusals, ...(issuers.ok ? [] : [issuers.refusal])];
    const contentHash = contentHashOf(draft.number, content);

    if (contentHash !== draft.contentHash) {
      if (draft.currentVersion === null) {
        const authorities = authoritiesOf(content, draft.leadOrganisationId);
        await tx
          .update(advisories)
          .set({ type: content.type, authorities })
          .where(eq(advisories.id, draft.advisoryId));
      }
      await writeEdit(tx, {
        draft,
        content,
        paths: result.touched,
        event: { action: "draft.saved" },
        editor,
        at,
      });
    }
    return done({
      revision: contentHash === draft.contentHash ? draft.revision : draft.revision + 1,
      contentHash,
      content,
      conflicts: result.conflicts,
      refusals,
    });
  });
}

type Refusal = { path: string; reason: string };

/** What the content alone cannot tell: ordinals are ours to give, issued flags are withdrawn and not removed, files come by upload. */
async function guard(tx: Transaction, draft: Draft, changes: DraftChange[]) {
  const kept: DraftChange[] = [];
  const refusals: Refusal[] = [];
  const removed = changes.flatMap((change) =>
    change.kind === "remove" && change.path.startsWith("redFlags/") ? [change.path.split("/")[1] ?? ""] : [],
  );
  const added = changes.flatMap((change) =>
    change.kind === "add" && change.list === "redFlags" && hasId(change.item) ? [change.item.id] : [],
  );
  const touchedFlags = [...removed, ...added].filter((id) => uuid.test(id));
  const issued = touchedFlags.length
    ? await tx
        .select({ id: indicators.id, advisoryId: indicators.advisoryId })
        .from(indicators)
        .where(inArray(indicators.id, touchedFlags))
    : [];

  for (const change of changes) {
    if (
      change.kind === "remove" &&
      change.path.startsWith("redFlags/") &&
      change.path.split("/").length === 2
    ) {
      const home = issued.find(({ id }) => change.path === `redFlags/${id}`);
      if (home?.advisoryId === draft.advisoryId) {
        refusals.push({ path: change.path, reason: "withdraw_instead" });
        continue;
      }
    }
    if (change.kind === "add" && change.list === "redFlags" && hasId(change.item)) {
      const { id } = change.item;
      const held = draft.content.redFlags.find((flag) => flag.id === id);
      if (held?.home || (!held && issued.some((one) => one.id === id))) {
        refusals.push({ path: `redFlags/${id}`, reason: "red_flag_id_taken" });
        continue;
      }
      kept.push({
        ...change,
        item: { ...change.item, n: held?.n ?? (await nextOrdinal(tx, draft)), home: null },
      });
      continue;
    }
    if (change.kind === "add" && change.list === "redFlags") {
      refusals.push({ path: "redFlags", reason: "errors.bad_id" });
      continue;
    }
    if (changesBorrowed(draft, change)) {
      refusals.push({ path: placeOf(change), reason: "borrowed_red_flag" });
      continue;
    }
    if (change.kind === "add" && change.list === "attachments") {
      refusals.push({ path: "attachments", reason: "upload_instead" });
      continue;
    }
    if (
      change.kind === "set" &&
      /^(attachments\/[^/]+\/(size|sha256|mediaType)|origin|source)/.test(change.path)
    ) {
      refusals.push({ path: change.path, reason: "not_yours_to_set" });
      continue;
    }
    kept.push(change);
  }
  return { changes: kept, refusals };
}

/** What a red flag of another advisory says is its home's to change; where it stands here, and how narrowly, is ours. */
function changesBorrowed(draft: Draft, change: DraftChange) {
  const [list, id, ...within] = placeOf(change).split("/");
  if (list !== "redFlags" || within.length === 0 || within[0] === "group" || within[0] === "tlp")
    return false;
  return draft.content.redFlags.some((flag) => flag.id === id && flag.home !== null);
}

/** Lower case alone, so that one id has one spelling. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hasId = (item: unknown): item is { id: string } & Record<string, unknown> =>
  typeof item === "object" &&
  item !== null &&
  "id" in item &&
  typeof item.id === "string" &&
  uuid.test(item.id);

async function nextOrdinal(tx: Transaction, draft: Draft) {
  const [row] = await tx.execute<{ n: number | null }>(
    sql`select red_flag_ordinal(${draft.advisoryId}) as n`,
  );
  if (!row?.n) throw new Error("a draft without an advisory");
  return row.n;
}

async function checkIssuers(tx: Transaction, draft: Draft, content: AdvisoryContent) {
  const no = (reason: string) => ({ ok: false as const, refusal: { path: "issuers", reason } });
  if (JSON.stringify(content.issuers) === JSON.stringify(draft.content.issuers)) return { ok: true as const };
  const leads = content.issuers.filter(({ role }) => role === "lead");
  if (draft.content.origin === "native" && leads[0]?.organisationId !== draft.leadOrganisationId) {
    return no("lead_is_fixed");
  }
  if (leads.length !== 1) return no("one_lead");
  const ids = content.issuers.flatMap(({ organisationId }) => organisationId ?? []);
  const found = ids.length
    ? await tx
        .select({ id: organisations.id, kind: organisations.kind })
        .from(organisations)
        .where(inArray(organisations.id, ids))
    : [];
  if (ids.some((id) => found.find((one) => one.id === id)?.kind !== "authority"))
    return no("not_an_authority");
  return new Set(ids).size === ids.length ? { ok: true as const } : no("issuer_twice");
}
