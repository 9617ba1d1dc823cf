import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { sectors } from "~/domain/advisories/advisory.form";
import { sizeBands } from "~/domain/vetting/application.form";
import type { OwnApplication } from "~/domain/vetting/own-application.server";
import type { Refusal } from "~/http/outcomes";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextArea } from "~/ui/field/text-area";
import { TextField } from "~/ui/field/text-field";
import { Notice } from "~/ui/notice/notice";
import { useFactWords } from "./fact-list";
import { useKeptForm } from "./use-kept-form";

type Props = {
  own: OwnApplication;
  reader: { memberId: string; timeZone: string };
  answer:
    | { refusal?: Refusal; errors?: Record<string, string[]>; typed?: Record<string, string> }
    | undefined;
};
type Name = Parameters<ReturnType<typeof useFactWords>["name"]>[0];

/** The facts by which an organisation asks to be vetted; each fault stands at its field, and nothing typed is lost. */
export function ApplicationForm({ own, reader, answer }: Props) {
  const { t } = useTranslation("vetting");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const sentence = useRefusal();
  const words = useFactWords(own.jurisdiction);
  const busy = useNavigation().state !== "idle";
  const { errors = {}, typed, refusal } = answer ?? {};
  const bankHint = useBankHint(own.jurisdiction);
  const { form, keep, keptAt, giveUp } = useKeptForm({
    key: `ribera:application:${own.id}:${reader.memberId}`,
    since: own.last?.id ?? "",
  });
  const institution = own.kind === "institution";
  const field = (name: Name) => ({
    id: name,
    name,
    label: words.name(name),
    defaultValue: typed?.[name] ?? own.start[name] ?? "",
    error: errors[name]?.[0] && sentence(errors[name][0]),
  });
  const wrong = (Object.keys(errors) as Name[]).filter((name) => errors[name]?.[0]);
  const renewal = own.vetting === "vetted" || own.vetting === "expired";
  return (
    <Form method="post" className="form application-form" noValidate ref={form} onInput={keep}>
      <RefusalNotice refusal={refusal} />
      {keptAt && (
        <Notice live>
          <p>{t("application.kept", { at: formatInstant(language, keptAt, reader.timeZone) })}</p>
          <p>
            <Button size="small" onClick={giveUp}>
              {t("application.keptGiveUp")}
            </Button>
          </p>
        </Notice>
      )}
      {wrong.length > 0 && <Wrongs names={wrong} nameOf={words.name} />}
      <fieldset>
        <legend>{t("application.theOrganisation")}</legend>
        <TextField {...field("nameEs")} lang="es" maxLength={200} />
        <TextField {...field("nameEn")} lang="en" maxLength={200} />
        {institution && (
          <>
            <Select
              {...field("sector")}
              none={t("application.choose")}
              options={sectors.map((value) => ({ value, name: term(`sector.${value}`) }))}
            />
            <Select
              {...field("sizeBand")}
              none={t("application.choose")}
              options={sizeBands.map((value) => ({ value, name: t(`size.${value}`) }))}
            />
          </>
        )}
      </fieldset>
      <fieldset>
        <legend>{t("application.identifiers")}</legend>
        <p className="hint">
          {t(institution ? "application.identifiersHint" : "application.identifiersOptional")}
        </p>
        <TextField {...field("lei")} hint={t("application.leiHint")} {...code} />
        {institution && (
          <>
            <TextField {...field("bic")} hint={t("application.bicHint")} {...code} />
            <TextField {...field("bankCode")} hint={bankHint} {...code} />
          </>
        )}
      </fieldset>
      {institution && own.jurisdiction === "US" && (
        <fieldset>
          <legend>{t("application.cover")}</legend>
          <p className="hint">{t("application.coverHintUS")}</p>
          <TextField {...field("registered314bOn")} type="date" />
          <TextField {...field("registered314bUntil")} type="date" />
        </fieldset>
      )}
      {institution && own.jurisdiction === "MX" && (
        <fieldset>
          <legend>{t("application.cover")}</legend>
          <p className="hint">{t("application.coverHintMX")}</p>
          <TextArea {...field("recordedGround")} maxLength={1000} />
          <TextField {...field("recordedGroundOn")} type="date" />
        </fieldset>
      )}
      <TextArea {...field("note")} hint={t("application.noteHint")} maxLength={2000} />
      <p className="hint needs-script">{t("application.keeps")}</p>
      <p>
        <Button type="submit" weight="first" busy={busy}>
          {t(own.open ? "application.sendAgain" : renewal ? "application.renew" : "application.send")}
        </Button>
      </p>
    </Form>
  );
}

const code = { autoComplete: "off", spellCheck: false, autoCapitalize: "characters", maxLength: 60 };

function useBankHint(jurisdiction: string) {
  const { t } = useTranslation("vetting");
  if (jurisdiction === "US") return t("application.abaHint");
  return jurisdiction === "MX" ? t("application.clabeHint") : undefined;
}

/** What needs correcting, first in the page and first to be read out. */
function Wrongs({ names, nameOf }: { names: Name[]; nameOf: (name: Name) => string }) {
  const { t } = useTranslation("vetting");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="wrongs" role="alert" tabIndex={-1} ref={box}>
      <p>{t("application.wrongs")}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{nameOf(name)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
