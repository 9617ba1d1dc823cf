import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { GivenRole } from "~/domain/members/role";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRoleName } from "~/ui/role/use-role-name";
import { Table } from "~/ui/table/table";

export type Person = {
  id: string;
  name: string;
  email: string;
  roles: GivenRole[];
  createdAt: Date;
  leftAt: Date | null;
};
type Props = { people: Person[]; viewerId: string; timeZone: string };

export function PeopleTable({ people, viewerId, timeZone }: Props) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const role = useRoleName();
  return (
    <Table
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: t("name"),
          rowHead: true,
          cell: ({ id, name, email }) => (
            <>
              {name}
              {id === viewerId && <span className="quiet"> ({t("you")})</span>}
              <span className="second-line">{email}</span>
            </>
          ),
        },
        { id: "roles", head: t("roles"), cell: ({ roles }) => role.names(roles) },
        { id: "since", head: t("since"), cell: (one) => formatDate(language, one.createdAt, timeZone) },
        {
          id: "acts",
          head: t("acts"),
          cell: ({ id, name }) => (
            <span className="row-acts">
              <Link to={paths.personRoles(language, id)} aria-label={t("changeRolesOf", { name })}>
                {t("changeRoles")}
              </Link>
              {id !== viewerId && (
                <Link to={paths.personDeparture(language, id)} aria-label={t("endAccessOf", { name })}>
                  {t("endAccess")}
                </Link>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
