import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { FoundVault } from "~/domain/vaults/vaults.server";
import { formatDate, formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Facts } from "~/ui/table/facts";
import { DisclosureList } from "./disclosure-list";
import { HoldSection } from "./hold-section";
import { ProofTable } from "./proof-table";
import { SealSection } from "./seal-section";

type Props = {
  vault: FoundVault;
  /** Null: destroyed with the rest. */
  title: Text | null;
  timeZone: string;
  me: string;
  chairs: boolean;
  /** Whether the reader accepted the terms of the room. */
  entered: boolean;
  convenes: boolean;
  mayEnd: boolean;
  mayClose: boolean;
  mayHold: boolean;
};

/** How long the record of a session is kept, whether it is whole, who holds it, and who took copies of it. */
export function RecordPage(props: Props) {
  const { vault, title, timeZone, me, chairs, entered, convenes, mayEnd, mayClose, mayHold } = props;
  const { t } = useTranslation("vaults");
  const language = useLanguage();
  const when = (at: Date) => formatInstantShort(language, at, timeZone);
  const heading = title
    ? t("of", { title: title[language] || title.es || title.en })
    : t("ofDay", { day: formatDate(language, vault.startsAt, timeZone) });
  return (
    <article className="rounds roundtable">
      <p className="overline">
        {title ? (
          <Link to={paths.roundtable(language, vault.id)}>{t("back")}</Link>
        ) : (
          <Link to={paths.roundtables(language)}>{t("list")}</Link>
        )}
      </p>
      <h1>{heading}</h1>
      <Facts
        across
        facts={[
          { name: t("stage.name"), value: <Stage vault={vault} timeZone={timeZone} /> },
          vault.purgedAt === null && {
            name: t("keptUntil"),
            value: [
              formatDate(language, vault.purgeAt, timeZone),
              t(vault.held ? "keptHeld" : "keptUntilMeans"),
            ],
          },
        ]}
      />
      {mayEnd && <RecordAct id={vault.id} act="ending" />}
      {mayClose && <RecordAct id={vault.id} act="closing" />}
      <SealSection vault={vault} />
      {entered && vault.purgedAt === null && <CopyRecord id={vault.id} />}
      {vault.proof.length > 0 && <ProofTable proof={vault.proof} when={when} />}
      {(convenes || mayHold) && vault.purgedAt === null && (
        <HoldSection vault={vault} me={me} mayHold={mayHold} when={when} />
      )}
      <DisclosureList disclosures={vault.disclosures} ofAll={chairs || vault.purgedAt !== null} when={when} />
    </article>
  );
}

function Stage({ vault, timeZone }: { vault: FoundVault; timeZone: string }) {
  const { t } = useTranslation("vaults");
  const language = useLanguage();
  const told = (at: Date) => ({ at: formatInstantShort(language, at, timeZone) });
  if (vault.purgedAt) return t("stage.purged", told(vault.purgedAt));
  if (vault.cancelledAt) return t("stage.cancelled");
  if (vault.closedAt) return t("stage.closed", told(vault.closedAt));
  if (vault.endedAt) return t("stage.ended", told(vault.endedAt));
  return t("stage.before");
}

function RecordAct({ id, act }: { id: string; act: "ending" | "closing" }) {
  const { t } = useTranslation("vaults");
  const language = useLanguage();
  return (
    <section aria-labelledby={act}>
      <h2 id={act}>{t(`${act}.heading`)}</h2>
      <p>{t(`${act}.lead`)}</p>
      <ActForm action={paths.roundtableAct(language, id, act)} label={t(`${act}.heading`)}>
        {(busy) => (
          <Button type="submit" weight="first" busy={busy}>
            {t(`${act}.act`)}
          </Button>
        )}
      </ActForm>
    </section>
  );
}

/** An ordinary form: what comes back is a file. */
function CopyRecord({ id }: { id: string }) {
  const { t } = useTranslation("vaults");
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">{t("copy.heading")}</h2>
      <p>{t("copy.lead")}</p>
      <form method="post" action={paths.roundtableRecordCopy(useLanguage(), id)} className="act">
        <Button type="submit">{t("copy.act")}</Button>
      </form>
    </section>
  );
}
