import { useTranslation } from "react-i18next";
import { mostSeats } from "~/domain/roundtables/roundtable";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { usePlaceName } from "~/ui/place/use-place-name";
import { Table } from "~/ui/table/table";
import { CoverWords } from "~/ui/vetting/cover-words";

export type KnownInstitution = { id: string; shortName: string; jurisdiction: string };
type Props = {
  session: FoundRoundtable;
  today: string;
  /** Whom the reader could invite; null: nobody. */
  institutions: KnownInstitution[] | null;
};

/** Institutions with their legal cover, their seats and whom they send. */
export function InvitedTable({ session, today, institutions }: Props) {
  const { t } = useTranslation("roundtables");
  const { country } = usePlaceName();
  const language = useLanguage();
  const { id, invitations } = session;
  const others = institutions?.filter((one) =>
    invitations.every(({ organisationId }) => organisationId !== one.id),
  );
  return (
    <>
      {invitations.length === 0 ? (
        <EmptyState heading={t("invitations.none")}>
          <p>{t(institutions ? "invitations.noneNext" : "invitations.noneYet")}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t("invitations.heading")}
          quietCaption
          rows={invitations}
          rowKey={({ organisationId }) => organisationId}
          columns={[
            {
              id: "institution",
              head: t("invitations.institution"),
              rowHead: true,
              cell: ({ shortName, jurisdiction }) => (
                <>
                  {shortName} <span className="quiet">{country(jurisdiction)}</span>
                </>
              ),
            },
            {
              id: "cover",
              head: t("cover"),
              cell: ({ cover }) => <CoverWords cover={cover} today={today} />,
            },
            {
              id: "seats",
              head: t("invitations.seats"),
              cell: ({ seats, attendees }) => (
                <>
                  {t("seats.of", { taken: attendees.length, seats })}
                  {attendees.length > 0 && (
                    <ul className="session-seats">
                      {attendees.map((seat) => (
                        <li key={seat.id}>
                          <span>{seat.name}</span>{" "}
                          <span className="quiet">
                            {t(seat.answer ? `answer.${seat.answer}` : "answer.waiting")}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </>
              ),
            },
            ...(institutions
              ? [
                  {
                    id: "act",
                    head: t("invitations.acts"),
                    cell: ({ organisationId, shortName }: FoundRoundtable["invitations"][number]) => (
                      <ActForm
                        action={paths.roundtableTaking(language, id, "invitations", organisationId)}
                        label={t("invitations.take", { name: shortName })}
                        className="act-inline"
                      >
                        {(busy) => (
                          <Button
                            type="submit"
                            size="small"
                            busy={busy}
                            aria-label={t("invitations.take", { name: shortName })}
                          >
                            {t("invitations.takeAct")}
                          </Button>
                        )}
                      </ActForm>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {others && others.length > 0 && (
        <ActForm
          action={paths.roundtableAct(language, id, "invitations")}
          label={t("invitations.invite")}
          clears
        >
          {(busy) => (
            <>
              <Select
                name="organisationId"
                label={t("invitations.institution")}
                options={others.map((one) => ({
                  value: one.id,
                  name: `${one.shortName} · ${country(one.jurisdiction)}`,
                }))}
              />
              <TextField
                name="seats"
                type="number"
                min={1}
                max={mostSeats}
                label={t("invitations.seatsWanted")}
                defaultValue="2"
                required
              />
              <Button type="submit" busy={busy}>
                {t("invitations.invite")}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </>
  );
}
