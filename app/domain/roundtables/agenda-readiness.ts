import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { isOtherBusiness } from "./roundtable";
import type { Agenda, Place } from "./roundtable.form";

const isWhole = ({ es, en }: Text) => es.trim() !== "" && en.trim() !== "";
const isEmpty = ({ es, en }: Text) => es.trim() === "" && en.trim() === "";

/** Whether an agenda can be cleared as it stands: whole in both languages, which say the same, and closed. */
export function readyToClear({ title, purpose, items, tlp, community }: Agenda): Outcome<undefined> {
  const required = [title, purpose, ...items.map((item) => item.title)];
  if (!required.every(isWhole)) return refused("agenda_incomplete");
  if (tlp === "GREEN" && !isWhole(community)) return refused("community_missing");
  if (items.some((item) => isOtherBusiness(item.title))) return refused("other_business");
  const optional = [community, ...items.map(({ note }) => note)].filter((text) => !isEmpty(text));
  const count = differencesOf([...required, ...optional]);
  return count > 0 ? refused("languages_differ", { count }) : done(undefined);
}

/** Every text of an agenda, for the screen. */
export const textsOf = ({ title, purpose, items, community }: Agenda) =>
  [title, purpose, community, ...items.flatMap((item) => [item.title, item.note])].flatMap(({ es, en }) => [
    es,
    en,
  ]);

/** A place that is not said yet is none; a link has to be one that opens. */
export function checkPlace({ form, where }: Place): Outcome<undefined> {
  if (form === "in-person" || where.trim() === "") return done(undefined);
  const link = URL.canParse(where.trim()) ? new URL(where.trim()) : undefined;
  return link?.protocol === "https:" ? done(undefined) : refused("link_unreadable");
}
