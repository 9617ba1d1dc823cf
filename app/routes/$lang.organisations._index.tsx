import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { hasRole } from "~/domain/members/viewer";
import { narrowList } from "~/domain/vetting/narrow-list";
import { listOrganisations } from "~/domain/vetting/organisation-list.server";
import { dayOf } from "~/domain/vetting/vetting";
import { mayInviteOrganisation } from "~/domain/vetting/vetting.policy";
import { requireStaff } from "~/http/sessions.server";
import { OrganisationsPage } from "~/ui/vetting/organisations-page";
import { db } from "~db/client.server";

export const handle = { title: "vetting:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const at = now();
  const asked = new URL(request.url).searchParams;
  const filter = (name: string) => (asked.get(name) ?? "").slice(0, 200);
  const filters = {
    q: filter("q"),
    state: filter("state"),
    country: filter("country"),
    kind: filter("kind"),
  };
  const organisations = await listOrganisations(db, by, { at });
  return {
    organisations,
    found: narrowList(organisations, filters),
    filters,
    mayInvite: mayInviteOrganisation(by),
    officer: hasRole(by, "officer"),
    timeZone: by.timeZone,
    today: dayOf(at),
  };
}

export default function Organisations() {
  return <OrganisationsPage {...useLoaderData<typeof loader>()} />;
}
