import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { OrganisationKind, Role } from "~/domain/members/viewer";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRoleName } from "~/ui/role/use-role-name";

export type Person = {
  key: string;
  name: string;
  organisation: string;
  kind: OrganisationKind;
  roles: { role: Role; language: Language | "" }[];
};

const kinds = ["authority", "institution", "guild", "civil", "operator"] as const;

type Props = { people: Person[]; receipt: { roundId: string; secret: string }; next: string };

/** Everyone of the demo by organisation; one click to be them. */
export function DemoPage({ people, receipt, next }: Props) {
  const { t } = useTranslation("demo");
  const language = useLanguage();
  return (
    <div className="demo">
      <h1>{t("title")}</h1>
      <p>{t(people.length > 0 ? "lead" : "none")}</p>
      {kinds
        .map((kind) => ({ kind, ofKind: people.filter((person) => person.kind === kind) }))
        .filter(({ ofKind }) => ofKind.length > 0)
        .map(({ kind, ofKind }) => (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind}>{t(`kind.${kind}`)}</h2>
            {[...new Set(ofKind.map(({ organisation }) => organisation))].map((organisation) => (
              <section key={organisation} className="demo-house" aria-label={organisation}>
                <h3>{organisation}</h3>
                <ul className="people">
                  {ofKind
                    .filter((person) => person.organisation === organisation)
                    .map((person) => (
                      <li key={person.key}>
                        <Entrance person={person} next={next} />
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </section>
        ))}
      {people.length > 0 && (
        <section aria-labelledby="receipt">
          <h2 id="receipt">{t("receipt.title")}</h2>
          <p>{t("receipt.lead")}</p>
          <p>
            <code>{receipt.secret}</code>
          </p>
          <p>
            <a href={paths.receipts(language, receipt.roundId)}>{t("receipt.open")}</a>
          </p>
        </section>
      )}
    </div>
  );
}

function Entrance({ person: { key, name, roles }, next }: { person: Person; next: string }) {
  const { t } = useTranslation("demo");
  const role = useRoleName();
  return (
    <form method="post" action={paths.demoSession()}>
      <input type="hidden" name="persona" value={key} />
      {next !== "" && <input type="hidden" name="next" value={next} />}
      <button type="submit" aria-label={t("enterAs", { name })}>
        {name}
      </button>
      <p>{role.names(roles)}</p>
      <p>
        <code>{key}</code>
      </p>
    </form>
  );
}
