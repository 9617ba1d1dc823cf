import { Form, useNavigation, useSubmit } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sectors } from "~/domain/advisories/advisory.form";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { Button } from "~/ui/action/button";
import { AdvisoryPage } from "~/ui/advisory/advisory-page";
import { Select } from "~/ui/field/select";
import { Notice } from "~/ui/notice/notice";
import { usePlaceName } from "~/ui/place/use-place-name";

type Props = {
  as: string;
  institutions: { id: string; shortName: string }[];
  withheld: number;
  advisory: AdvisoryReading | null;
};

/** The draft through the eyes of whoever is chosen, on the very page that readers get. */
export function PreviewPage({ as, institutions, withheld, advisory }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { country } = usePlaceName();
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const groups = (["MX", "US"] as const).flatMap((jurisdiction) =>
    sectors.map((sector) => ({
      value: `g:${jurisdiction}:${sector}`,
      name: t("preview.group", {
        jurisdiction: country(jurisdiction),
        sector: term(`sector.${sector}`),
      }),
    })),
  );
  return (
    <div aria-busy={busy}>
      <Form method="get" className="add-row preview-as">
        <Select
          id="as"
          name="as"
          label={t("preview.as")}
          hint={t("preview.lead")}
          defaultValue={as}
          options={[
            { value: "anonymous", name: t("preview.anonymous") },
            { value: "staff", name: t("preview.staff") },
            ...institutions.map(({ id, shortName }) => ({
              value: `o:${id}`,
              name: t("preview.organisation", { name: shortName }),
            })),
            ...groups,
          ]}
          onChange={(event) => submit(event.currentTarget.form)}
        />
        <noscript>
          <Button type="submit">{t("preview.look")}</Button>
        </noscript>
      </Form>
      <div role="status">
        {withheld > 0 && <p className="part-empty">{t("preview.without", { count: withheld })}</p>}
        {!advisory && (
          <Notice tone="caution" heading={t("preview.nothing")}>
            <p>{t("preview.nothingNext")}</p>
          </Notice>
        )}
      </div>
      {advisory && <AdvisoryPage advisory={advisory} preview />}
    </div>
  );
}
