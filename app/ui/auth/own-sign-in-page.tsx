import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { Notice } from "~/ui/notice/notice";
import { Table } from "~/ui/table/table";
import { OwnTabs } from "./own-tabs";

type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null };
type Props = {
  timeZone: string;
  passkeys: Passkey[];
  passwordSetAt: string | null;
  recoveryCodesLeft: number;
  /** That still work. */
  tokens: number;
};

export function OwnSignInPage({ timeZone, passkeys, passwordSetAt, recoveryCodesLeft, tokens }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  return (
    <article className="own-page">
      <h1>{t("own.title")}</h1>
      <OwnTabs current="signIn" />
      <p>{t("own.lead")}</p>
      <section aria-labelledby="own-passkeys">
        <h2 id="own-passkeys">{t("own.passkeys")}</h2>
        {passkeys.length === 0 ? (
          <EmptyState heading={t("own.noPasskeys")}>
            <p>{t("own.noPasskeysNext")}</p>
          </EmptyState>
        ) : (
          <PasskeyTable passkeys={passkeys} timeZone={timeZone} />
        )}
        <p className="toolbar">
          <LinkButton to={paths.newPasskey(language)} weight={passkeys.length === 0 ? "first" : "second"}>
            {t("own.addPasskey")}
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="own-password">
        <h2 id="own-password">{t("own.password")}</h2>
        <p>
          {passwordSetAt
            ? t("own.passwordSet", { when: formatDate(language, passwordSetAt, timeZone) })
            : t("own.noPassword")}
        </p>
        <div className="toolbar">
          <LinkButton to={paths.myPassword(language)}>
            {passwordSetAt ? t("own.changePassword") : t("own.setPassword")}
          </LinkButton>
          {passwordSetAt && (
            <ActForm action={paths.passwordRemoval(language)} done={t("own.passwordRemoved")}>
              {(busy) => (
                <Button type="submit" weight="danger" busy={busy}>
                  {t("own.removePassword")}
                </Button>
              )}
            </ActForm>
          )}
        </div>
      </section>
      <section aria-labelledby="own-codes">
        <h2 id="own-codes">{t("own.recoveryCodes")}</h2>
        {recoveryCodesLeft === 0 ? (
          <Notice tone="caution">
            <p>{t("own.codesNone")}</p>
          </Notice>
        ) : (
          <p>{t("own.codesLeft", { count: recoveryCodesLeft })}</p>
        )}
        <p className="toolbar">
          <LinkButton to={paths.myRecoveryCodes(language)}>{t("own.newCodes")}</LinkButton>
        </p>
      </section>
      {tokens > 0 && (
        <section aria-labelledby="own-tokens">
          <h2 id="own-tokens">{t("own.tokens")}</h2>
          <p>{t("own.tokensLive", { count: tokens })}</p>
          <p className="toolbar">
            <LinkButton to={paths.myTokens(language)}>{t("own.toTokens")}</LinkButton>
          </p>
        </section>
      )}
    </article>
  );
}

function PasskeyTable({ passkeys, timeZone }: { passkeys: Passkey[]; timeZone: string }) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  return (
    <Table
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", head: t("own.name"), rowHead: true, cell: ({ name }) => name },
        {
          id: "created",
          head: t("own.created"),
          cell: ({ createdAt }) => formatDate(language, createdAt, timeZone),
        },
        {
          id: "used",
          head: t("own.lastUsed"),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? formatDate(language, lastUsedAt, timeZone) : t("own.never"),
        },
        { id: "acts", head: t("own.acts"), cell: (passkey) => <PasskeyActs {...passkey} /> },
      ]}
    />
  );
}

const unnamed = "passkey_unnamed";

function PasskeyActs({ id, name }: Passkey) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <div className="passkey-acts">
      <details>
        <summary>{t("own.rename")}</summary>
        <ActForm
          action={paths.passkey(language, id, "name")}
          done={t("own.nameSaved")}
          noticeUnless={({ reason }) => reason === unnamed}
        >
          {(busy, refusal) => (
            <>
              <TextField
                label={t("own.nameOf")}
                name="name"
                defaultValue={name}
                required
                maxLength={60}
                error={refusal?.reason === unnamed && sentence(unnamed)}
              />
              <Button type="submit" size="small" busy={busy}>
                {t("own.saveName")}
              </Button>
            </>
          )}
        </ActForm>
      </details>
      <ActForm action={paths.passkey(language, id, "removal")} done={t("own.removed", { name })}>
        {(busy) => (
          <Button
            type="submit"
            weight="danger"
            size="small"
            busy={busy}
            aria-label={t("own.removeNamed", { name })}
          >
            {t("own.remove")}
          </Button>
        )}
      </ActForm>
    </div>
  );
}
