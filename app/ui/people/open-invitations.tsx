import { useTranslation } from "react-i18next";
import type { InvitationLetter } from "~/domain/invitations/invitation";
import type { GivenRole } from "~/domain/members/role";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { useRoleName } from "~/ui/role/use-role-name";
import { Table } from "~/ui/table/table";
import { LetterWords } from "./letter-words";

export type OpenInvitation = {
  id: string;
  email: string;
  name: string | null;
  roles: GivenRole[];
  invitedBy: string;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
  letter: InvitationLetter | null;
};

export function OpenInvitations({
  invitations,
  timeZone,
}: {
  invitations: OpenInvitation[];
  timeZone: string;
}) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const role = useRoleName();
  return (
    <Table
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "email",
          head: t("email"),
          rowHead: true,
          cell: ({ email, name }) => (
            <>
              {email}
              {name && <span className="second-line">{name}</span>}
            </>
          ),
        },
        { id: "roles", head: t("roles"), cell: ({ roles }) => role.names(roles) },
        { id: "by", head: t("invitedBy"), cell: ({ invitedBy }) => invitedBy },
        {
          id: "sent",
          head: t("sent"),
          cell: ({ sentAt, letter }) => (
            <>
              {formatDate(language, sentAt, timeZone)}
              <LetterWords letter={letter} />
            </>
          ),
        },
        {
          id: "term",
          head: t("term"),
          cell: ({ expiresAt, expired }) => {
            const at = formatDate(language, expiresAt, timeZone);
            return expired ? <strong className="is-over">{t("expired", { at })}</strong> : at;
          },
        },
        { id: "acts", head: t("acts"), cell: (invitation) => <Acts invitation={invitation} /> },
      ]}
    />
  );
}

function Acts({ invitation: { id, email } }: { invitation: OpenInvitation }) {
  const { t } = useTranslation("people");
  const language = useLanguage();
  return (
    <span className="row-acts">
      <ActForm
        action={paths.invitationAct(language, id, "sending")}
        className="row-act"
        done={t("resentTo", { email })}
      >
        {(busy) => (
          <Button type="submit" size="small" busy={busy} aria-label={t("resendTo", { email })}>
            {t("resend")}
          </Button>
        )}
      </ActForm>
      <ActForm
        action={paths.invitationAct(language, id, "withdrawal")}
        className="row-act"
        done={t("withdrawnFrom", { email })}
      >
        {(busy) => (
          <Button
            type="submit"
            size="small"
            weight="danger"
            busy={busy}
            aria-label={t("withdrawFrom", { email })}
          >
            {t("withdraw")}
          </Button>
        )}
      </ActForm>
    </span>
  );
}
