import { eq, sql } from "drizzle-orm";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import type { ClearanceKind } from "~/domain/drafts/draft";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { demoOrganisations } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { demoStories } from "~db/demo/stories";
import { contentFor, type DemoAdvisory } from "~db/demo/story";
import { typologies as demoTypologies } from "~db/demo/typologies";
import {
  advisories,
  demoPersonas,
  draftEdits,
  drafts,
  memberRoles,
  members,
  organisations,
  typologies,
} from "~db/schema";
import { loadBoards } from "./load-boards.server";
import { loadPanel } from "./load-panel.server";
import { loadQuestions } from "./load-questions.server";
import { loadReplies } from "./load-replies.server";
import { loadRounds } from "./load-rounds.server";
import { loadRoundtable } from "./load-roundtable.server";
import { loadVetting } from "./load-vetting.server";
import { persona } from "./persona";
import { settleOldNotices } from "./settle-old-notices.server";

const day = 86_400_000;

type Loading = { at: Date; keys: SecretKeys; onProgress(line: string): void };

/** Fills an empty database with the demo world, all of it or nothing: its advisories go through the same acts as anyone's. */
export async function loadDemo(db: Db, { at, keys, onProgress }: Loading) {
  if ((await db.$count(organisations)) > 0) return;
  onProgress("Loading the demo: organisations and people");
  await db.transaction(async (tx) => {
    await loadPeople(tx, at);
    await loadVetting(tx, { at, key: keys("invitation"), persona: (key) => persona(key, at) });
    await loadPanel(tx, at);
    const ids = new Map(demoOrganisations(at).map(({ shortName, id }) => [shortName, id]));
    const asking = { now: at, keys, ids, onProgress };
    const stories = [...demoStories].sort((a, b) =>
      (a.publishedOn[0] ?? "9").localeCompare(b.publishedOn[0] ?? "9"),
    );
    for (const story of stories) {
      onProgress(`Loading the demo: ${story.number}`);
      await tell(tx, story, ids, at, (after) => loadRounds(tx, { ...asking, after }));
    }
    // What replaces another must be there first.
    for (const story of stories) await close(tx, story);
    await loadRounds(tx, asking);
    await loadReplies(tx, asking);
    await loadQuestions(tx, { now: at });
    onProgress("Loading the demo: a session of a roundtable");
    await loadRoundtable(tx, { now: at, keys });
    await settleOldNotices(tx, at);
  });
  onProgress("The demo is loaded");
}

async function loadPeople(tx: Transaction, at: Date) {
  await tx
    .insert(organisations)
    .values(demoOrganisations(at).map(({ key: _, ...row }) => ({ ...row, createdAt: at })));
  await tx.insert(members).values(
    demoPeople.map(({ id, organisationId, name, email, language, timeZone }) => ({
      id,
      organisationId,
      name,
      email,
      language,
      timeZone,
      createdAt: at,
    })),
  );
  await tx
    .insert(memberRoles)
    .values(demoPeople.flatMap(({ id, roles }) => roles.map((one) => ({ memberId: id, ...one }))));
  await tx
    .insert(demoPersonas)
    .values(demoPeople.map(({ key, id }, position) => ({ key, memberId: id, position })));
  await tx.insert(typologies).values(
    demoTypologies.map(({ code, name, description, amltrix, printed }) => ({
      code,
      nameEs: name.es,
      nameEn: name.en,
      descriptionEs: description.es,
      descriptionEn: description.en,
      amltrix,
      printed,
      catalogued: true,
      addedAt: at,
    })),
  );
}

function done<Value>(story: DemoAdvisory, step: string, outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `The demo's ${story.slug} was refused at ${step}: ${outcome.reason} ${JSON.stringify(outcome.facts)}`,
  );
}

async function tell(
  tx: Transaction,
  story: DemoAdvisory,
  ids: ReadonlyMap<string, string>,
  now: Date,
  askAbout: (version: { number: string; version: number }) => Promise<void>,
) {
  for (const [i, written] of story.versions.entries()) {
    const content = contentFor(written, ids);
    const date = story.publishedOn[i];
    const published = date ? new Date(`${date}T16:00:00Z`) : now;
    const before = (days: number) => new Date(published.getTime() - days * day);
    const staff = (role: string) => persona(`${story.lead.toLowerCase()}-${role}`, now);

    const draftId =
      i === 0
        ? done(
            story,
            "opening",
            await openDraft(tx, {
              type: content.type,
              number: story.number,
              content,
              by: staff("analyst"),
              at: before(24),
            }),
          ).id
        : await rewrite(tx, story, content, staff("analyst"), before(16));
    if (!date && !story.draftInClearance) return;

    const [row] = await tx.select({ hash: drafts.contentHash }).from(drafts).where(eq(drafts.id, draftId));
    const clear = async (by: Member, kind: ClearanceKind, days: number) =>
      done(
        story,
        kind,
        await clearDraft(tx, {
          draftId,
          kind,
          contentHash: row?.hash ?? "",
          note: "",
          by,
          at: before(days),
        }),
      );
    await clear(staff("legal"), "legal", 9);
    await clear(staff("translator-es"), "language-es", 7);
    if (!date) {
      for (const { path, by, body } of story.draftComments ?? []) {
        done(
          story,
          "comment",
          await commentOnDraft(tx, { draftId, path, body, by: persona(by, now), at: before(2) }),
        );
      }
      return;
    }
    await clear(staff("translator-en"), "language-en", 6);
    await clear(staff("approver"), "approval", 4);
    await clear(staff("approver-2"), "approval", 3);
    for (const name of story.joint)
      await clear(persona(`${name.toLowerCase()}-approver`, now), "approval", 2);
    done(story, "publication", await publishAdvisory(tx, { draftId, by: staff("publisher"), at: published }));
    await loadBoards(tx, {
      number: story.number,
      version: i + 1,
      publishedAt: published,
      now,
      persona: (key) => persona(key, now),
    });
    await askAbout({ number: story.number, version: i + 1 });
  }
}

/** A next version as a whole: the analyst's saves in one. */
async function rewrite(tx: Transaction, story: DemoAdvisory, content: AdvisoryContent, by: Member, at: Date) {
  const { id } = done(story, "amendment", await amendAdvisory(tx, { number: story.number, by, at }));
  const contentHash = contentHashOf(story.number, content);
  await tx.update(drafts).set({ content, contentHash, revision: 2 }).where(eq(drafts.id, id));
  await tx
    .insert(draftEdits)
    .values({ draftId: id, revision: 2, memberId: by.memberId, at, paths: ["changeNote"], contentHash });
  const ordinals = content.redFlags.filter(({ home }) => home === null).map(({ n }) => n);
  await tx
    .update(advisories)
    .set({ nextRedFlag: sql`greatest(${advisories.nextRedFlag}, ${Math.max(0, ...ordinals) + 1})` })
    .where(eq(advisories.number, story.number));
  return id;
}

async function close(tx: Transaction, story: DemoAdvisory) {
  const last = story.publishedOn.at(-1);
  if (!last) return;
  const by = persona(`${story.lead.toLowerCase()}-publisher`, new Date());
  if (story.withdrawn) {
    const { on, reason, replacedBy } = story.withdrawn;
    done(
      story,
      "withdrawal",
      await withdrawAdvisory(tx, {
        number: story.number,
        reason,
        replacement: replacedBy ?? undefined,
        by,
        at: new Date(`${on}T16:00:00Z`),
      }),
    );
  } else if (story.supersededBy) {
    done(
      story,
      "superseding",
      await supersedeAdvisory(tx, {
        number: story.number,
        replacement: story.supersededBy,
        by,
        at: new Date(`${last}T16:00:00Z`),
      }),
    );
  }
}
