import { useTranslation } from "react-i18next";
import { partOfInvitationRefused as fieldOf } from "~/domain/vetting/invitation.form";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { ContactFields, type TypedContact } from "./contact-fields";

export type { TypedContact };

type Props = {
  organisationId: string;
  typed?: TypedContact | undefined;
  refusal?: Refusal | undefined;
};

/** Invites a contact of an organisation that nobody has joined. */
export function ContactForm({ organisationId, typed, refusal: earlier }: Props) {
  const { t } = useTranslation("vetting");
  const sentence = useRefusal();
  const language = useLanguage();
  return (
    <ActForm
      action={paths.organisationAct(language, organisationId, "invitation")}
      label={t("invite.another")}
      className="form"
      done={t("invite.sent")}
      made="invitation"
      noticeUnless={({ reason }) => fieldOf(reason) !== undefined}
    >
      {(busy, answered) => {
        const refusal = answered ?? earlier;
        return (
          <>
            <ContactFields
              typed={typed}
              wrong={(name) =>
                refusal && fieldOf(refusal.reason) === name
                  ? sentence(refusal.reason, refusal.facts)
                  : undefined
              }
            />
            <p>
              <Button type="submit" busy={busy}>
                {t("invite.send")}
              </Button>
            </p>
          </>
        );
      }}
    </ActForm>
  );
}
