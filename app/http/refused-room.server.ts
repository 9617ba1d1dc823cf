import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findTable } from "~/domain/floor/table.server";
import { listReaders } from "~/domain/organisations/organisations.server";
import { rulesOf } from "~/domain/roundtables/attribution";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { db } from "~db/client.server";
import { requireId } from "./ids";
import { secretKeys } from "./secret-keys.server";
import { requireMember } from "./sessions.server";

export type Appearing = Awaited<ReturnType<typeof findAppearing>>;
export type Signing = Awaited<ReturnType<typeof findSigning>>;

async function sessionAsked({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, at] = [requireId(params.id), now()];
  const session = await findRoundtable(db, by, { id, keys: await secretKeys(), at });
  return session && { by, id, at, session };
}

/** As whom the reader may appear, and whether only questions are taken yet. */
export async function findAppearing(args: LoaderFunctionArgs) {
  const asked = await sessionAsked(args);
  if (!asked) return null;
  const { sector } = await findTable(db, asked.by, asked);
  const { agenda, state } = asked.session;
  const items = agenda.items.map(({ title }) => title);
  return { modes: rulesOf(agenda).modes, sector, ahead: state === "convened", items };
}

/** Who could put their name to a summary, and who could read it. */
export async function findSigning(args: LoaderFunctionArgs) {
  const asked = await sessionAsked(args);
  if (!asked || asked.session.parts.length === 0) return null;
  const readers = await listReaders(db, asked.by);
  return {
    authorities: asked.session.authorities.map(({ id: value, shortName: name }) => ({ value, name })),
    organisations: readers.map(({ id, shortName }) => ({ id, shortName })),
  };
}
