import { useTranslation } from "react-i18next";
import type { GivenRole } from "~/domain/members/role";
import type { Refusal } from "~/http/outcomes";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { OwnTabs } from "~/ui/auth/own-tabs";
import { Notice } from "~/ui/notice/notice";
import { useRoleName } from "~/ui/role/use-role-name";
import { Facts } from "~/ui/table/facts";
import { ProfileForm, type ProfileTyped } from "./profile-form";

type Props = {
  member: {
    name: string;
    language: "es" | "en";
    timeZone: string;
    organisation: string;
    email: string;
    since: Date | null;
    roles: GivenRole[];
  };
  timeZones: { value: string; name: string }[];
  /** The part that has just been saved. */
  saved: string | null;
  answer: { refusal?: Refusal; typed?: ProfileTyped | undefined } | undefined;
};

/** A member's own page: what is theirs to say, and what others decided. */
export function MyPage({ member, timeZones, saved, answer }: Props) {
  const { t } = useTranslation("me");
  const language = useLanguage();
  const role = useRoleName();
  const { organisation, email, since, roles, timeZone } = member;
  const roleNames = roles.length > 0 ? role.names(roles) : t("noRoles");
  return (
    <article className="people-page">
      <header>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </header>
      <OwnTabs current="me" />
      <Facts
        across
        lined
        facts={[
          { name: t("organisation"), value: organisation },
          {
            name: t("roles"),
            value: [
              roleNames,
              <span key="by" className="quiet">
                {t("rolesBy")}
              </span>,
            ],
          },
          {
            name: t("email"),
            value: [
              email,
              <span key="hint" className="quiet">
                {t("emailHint")}
              </span>,
            ],
          },
          since && { name: t("memberSince"), value: formatDate(language, since, timeZone) },
        ]}
      />
      <section aria-labelledby="profile">
        <h2 id="profile">{t("profile")}</h2>
        {saved === "profile" && !answer && (
          <Notice live>
            <p>{t("saved")}</p>
          </Notice>
        )}
        <ProfileForm member={member} timeZones={timeZones} answer={answer} />
      </section>
      <section aria-labelledby="notices">
        <h2 id="notices">{t("notices")}</h2>
        <p className="quiet">{t("noticesLead")}</p>
        <p>
          <LinkButton to={paths.myNotices(language)}>{t("noticesLink")}</LinkButton>
        </p>
      </section>
      <section aria-labelledby="leave">
        <h2 id="leave">{t("leave", { organisation })}</h2>
        <p className="quiet">{t("leaveLead")}</p>
        <p>
          <LinkButton to={paths.myDeparture(language)} weight="danger">
            {t("leaveLink")}
          </LinkButton>
        </p>
      </section>
    </article>
  );
}
