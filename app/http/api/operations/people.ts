import { z } from "zod";
import { scopes } from "~/domain/auth/scope";
import { invitationLetters, partRefused } from "~/domain/invitations/invitation";
import { partOfProfileRefused } from "~/domain/members/profile";
import { roles } from "~/domain/members/viewer";
import { choosing } from "~/domain/notices/notice-choices.form";
import { nothing, operation } from "../operation";
import { cursor, cursorOnly, id, instant, language, listOf } from "../shapes";

const room = "people";
const roleKeys = z
  .array(z.string().max(40))
  .max(20)
  .meta({
    description: "`analyst`, `compliance-officer`, …; `translator:es` for one language.",
    example: ["analyst"],
  });
const given = z.array(z.object({ role: z.enum(roles), language: z.enum(["es", "en", ""]) }));
const person = z.object({ id });

export const listMembers = operation({
  name: "listMembers",
  room,
  method: "GET",
  path: "/members",
  summary:
    "The people of the asker's own organization, for its administrators; `left` lists who no longer takes part.",
  asker: "member",
  query: z.strictObject({ left: z.enum(["true", "false"]).optional(), cursor }),
  status: 200,
  answer: listOf(
    z.object({
      id,
      name: z.string(),
      email: z.string(),
      language,
      timeZone: z.string(),
      roles: given,
      since: instant,
      leftAt: instant.nullable(),
    }),
  ),
});

export const changeRoles = operation({
  name: "changeRoles",
  room,
  method: "PUT",
  path: "/members/{id}/roles",
  summary: "Gives a colleague exactly these roles; they count at the colleague's next request.",
  asker: "confirmed-member",
  params: person,
  body: z.strictObject({ roles: roleKeys }),
  concerns: (reason) => (/^(role_|last_administrator$)/.test(reason) ? "roles" : undefined),
  status: 200,
  answer: z.object({ id, roles: given }),
});

export const endMembership = operation({
  name: "endMembership",
  room,
  method: "POST",
  path: "/members/{id}/departure",
  summary:
    "Ends every access of this person at once, one's own or as an administrator a colleague's; the record stays.",
  asker: "confirmed-member",
  params: person,
  status: 204,
  answer: nothing,
});

export const listInvitations = operation({
  name: "listInvitations",
  room,
  method: "GET",
  path: "/invitations",
  summary: "The invitations into the asker's own organization that wait, for its administrators.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(
    z.object({
      id,
      email: z.string(),
      name: z.string().nullable(),
      language,
      roles: given,
      invitedBy: z.string(),
      sentAt: instant,
      expiresAt: instant,
      letter: z.enum(invitationLetters).nullable(),
    }),
  ),
});

export const inviteMember = operation({
  name: "inviteMember",
  room,
  method: "POST",
  path: "/invitations",
  summary: "Invites a person into the asker's own organization; a personal link goes to that address.",
  asker: "confirmed-member",
  body: z.strictObject({
    email: z.string().max(300, "errors.too_long"),
    name: z.string().max(120, "errors.name_too_long").nullable().default(null),
    language,
    roles: roleKeys,
  }),
  concerns: partRefused,
  status: 201,
  answer: z.object({ id, email: z.string(), expiresAt: instant }),
});

export const resendInvitation = operation({
  name: "resendInvitation",
  room,
  method: "POST",
  path: "/invitations/{id}/sending",
  summary:
    "Sends a new link with a new term; the link before it no longer works. Also of an organization, for the officers of its country.",
  asker: "member",
  params: person,
  status: 200,
  answer: z.object({ id, expiresAt: instant }),
});

export const withdrawInvitation = operation({
  name: "withdrawInvitation",
  room,
  method: "DELETE",
  path: "/invitations/{id}",
  summary:
    "Withdraws an invitation that waits; its link no longer works. Also of an organization, for the officers of its country.",
  asker: "member",
  params: person,
  status: 204,
  answer: nothing,
});

const ownCard = z.object({
  id,
  name: z.string(),
  email: z.string(),
  language,
  timeZone: z.string(),
  organisation: z.object({ id, shortName: z.string() }),
  roles: given,
});

export const findOwnProfile = operation({
  name: "findOwnProfile",
  room,
  method: "GET",
  path: "/me",
  summary: "The member whose token this is.",
  asker: "member",
  status: 200,
  answer: ownCard,
});

export const changeProfile = operation({
  name: "changeProfile",
  room,
  method: "PATCH",
  path: "/me",
  summary: "Changes the member's own name, language or time zone; what is left out stays.",
  asker: "member",
  body: z.strictObject({
    name: z.string().max(400, "errors.name_too_long").optional(),
    language: language.optional(),
    timeZone: z.string().max(100, "errors.time_zone_unknown").optional(),
  }),
  concerns: partOfProfileRefused,
  status: 200,
  answer: z.object({ changed: z.array(z.string()).meta({ example: ["timeZone"] }) }),
});

export const listNotices = operation({
  name: "findNoticeSettings",
  room,
  method: "GET",
  path: "/me/notices",
  summary:
    "How the member hears of what: each kind at once, daily, weekly or never, and which typologies, authorities and corridors; an empty list means all.",
  asker: "member",
  status: 200,
  answer: choosing,
});

export const chooseNotices = operation({
  name: "chooseNotices",
  room,
  method: "PUT",
  path: "/me/notices",
  summary: "Kinds that are left out stay as they are; the lists are kept as given.",
  asker: "member",
  body: choosing,
  status: 204,
  answer: nothing,
});

export const listOwnSessions = operation({
  name: "listOwnSessions",
  room,
  method: "GET",
  path: "/me/sessions",
  summary: "Where the member is signed in by a browser.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(
    z.object({
      id,
      device: z.string(),
      since: instant,
      lastSeenAt: instant,
      endsAt: instant.meta({ description: "At the latest; unused, it ends sooner." }),
    }),
  ),
});

export const endOwnSession = operation({
  name: "endOwnSession",
  room,
  method: "DELETE",
  path: "/me/sessions/{id}",
  summary: "Ends one of the member's own sessions.",
  asker: "member",
  params: person,
  status: 204,
  answer: nothing,
});

export const endOwnSessions = operation({
  name: "endOwnSessions",
  room,
  method: "DELETE",
  path: "/me/sessions",
  summary: "Ends every session of the member's own, in every browser; tokens stay.",
  asker: "member",
  status: 200,
  answer: z.object({ sessions: z.int().meta({ description: "How many were ended." }) }),
});

export const listOwnTokens = operation({
  name: "listOwnTokens",
  room,
  method: "GET",
  path: "/me/tokens",
  summary: "The member's own tokens, never their secrets. A new one is made in a browser alone.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(
    z.object({
      id,
      name: z.string(),
      scopes: z.array(z.enum(scopes)),
      since: instant,
      expiresAt: instant,
      lastUsedAt: instant.nullable(),
      revokedAt: instant.nullable(),
    }),
  ),
});

export const revokeToken = operation({
  name: "revokeToken",
  room,
  method: "DELETE",
  path: "/me/tokens/{id}",
  summary: "Revokes one of the member's own tokens, also the one that asks.",
  asker: "member",
  params: person,
  status: 204,
  answer: nothing,
});

export const revokeEveryToken = operation({
  name: "revokeEveryToken",
  room,
  method: "DELETE",
  path: "/me/tokens",
  summary: "Revokes every token of the member's own that still works, the one that asks as well.",
  asker: "member",
  status: 200,
  answer: z.object({ tokens: z.int().meta({ description: "How many were revoked." }) }),
});

export const peopleOperations = [
  listMembers,
  changeRoles,
  endMembership,
  listInvitations,
  inviteMember,
  resendInvitation,
  withdrawInvitation,
  findOwnProfile,
  changeProfile,
  listNotices,
  chooseNotices,
  listOwnSessions,
  endOwnSession,
  endOwnSessions,
  listOwnTokens,
  revokeToken,
  revokeEveryToken,
];
