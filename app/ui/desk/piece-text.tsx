import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { inItsLines, isLongText } from "~/domain/drafts/draft-paths";
import { localeOf } from "~/i18n/language";
import { useRefusal } from "~/ui/act/refusal";
import { TextArea } from "~/ui/field/text-area";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";
import { MarkdownPreview } from "./markdown-preview";

type Props = {
  /** Of the piece, without the language. */
  path: string;
  name: string;
  language: Language;
  value: string;
};

function staysOneLine(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}

/** One language of a piece. While the cursor is in it, it shows what its writer typed and nothing that arrives from others. */
export function PieceText({ path, name, language, value }: Props) {
  const { keeper, shown, editable, writingAt, others } = useDesk();
  const { t } = useTranslation("desk");
  const sentence = useRefusal();
  const [typed, setTyped] = useState<string | null>(null);
  const full = `${path}/${language}`;
  const long = isLongText(path);
  const held = shown.held[full];
  const here = others.filter((one) => one.path === full);
  const field = {
    id: full,
    name: full,
    form: deskForm,
    label: t("inLanguage", { name, language: t(`language.${language}`) }),
    quietLabel: true,
    lang: localeOf(language),
    value: typed ?? value,
    readOnly: !editable,
    spellCheck: true,
    autoComplete: "off",
    "data-held": held ? "" : undefined,
    "data-elsewhere": here.length > 0 ? "" : undefined,
    error: held?.reason ? sentence(held.reason) : undefined,
    onFocus: () => {
      setTyped(value);
      writingAt(full);
    },
    onBlur: () => {
      setTyped(null);
      writingAt("");
    },
    onChange: (event: { currentTarget: { value: string } }) => {
      const next = inItsLines(event.currentTarget.value, full);
      keeper.set(full, typed ?? value, next);
      setTyped(next);
    },
  };
  return (
    <div className="piece-text" data-language={language}>
      <span className="piece-language label" aria-hidden="true">
        {t(`language.${language}`)}
      </span>
      {long ? (
        <TextArea {...field} />
      ) : (
        <TextArea {...field} rows={1} data-line="" onKeyDown={staysOneLine} />
      )}
      {here.length > 0 && (
        <p className="elsewhere">{t("present.writing", { names: here.map((one) => one.name).join(", ") })}</p>
      )}
      {long && <MarkdownPreview text={typed ?? value} language={language} name={name} />}
    </div>
  );
}
