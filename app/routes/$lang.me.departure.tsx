import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireMember, requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Departure } from "~/ui/people/departure";
import { db } from "~db/client.server";

export const handle = { title: "me:leaveLink" };

export async function loader({ request }: LoaderFunctionArgs) {
  return { organisation: (await requireMember(request)).organisation };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const outcome = await endMembership(db, { memberId: by.memberId, by, at: now() });
  return outcome.ok ? redirectDocument(paths.home(requireLanguage(params))) : answerRefusal(outcome);
}

export default function MyDeparture() {
  const { t } = useTranslation("me");
  const { organisation } = useLoaderData<typeof loader>();
  const losses = [
    t("departure.loss.sessions"),
    t("departure.loss.tokens"),
    t("departure.loss.invitations"),
    t("departure.loss.mail"),
  ];
  return (
    <Departure
      words={{
        title: t("departure.title", { organisation }),
        lead: t("departure.lead"),
        losses,
        kept: t("departure.kept"),
        keep: t("departure.keep"),
        do: t("departure.do", { organisation }),
      }}
      back={paths.me(useLanguage())}
      refusal={useActionData<typeof action>()?.refusal}
    />
  );
}
