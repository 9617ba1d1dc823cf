import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAuthorityStaff } from "~/domain/members/viewer";
import {
  choicesOf,
  narrowReleases,
  type ReleaseFilters,
  releaseFilters,
} from "~/domain/releases/narrow-releases";
import { listReleases } from "~/domain/releases/releases.server";
import { publicPage } from "~/http/caching";
import { viewerOf } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { ReleaseList } from "~/ui/releases/release-list";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: "releases:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await viewerOf(request);
  const asked = new URL(request.url).searchParams;
  const rounds = (await listReleases(db, { by })).map(({ round }) => round);
  const filters: ReleaseFilters = { authority: "", typology: "", year: "" };
  for (const name of releaseFilters) filters[name] = asked.get(name) ?? "";
  return {
    found: narrowReleases(rounds, filters),
    all: rounds.length,
    choices: choicesOf(rounds),
    filters,
    readsSignals: isAuthorityStaff(by),
    timeZone: zoneOf(by),
  };
}

export default function Releases() {
  return <ReleaseList {...useLoaderData<typeof loader>()} />;
}
