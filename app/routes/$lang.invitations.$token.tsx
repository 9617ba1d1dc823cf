import { randomBytes } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { joinOrganisation } from "~/domain/auth/join-organisation.server";
import { refused } from "~/domain/outcome";
import { env } from "~/env.server";
import { invitationAt } from "~/http/invitations.server";
import { requireLanguage } from "~/http/language";
import { statusOf } from "~/http/outcomes";
import { totpFor } from "~/http/proposed-totp.server";
import { secretKeys } from "~/http/secret-keys.server";
import { typedText } from "~/http/typed-text";
import { signedInCookies, visitOf } from "~/http/visit.server";
import { isLanguage } from "~/i18n/language";
import { timeZoneChoices } from "~/i18n/time-zone-choices.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { LinkButton } from "~/ui/action/link-button";
import { JoinPage } from "~/ui/auth/join-page";
import { RecoveryCodeList } from "~/ui/auth/recovery-code-list";
import { ArrivalHeading } from "~/ui/page/arrival-heading";
import { db } from "~db/client.server";

export const handle = { title: "auth:join.way" };

// The link is a secret: no page that it leads to may learn it.
export const headers = () => ({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });

/** Opening the link changes nothing: mail scanners follow every link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const token = params.token ?? "";
  const found = await invitationAt(context, token);
  if (!found.ok && found.reason === "too_many_attempts") {
    return data({ state: "unread" as const, facts: found.facts }, { status: statusOf(found) });
  }
  if (!found.ok) return data({ state: "unknown" as const }, { status: 404 });
  const invitation = found.value;
  if (invitation.state !== "open") return data({ state: invitation.state }, { status: 410 });
  const { organisation, email } = invitation;
  const timeZone = organisation.jurisdiction === "US" ? "America/New_York" : "America/Mexico_City";
  return data({
    state: invitation.state,
    token,
    zones: timeZoneChoices(language, now(), timeZone),
    totp: (await totpFor(email)).totp,
    you: {
      name: invitation.name ?? "",
      language: invitation.language,
      timeZone,
    },
    invitation: {
      organisation: organisation[language],
      email,
      invitedBy: invitation.invitedBy,
      roles: invitation.roles,
      expiresAt: invitation.expiresAt,
      isFirst: invitation.kind === "organisation",
    },
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const at = now();
  const token = params.token ?? "";
  const found = await invitationAt(context, token);
  // The page of the loader says what became of a link that was replaced while its form was filled in.
  if (!found.ok) return data(undefined, { status: statusOf(found) });
  const invitation = found.value;
  const typed = typedText(await request.formData());
  const spoken = typed("language");
  const you = {
    name: typed("name"),
    language: isLanguage(spoken) ? spoken : language,
    timeZone: typed("timeZone"),
  };
  const passkey = typed("passkey");
  const { totp, known } = await totpFor(invitation.email, typed("totp"));
  const { visit, deviceCookie } = visitOf(request);
  const outcome =
    passkey === "" && !known
      ? refused("totp_stale")
      : await joinOrganisation(db, {
          ...you,
          token,
          way:
            passkey === ""
              ? { password: typed("password"), secret: totp.secret, code: typed("code") }
              : { passkey, passkeyName: visit.device },
          site: env(),
          visit,
          address: context.address,
          keys: await secretKeys(),
          random: randomBytes(160),
          at,
        });
  if (!outcome.ok) {
    const { reason, facts } = outcome;
    const way = passkey === "" ? ("password" as const) : ("passkey" as const);
    return data({ refusal: { reason, facts }, you, totp, way }, { status: statusOf(outcome) });
  }
  return data(
    { codes: outcome.value.codes, organisation: invitation.organisation[language] },
    // Said, for the loader runs after this and finds the link used: gone.
    { status: 200, headers: signedInCookies(outcome.value.cookie, deviceCookie) },
  );
}

export default function Invitation() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const sentence = useRefusal();
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer) {
    return (
      <article className="narrow-page">
        <ArrivalHeading>{t("join.welcome")}</ArrivalHeading>
        <p>{t("join.joined", answer)}</p>
        <p>{t("codes.how")}</p>
        <RecoveryCodeList codes={answer.codes} />
        <p className="toolbar">
          <LinkButton to={paths.today(language)} weight="first" reloadDocument>
            {t("codes.kept")}
          </LinkButton>
        </p>
      </article>
    );
  }
  if (shown.state === "open") return <JoinPage {...shown} />;
  return (
    <article className="narrow-page">
      <h1>{t("join.deadTitle")}</h1>
      <p>
        {shown.state === "unread"
          ? sentence("too_many_attempts", shown.facts)
          : sentence(`invitation_${shown.state}`)}
      </p>
      <p>
        <Link to={paths.signIn(language)}>{t("join.toSignIn")}</Link>
      </p>
    </article>
  );
}
