import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { Notice } from "~/ui/notice/notice";
import { Table } from "~/ui/table/table";
import { type OpenInvitation, OpenInvitations } from "./open-invitations";
import { PeopleTable, type Person } from "./people-table";

type Props = {
  organisation: string;
  viewerId: string;
  timeZone: string;
  people: Person[];
  left: Person[];
  invitations: OpenInvitation[];
};

/** The administrator's page: who takes part, who is invited, who has left. */
export function PeoplePage({ organisation, viewerId, timeZone, people, left, invitations }: Props) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const administrators = people.filter(({ roles }) => roles.some(({ role }) => role === "administrator"));
  return (
    <article className="people-page">
      <header>
        <h1>{t("heading", { organisation })}</h1>
        <p>{t("lead")}</p>
        <p>
          <LinkButton weight="first" to={paths.newInvitation(language)}>
            {t("invite")}
          </LinkButton>
        </p>
      </header>
      {administrators.length === 1 && people.length > 1 && (
        <Notice tone="caution">
          <p>{t("lone")}</p>
        </Notice>
      )}
      <section aria-labelledby="members">
        <h2 id="members">{t("members")}</h2>
        <PeopleTable people={people} viewerId={viewerId} timeZone={timeZone} />
      </section>
      <section aria-labelledby="invitations">
        <h2 id="invitations">{t("invitations")}</h2>
        {invitations.length === 0 ? (
          <p className="quiet">
            {t("noInvitations")} <Link to={paths.newInvitation(language)}>{t("invite")}</Link>
          </p>
        ) : (
          <OpenInvitations invitations={invitations} timeZone={timeZone} />
        )}
      </section>
      {left.length > 0 && (
        <section aria-labelledby="left">
          <h2 id="left">{t("left")}</h2>
          <p className="quiet">{t("leftNote")}</p>
          <Table
            rows={left}
            rowKey={({ id }) => id}
            columns={[
              { id: "name", head: t("name"), rowHead: true, cell: ({ name }) => name },
              { id: "since", head: t("since"), cell: (one) => formatDate(language, one.createdAt, timeZone) },
              {
                id: "until",
                head: t("leftAt"),
                cell: ({ leftAt }) => leftAt && formatDate(language, leftAt, timeZone),
              },
            ]}
          />
        </section>
      )}
    </article>
  );
}
