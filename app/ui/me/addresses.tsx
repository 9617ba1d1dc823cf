import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import { formatDate, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Revocable } from "~/ui/auth/revocable";
import { TextField } from "~/ui/field/text-field";
import { Table } from "~/ui/table/table";

/** A secret address at which a program reads something of the member's without signing in. */
export type Address = {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};
export type MakingAnswer = { refusal: Refusal; typed?: { name: string } | undefined } | undefined;

export function AddressForm({ hint, answer }: { hint: string; answer: MakingAnswer }) {
  const { t } = useTranslation("calendar");
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  return (
    <Form method="post" className="form">
      <TextField
        label={t("name")}
        hint={hint}
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

type Props = {
  addresses: Address[];
  timeZone: string;
  /** Where each is revoked. */
  revocation(language: Language, id: string): string;
};

export function AddressTable({ addresses, timeZone, revocation }: Props) {
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
                action={revocation(language, id)}
                done={t("revokedNamed", { name })}
              />
            ),
        },
      ]}
    />
  );
}
