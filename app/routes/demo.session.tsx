import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { startSession } from "~/domain/auth/start-session.server";
import { findDemoPerson } from "~/domain/members/demo-people.server";
import { env } from "~/env.server";
import { requireDemo } from "~/http/demo.server";
import { notFound } from "~/http/outcomes";
import { sessionCare } from "~/http/sessions.server";
import { ownAddress, paths } from "~/paths";
import { db } from "~db/client.server";

// A demo session counts as freshly confirmed for as long as it lasts (contract).
const alwaysConfirmed = new Date("9999-01-01T00:00:00Z");

export function loader() {
  throw notFound();
}

export async function action({ request }: ActionFunctionArgs) {
  requireDemo();
  const form = await request.formData();
  const person = await findDemoPerson(db, String(form.get("persona")));
  if (!person) throw notFound();
  const { memberId, language } = person.viewer;
  const cookie = await startSession(db, {
    ...sessionCare(),
    hours: env().sessionHours,
    memberId,
    confirmedAt: alwaysConfirmed,
    device: "Demo",
    deviceHash: null,
  });
  const next = ownAddress(form.get("next")?.toString()) ?? paths.today(language);
  return redirectDocument(next, { headers: { "Set-Cookie": cookie } });
}

export default function Nowhere() {
  return null;
}
