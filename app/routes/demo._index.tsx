import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listDemoPeople } from "~/domain/members/demo-people.server";
import { requireDemo } from "~/http/demo.server";
import { ownAddress, paths } from "~/paths";
import { db } from "~db/client.server";

export const handle = { title: "demo:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  requireDemo();
  const { searchParams } = new URL(request.url);
  const people = await listDemoPeople(db);
  return {
    next: ownAddress(searchParams.get("next")) ?? "",
    people: people.map(({ key, viewer }) => ({
      key,
      name: viewer.name,
      organisation: viewer.organisation,
      kind: viewer.organisationKind,
      roles: viewer.roles,
    })),
  };
}

export default function Demo() {
  const { t } = useTranslation("demo");
  const { people, next } = useLoaderData<typeof loader>();
  const kinds = ["authority", "institution", "guild", "civil", "operator"] as const;
  return (
    <article>
      <h1>{t("title")}</h1>
      <p>{t(people.length > 0 ? "lead" : "none")}</p>
      {kinds.map((kind) => {
        const ofKind = people.filter((person) => person.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind}>
            <h2>{t(`kind.${kind}`)}</h2>
            {[...new Set(ofKind.map(({ organisation }) => organisation))].map((organisation) => (
              <section key={organisation}>
                <h3>{organisation}</h3>
                <ul>
                  {ofKind
                    .filter((person) => person.organisation === organisation)
                    .map(({ key, name, roles }) => (
                      <li key={key}>
                        <form method="post" action={paths.demoSession()}>
                          <input type="hidden" name="persona" value={key} />
                          {next !== "" && <input type="hidden" name="next" value={next} />}
                          <button type="submit">{t("enterAs", { name })}</button>{" "}
                          {roles
                            .map(({ role, language }) =>
                              language === "" ? t(`role.${role}`) : t(`translatorOf.${language}`),
                            )
                            .join(", ")}{" "}
                          <code>{key}</code>
                        </form>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </section>
        );
      })}
    </article>
  );
}
