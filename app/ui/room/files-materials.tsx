import { useTranslation } from "react-i18next";
import type { Material } from "~/domain/materials/material";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { FileFields, saidAtFile } from "./files-fields";
import { FileLine } from "./files-item";

type Props = { roundtableId: string; materials: Material[]; chairs: boolean; opened: boolean };

/** What was sent ahead of the session, and for its chairs the way to send more. */
export function Materials({ roundtableId, materials, chairs, opened }: Props) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{t("materials.heading")}</h2>
      <p>{t("materials.lead")}</p>
      {materials.length === 0 && <p className="quiet">{t("materials.none")}</p>}
      <ul className="shown-files">
        {materials.map(({ id, ...file }) => (
          <li key={id}>
            <FileLine file={file} copy={paths.roomCopy(language, roundtableId, "materials", id)} />
            {chairs && (
              <ActForm
                action={paths.materialWithdrawal(language, roundtableId, id)}
                label={t("materials.withdrawOf", { name: file.name })}
                className="act-inline"
              >
                {(busy) => (
                  <Button
                    type="submit"
                    size="small"
                    weight="quiet"
                    busy={busy}
                    aria-label={t("materials.withdrawOf", { name: file.name })}
                  >
                    {t("materials.withdraw")}
                  </Button>
                )}
              </ActForm>
            )}
          </li>
        ))}
      </ul>
      {chairs && opened && <p className="quiet">{t("materials.afterwards")}</p>}
      {chairs && !opened && (
        <details className="floor-more">
          <summary>{t("materials.add")}</summary>
          <p className="quiet">{t("materials.addMeans")}</p>
          <ActForm
            key={materials.length}
            action={paths.roomAct(language, roundtableId, "materials")}
            encType="multipart/form-data"
            label={t("materials.add")}
            noticeUnless={({ reason }) => saidAtFile(reason)}
          >
            {(busy, refusal) => (
              <FileFields
                busy={busy}
                act={t("materials.addAct")}
                unnamed={t("materials.titleHint")}
                refusal={refusal}
              />
            )}
          </ActForm>
        </details>
      )}
    </section>
  );
}
