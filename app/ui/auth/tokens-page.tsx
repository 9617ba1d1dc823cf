import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Scope } from "~/domain/auth/scope";
import type { OrganisationKind } from "~/domain/members/viewer";
import type { Refusal } from "~/http/outcomes";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { MadeSecret } from "./made-secret";
import { OwnTabs } from "./own-tabs";
import { Revocable } from "./revocable";

type Token = {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  state: "live" | "expired" | "revoked";
};
type Typed = { name: string; scopes: string[]; days: string };
type Props = {
  tokens: Token[];
  periods: readonly number[];
  /** Of the reader's organisation: the same scope is for other work there. */
  kind: OrganisationKind;
  usable: readonly Scope[];
  timeZone: string;
  made: string | undefined;
  answer: { refusal: Refusal; typed?: Typed | undefined } | undefined;
};

/** What an institution drafts and signs is its answers. */
function wordFor(scope: Scope, kind: OrganisationKind) {
  if (kind !== "institution") return scope;
  return scope === "draft" ? "fillAnswers" : scope === "sign" ? "signAnswers" : scope;
}

export function TokensPage({ tokens, periods, kind, usable, timeZone, made, answer }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  return (
    <article className="own-page">
      <h1>{t("tokens.title")}</h1>
      <OwnTabs current="tokens" />
      <p>{t("tokens.lead")}</p>
      {made && <MadeSecret heading={t("tokens.made")} secret={made} copy={t("tokens.copy")} />}
      <section aria-labelledby="own-tokens">
        <h2 id="own-tokens">{t("tokens.yours")}</h2>
        {tokens.length === 0 ? (
          <EmptyState heading={t("tokens.none")}>
            <p>{t("tokens.noneNext")}</p>
          </EmptyState>
        ) : (
          <TokenTable tokens={tokens} kind={kind} timeZone={timeZone} />
        )}
        {tokens.some(({ state }) => state === "live") && (
          <ActForm action={paths.tokensRevocation(language)} done={t("tokens.revokedAll")}>
            {(busy) => (
              <Button type="submit" weight="danger" busy={busy}>
                {t("tokens.revokeAll")}
              </Button>
            )}
          </ActForm>
        )}
      </section>
      <section aria-labelledby="new-token">
        <h2 id="new-token">{t("tokens.new")}</h2>
        <TokenForm periods={periods} kind={kind} usable={usable} answer={answer} key={made} />
      </section>
    </article>
  );
}

function TokenForm({ periods, kind, usable, answer }: Pick<Props, "periods" | "kind" | "usable" | "answer">) {
  const { t } = useTranslation("auth");
  const sentence = useRefusal();
  const reason = answer?.refusal.reason ?? "";
  const at = (...reasons: string[]) =>
    reasons.includes(reason) ? sentence(reason, answer?.refusal.facts) : undefined;
  return (
    <Form method="post" className="form">
      <TextField
        label={t("tokens.name")}
        hint={t("tokens.nameHint")}
        name="name"
        required
        maxLength={60}
        defaultValue={answer?.typed?.name}
        error={at("token_unnamed", "too_long")}
      />
      <Choices
        kind="several"
        name="scopes"
        label={t("tokens.scopes")}
        column
        chosen={answer?.typed?.scopes ?? ["read"]}
        choices={usable.map((scope) => ({
          value: scope,
          name: t(`tokens.scope.${wordFor(scope, kind)}`),
          hint: t(`tokens.scopeHint.${wordFor(scope, kind)}`),
        }))}
        error={at("token_without_scope", "token_scope_unusable")}
      />
      <Select
        label={t("tokens.days")}
        name="days"
        defaultValue={answer?.typed?.days ?? "30"}
        options={periods.map((days) => ({
          value: String(days),
          name: t("tokens.daysCount", { count: days }),
        }))}
        error={at("token_days_unknown")}
      />
      <p className="toolbar">
        <Button type="submit" weight="first">
          {t("tokens.make")}
        </Button>
      </p>
    </Form>
  );
}

function TokenTable({ tokens, kind, timeZone }: Pick<Props, "tokens" | "kind" | "timeZone">) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const day = (at: string) => formatDate(language, at, timeZone);
  return (
    <Table
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", head: t("tokens.name"), rowHead: true, cell: ({ name }) => name },
        {
          id: "scopes",
          head: t("tokens.scopes"),
          cell: (token) => token.scopes.map((scope) => t(`tokens.scope.${wordFor(scope, kind)}`)).join(", "),
        },
        { id: "created", head: t("tokens.created"), cell: ({ createdAt }) => day(createdAt) },
        { id: "until", head: t("tokens.until"), cell: ({ expiresAt }) => day(expiresAt) },
        {
          id: "used",
          head: t("tokens.lastUsed"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? day(lastUsedAt) : t("own.never")),
        },
        {
          id: "state",
          head: t("tokens.state"),
          cell: ({ id, name, state }) =>
            state === "live" ? (
              <Revocable
                live={t("tokens.live")}
                act={t("tokens.revoke")}
                actNamed={t("tokens.revokeNamed", { name })}
                action={paths.tokenRevocation(language, id)}
                done={t("tokens.revokedNamed", { name })}
              />
            ) : (
              t(`tokens.${state}`)
            ),
        },
      ]}
    />
  );
}
