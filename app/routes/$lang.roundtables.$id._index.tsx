import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listCarried } from "~/domain/commitments/commitments.server";
import { isAuthorityStaff } from "~/domain/members/viewer";
import { listInstitutions } from "~/domain/organisations/organisations.server";
import { readyToClear } from "~/domain/roundtables/agenda-readiness";
import { listOwnCandidates, listOwnPeople } from "~/domain/roundtables/candidates.server";
import { clearanceKinds } from "~/domain/roundtables/roundtable";
import { mayChair, mayClearAgenda, mayNameAttendees } from "~/domain/roundtables/roundtable.policy";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { timesOf } from "~/domain/roundtables/session-times";
import { dayOf } from "~/domain/vetting/vetting";
import { findAhead } from "~/http/ahead.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { ConvenedPage } from "~/ui/roundtables/convened-page";
import { InvitedPage } from "~/ui/roundtables/invited-page";
import { db } from "~db/client.server";

export const handle = { title: "roundtables:one" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const at = now();
  const [id, keys] = [requireId(params.id), await secretKeys()];
  const session = await findRoundtable(db, by, { id, keys, at });
  if (!session) throw notFound();
  const sits = session.convenedAt !== null && (isAuthorityStaff(by) || session.own !== null);
  const common = {
    session,
    sits,
    ahead: sits ? await findAhead(db, by, { id: session.id, keys, at }) : null,
    me: by.memberId,
    timeZone: by.timeZone,
    today: dayOf(at),
    begun: session.startsAt <= at,
    carried: session.cancelledAt || session.endedAt ? [] : await listCarried(db, by, { id, keys }),
  };
  if (!isAuthorityStaff(by)) {
    const invited = session.invitations.map(({ organisationId }) => organisationId);
    const maySend = mayNameAttendees(by, { invited });
    return { as: "invited" as const, ...common, maySend, people: maySend ? await listOwnPeople(db, by) : [] };
  }
  const chairs = mayChair(by, session);
  const ready = readyToClear(session.agenda);
  const isLoose = session.state === "proposed" || session.state === "cleared";
  const hasSpoken = session.clearances.some(({ memberId }) => memberId === by.memberId);
  const kinds = clearanceKinds.filter(
    (kind) =>
      mayClearAgenda(by, session, kind) &&
      !session.clearances.some((one) => one.kind === kind && one.authorityId === by.organisationId),
  );
  return {
    as: "convening" as const,
    ...common,
    ownId: by.organisationId,
    chairs,
    times: timesOf(session),
    hindrance: ready.ok ? null : { reason: ready.reason, facts: ready.facts },
    clearable: isLoose && ready.ok && !hasSpoken && session.writtenBy !== by.memberId ? kinds : [],
    candidates: chairs ? await listOwnCandidates(db, by) : [],
    institutions: chairs
      ? (await listInstitutions(db, by)).map(({ id, shortName, jurisdiction }) => ({
          id,
          shortName,
          jurisdiction,
        }))
      : [],
  };
}

export default function Roundtable() {
  const loaded = useLoaderData<typeof loader>();
  return loaded.as === "convening" ? <ConvenedPage {...loaded} /> : <InvitedPage {...loaded} />;
}
