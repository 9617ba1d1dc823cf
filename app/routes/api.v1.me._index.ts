import { done, refused } from "~/domain/outcome";
import { changeProfile } from "~/domain/people/change-profile.server";
import { findOwnCard } from "~/domain/people/people.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { changeProfile as change, findOwnProfile } from "~/http/api/operations/people";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(findOwnProfile, async ({ db, by }) => {
    const card = await findOwnCard(db, by);
    if (!card) return refused("not_found");
    const { id, name, email, language, timeZone } = card;
    const organisation = { id: by.organisationId, shortName: by.organisation };
    return done({ body: { id, name, email, language, timeZone, organisation, roles: by.roles } });
  }),
  bind(change, async ({ db, by, at, body }) => {
    const { name = by.name, language = by.language, timeZone = by.timeZone } = body;
    return replied(await changeProfile(db, { name, language, timeZone, by, at }));
  }),
);

export const loader = resource;
export const action = resource;
