import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { findPerson } from "~/domain/people/people.server";
import { requireAdministrator } from "~/http/administrators.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Departure } from "~/ui/people/departure";
import { db } from "~db/client.server";

export const handle = { title: "people:endAccess" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireAdministrator(request);
  const person = await findPerson(db, by, requireId(params.id));
  if (!person || person.leftAt) throw notFound();
  return { name: person.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const outcome = await endMembership(db, { memberId: requireId(params.id), by, at: now() });
  return outcome.ok ? redirect(paths.people(requireLanguage(params))) : answerRefusal(outcome);
}

export default function PersonDeparture() {
  const { t } = useTranslation("people");
  const { name } = useLoaderData<typeof loader>();
  const losses = [
    t("departure.loss.sessions"),
    t("departure.loss.tokens"),
    t("departure.loss.invitations"),
    t("departure.loss.mail"),
  ];
  return (
    <Departure
      words={{
        title: t("departure.title", { name }),
        lead: t("departure.lead"),
        losses,
        kept: t("departure.kept"),
        keep: t("departure.keep"),
        do: t("departure.do"),
      }}
      back={paths.people(useLanguage())}
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}
