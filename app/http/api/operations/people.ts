import { z } from "zod";
import { roles } from "~/domain/members/viewer";
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
  status: 201,
  answer: z.object({ id, email: z.string(), expiresAt: instant }),
});

export const resendInvitation = operation({
  name: "resendInvitation",
  room,
  method: "POST",
  path: "/invitations/{id}/sending",
  summary: "Sends a new link with a new term; the link before it no longer works.",
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
  summary: "Withdraws an invitation that waits; its link no longer works.",
  asker: "member",
  params: person,
  status: 204,
  answer: nothing,
});

export const peopleOperations = [
  listMembers,
  changeRoles,
  endMembership,
  listInvitations,
  inviteMember,
  resendInvitation,
  withdrawInvitation,
];
