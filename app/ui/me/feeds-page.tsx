import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MadeSecret } from "~/ui/auth/made-secret";
import { OwnTabs } from "~/ui/auth/own-tabs";
import { EmptyState } from "~/ui/notice/empty-state";
import { type Address, AddressForm, AddressTable, type MakingAnswer } from "./addresses";

type Props = { addresses: Address[]; timeZone: string; made: string | undefined; answer: MakingAnswer };

export function FeedsPage({ addresses, timeZone, made, answer }: Props) {
  const { t } = useTranslation(["feeds", "calendar"]);
  const language = useLanguage();
  return (
    <article className="own-page">
      <h1>{t("title")}</h1>
      <OwnTabs current="feeds" />
      <p>{t("lead")}</p>
      <p>{t("careful")}</p>
      <p>
        <a href={paths.feed(language)}>{t("public")}</a>
      </p>
      {made && (
        <MadeSecret heading={t("calendar:made")} secret={made} copy={t("calendar:copy")}>
          <p>{t("how")}</p>
        </MadeSecret>
      )}
      <section aria-labelledby="own-addresses">
        <h2 id="own-addresses">{t("calendar:yours")}</h2>
        {addresses.length === 0 ? (
          <EmptyState heading={t("none")}>
            <p>{t("calendar:noneNext")}</p>
          </EmptyState>
        ) : (
          <AddressTable addresses={addresses} timeZone={timeZone} revocation={paths.feedRevocation} />
        )}
      </section>
      <section aria-labelledby="new-address">
        <h2 id="new-address">{t("calendar:makeTitle")}</h2>
        <AddressForm hint={t("nameHint")} answer={answer} key={made} />
      </section>
    </article>
  );
}
