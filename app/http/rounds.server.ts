import type { Language } from "~/domain/advisories/advisory.form";
import { listProposals } from "~/domain/answers/proposals.server";
import { maySignAnswers } from "~/domain/answers/sheet.policy";
import { findSheet } from "~/domain/answers/sheet.server";
import { listIssued } from "~/domain/drafts/issued.server";
import type { Member } from "~/domain/members/viewer";
import { listInstitutions, listReaders } from "~/domain/organisations/organisations.server";
import { stateOf } from "~/domain/rounds/round";
import { findRound } from "~/domain/rounds/rounds.server";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { i18nOf } from "~/i18n/i18n.server";
import { db } from "~db/client.server";
import { notFound } from "./outcomes";
import { secretKeys } from "./secret-keys.server";

const mostIssued = 300;

/** What a plan may be about, and whom it may invite by name. */
export async function planningFor(by: Member, language: Language) {
  const { t } = i18nOf(language);
  const [issued, typologies, institutions, readers] = await Promise.all([
    listIssued(db, by, { q: "", limit: mostIssued }),
    listTypologies(db, by),
    listInstitutions(db, by),
    listReaders(db, by),
  ]);
  return {
    subjects: [
      ...issued
        .filter(({ status }) => status === "published")
        .map(({ number, version, title }) => ({
          value: `advisory:${version}:${number}`,
          name: `${number} v${version} · ${title[language] || title.es || title.en}`,
        })),
      ...typologies
        .filter(({ advisories }) => advisories > 0)
        .map(({ code, name }) => ({
          value: `typology:${code}`,
          name: t("rounds:ofTypology", { name: name[language] || code }),
        })),
    ],
    institutions: institutions.map(({ id, shortName, jurisdiction }) => ({ id, shortName, jurisdiction })),
    readers: readers.map(({ id, shortName, jurisdiction }) => ({ id, shortName, jurisdiction })),
  };
}

/** An institution's own sheet of an open round; without one there is nothing to answer or sign. */
export async function sheetFor(by: Member, roundId: string, at: Date) {
  const round = await findRound(db, by, roundId);
  const sheet =
    round && stateOf(round, at) === "open"
      ? await findSheet(db, by, { roundId, keys: await secretKeys() })
      : undefined;
  if (!round || !sheet) throw notFound();
  return { round, sheet, timeZone: by.timeZone, memberId: by.memberId, maySign: maySignAnswers(by) };
}

type Opened = { openedAt: Date | null; sheet: { rows: { n: number; publicId: string }[] } };

/** What the form of a sheet needs besides: who fills it in, what their boards propose, and where it opens. */
export async function formFor(by: Member, request: Request, { openedAt, sheet }: Opened) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("flag");
  const { name, memberId, timeZone } = by;
  return {
    name,
    memberId,
    proposals: openedAt ? await listProposals(db, by, { rows: sheet.rows, openedAt, timeZone }) : {},
    flag: asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : null,
    saved: searchParams.has("saved"),
  };
}
