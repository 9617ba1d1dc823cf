import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { listDesk } from "~/domain/drafts/desk-list.server";
import { isAuthorityStaff } from "~/domain/members/viewer";
import { search } from "~/domain/search/search.server";
import { requireLanguage } from "~/http/language";
import { requireMember } from "~/http/sessions.server";
import { TodayPage } from "~/ui/today/today-page";
import { db } from "~db/client.server";

export const handle = { title: "today:title" };

const mostNew = 6;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const member = await requireMember(request);
  const [found, drafts] = await Promise.all([
    search(db, member, { language, status: "published" }),
    isAuthorityStaff(member) ? listDesk(db, member) : null,
  ]);
  return {
    name: member.name,
    organisation: member.organisation,
    timeZone: member.timeZone,
    newest: found.ok ? found.value.items.slice(0, mostNew) : [],
    waiting: drafts?.map((draft) => ({ ...draft, publishable: mayPublish(member, draft) })) ?? null,
  };
}

export default function Today() {
  return <TodayPage {...useLoaderData<typeof loader>()} />;
}
