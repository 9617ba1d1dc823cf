import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { adoptionDates } from "./adoption-dates.server";
import type { Occasion } from "./occasion";
import { publicationDates } from "./publication-dates.server";
import { roundDates } from "./round-dates.server";
import { sessionDates } from "./session-dates.server";
import { standingDates } from "./standing-dates.server";
import { vettingDates } from "./vetting-dates.server";

type Source = (tx: Transaction, viewer: Member, at: Date) => Promise<Occasion[]>;

/** A subject with dates adds its source here. */
const sources: Source[] = [
  publicationDates,
  standingDates,
  vettingDates,
  adoptionDates,
  roundDates,
  sessionDates,
];

/** Every date that concerns this member, as they may see it now; the nearest first. */
export const listOccasions = (db: Db, viewer: Member, { at }: { at: Date }) =>
  asViewer(db, viewer, async (tx) => {
    const found: Occasion[] = [];
    for (const source of sources) found.push(...(await source(tx, viewer, at)));
    return found.sort((a, b) => momentOf(a) - momentOf(b) || (a.uid < b.uid ? -1 : 1));
  });

const momentOf = ({ when }: Occasion) => ("at" in when ? when.at.getTime() : Date.parse(when.day));
