import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import { type Attachment, type Tlp, tlpLabels } from "~/domain/advisories/advisory.form";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { useDesk } from "./desk-context";
import { ItemTools } from "./item-tools";
import { Part } from "./part";
import { OneOf } from "./value-fields";

export function AttachmentsPart({ attachments, tlp }: { attachments: Attachment[]; tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { draftId, editable } = useDesk();
  const language = useLanguage();
  return (
    <Part id="part-attachments" name={t("parts.attachments")}>
      {attachments.length === 0 && <p className="part-empty">{t("attachments.none")}</p>}
      <ul className="desk-items">
        {attachments.map((one, i) => (
          <li key={one.id} className="desk-item" id={`item-attachments/${one.id}`}>
            <div className="item-head">
              <a href={paths.draftAttachment(language, draftId, one.id)}>{one.name}</a>
              <span className="label number">{formatBytes(language, one.size)}</span>
              <OneOf
                path={`attachments/${one.id}/tlp`}
                label={t("attachments.tlpOf", { name: one.name })}
                value={one.tlp}
                options={tlpLabels.map((label) => ({ value: label, name: `TLP:${label}` }))}
              />
              <ItemTools list="attachments" items={attachments} at={i} name={one.name} />
            </div>
            <p className="hash">
              SHA-256 <code>{one.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      {editable && <Upload key={attachments.length} tlp={tlp} />}
    </Part>
  );
}

function Upload({ tlp }: { tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { draftId } = useDesk();
  const language = useLanguage();
  // Given in the browser: the same form sent twice is one attachment. Without scripts the server gives one.
  const [id, setId] = useState("");
  useEffect(() => setId(newId()), []);
  return (
    <ActForm
      action={paths.draftPart(language, draftId, "attachments")}
      encType="multipart/form-data"
      label={t("attachments.upload")}
      className="act upload"
    >
      {(busy) => (
        <>
          <input type="hidden" name="id" value={id} />
          <TextField
            name="file"
            type="file"
            label={t("attachments.file")}
            hint={t("attachments.hint")}
            required
          />
          <Select
            name="tlp"
            label={t("tlp")}
            defaultValue={tlp}
            options={tlpLabels.map((label) => ({ value: label, name: `TLP:${label}` }))}
          />
          <Button type="submit" size="small" busy={busy}>
            {t("attachments.upload")}
          </Button>
        </>
      )}
    </ActForm>
  );
}
