import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OccasionKind } from "~/domain/calendar/occasion";
import type { Refusal } from "~/http/outcomes";
import { formatDate, formatDay, formatInstant, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { MadeSecret } from "~/ui/auth/made-secret";
import { OwnTabs } from "~/ui/auth/own-tabs";
import { Revocable } from "~/ui/auth/revocable";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

type Dated = {
  who: string | null;
  uid: string;
  when: { day: string } | { at: Date };
  title: string;
  text: string;
  path: string;
};
type Address = {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};
type Props = {
  dates: Dated[];
  kinds: OccasionKind[];
  addresses: Address[];
  timeZone: string;
  made: string | undefined;
  answer: { refusal: Refusal; typed?: { name: string } | undefined } | undefined;
};

export function CalendarPage({ dates, kinds, addresses, timeZone, made, answer }: Props) {
  const { t } = useTranslation("calendar");
  return (
    <article className="own-page">
      <h1>{t("title")}</h1>
      <OwnTabs current="calendar" />
      <p>{t("lead")}</p>
      <p>{t("careful")}</p>
      {made && (
        <MadeSecret heading={t("made")} secret={made} copy={t("copy")}>
          <p>{t("how")}</p>
        </MadeSecret>
      )}
      <section aria-labelledby="own-dates">
        <h2 id="own-dates">{t("upcoming")}</h2>
        {dates.length === 0 ? <NoDates kinds={kinds} /> : <DateTable dates={dates} timeZone={timeZone} />}
      </section>
      <section aria-labelledby="own-addresses">
        <h2 id="own-addresses">{t("yours")}</h2>
        {addresses.length === 0 ? (
          <EmptyState heading={t("none")}>
            <p>{t("noneNext")}</p>
          </EmptyState>
        ) : (
          <AddressTable addresses={addresses} timeZone={timeZone} />
        )}
      </section>
      <section aria-labelledby="new-address">
        <h2 id="new-address">{t("makeTitle")}</h2>
        <AddressForm answer={answer} key={made} />
      </section>
    </article>
  );
}

function NoDates({ kinds }: Pick<Props, "kinds">) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const named = kinds.map((kind) => t(`brief.${kind}`));
  return (
    <EmptyState heading={t("nothing")}>
      {named.length > 0 && <p>{t("nothingNext", { kinds: formatList(language, named) })}</p>}
    </EmptyState>
  );
}

function DateTable({ dates, timeZone }: Pick<Props, "dates" | "timeZone">) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  return (
    <Table
      rows={dates}
      rowKey={({ uid }) => uid}
      columns={[
        {
          id: "when",
          head: t("when"),
          cell: ({ when }) =>
            "day" in when ? formatDay(language, when.day) : formatInstant(language, when.at, timeZone),
        },
        {
          id: "what",
          head: t("what"),
          rowHead: true,
          cell: ({ title, path, who }) => (
            <>
              <Link to={path}>{title}</Link> {who && <span className="aside">{who}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function AddressForm({ answer }: Pick<Props, "answer">) {
  const { t } = useTranslation("calendar");
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  return (
    <Form method="post" className="form">
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        required
        maxLength={60}
        defaultValue={answer?.typed?.name}
        error={refusal && sentence(refusal.reason, refusal.facts)}
      />
      <p className="toolbar">
        <Button type="submit" weight="first">
          {t("make")}
        </Button>
      </p>
    </Form>
  );
}

function AddressTable({ addresses, timeZone }: Pick<Props, "addresses" | "timeZone">) {
  const { t } = useTranslation(["calendar", "auth"]);
  const language = useLanguage();
  const day = (at: string) => formatDate(language, at, timeZone);
  return (
    <Table
      rows={addresses}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", head: t("name"), rowHead: true, cell: ({ name }) => name },
        { id: "created", head: t("created"), cell: ({ createdAt }) => day(createdAt) },
        {
          id: "used",
          head: t("lastUsed"),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? formatInstant(language, lastUsedAt, timeZone) : t("auth:own.never"),
        },
        {
          id: "state",
          head: t("state"),
          cell: ({ id, name, revokedAt }) =>
            revokedAt ? (
              t("revoked")
            ) : (
              <Revocable
                live={t("live")}
                act={t("revoke")}
                actNamed={t("revokeNamed", { name })}
                action={paths.calendarRevocation(language, id)}
                done={t("revokedNamed", { name })}
              />
            ),
        },
      ]}
    />
  );
}
