import { useTranslation } from "react-i18next";
import type { ClearanceKind } from "~/domain/drafts/draft";
import type { Standing } from "~/domain/drafts/standing";
import { formatInstant, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { StateMark } from "~/ui/mark/state-mark";
import { useDesk } from "./desk-context";
import { usePieceName } from "./piece-name";

/** Who has cleared this very content, what an edit undid, and what this member may give. */
export function Clearances({
  standing,
  authorities,
  unfinished,
}: {
  standing: Standing;
  authorities: Record<string, string>;
  unfinished: boolean;
}) {
  const { t } = useTranslation("desk");
  const { shown } = useDesk();
  return (
    <>
      {standing.imported && <p>{t(`clearances.imported.${standing.imported}`)}</p>}
      <ul className="requirements" id="requirements">
        {standing.requirements.map(({ kind, organisationId, needed, given }) => (
          <li key={`${kind} ${organisationId}`}>
            <StateMark
              shape={given >= needed ? "tick" : given > 0 ? "half" : "ring"}
              tone={given >= needed ? "good" : "waiting"}
            >
              {t("clearances.requirement", {
                kind: t(`kind.${kind}`),
                by: organisationId ? (authorities[organisationId] ?? "") : t("missing.anyAuthority"),
                given,
                needed,
              })}
            </StateMark>
            <Given
              given={standing.given.filter(
                (one) =>
                  one.kind === kind && (organisationId === null || one.organisationId === organisationId),
              )}
            />
          </li>
        ))}
      </ul>
      {standing.exceptions.map((one) => (
        <p key={one.organisation} className="exception">
          {t("clearances.exception", { organisation: one.organisation })}{" "}
          {one.severalKinds && t("clearances.severalKinds")}{" "}
          {one.approvalsNeeded === 1 && t("clearances.oneApproval")} <q>{one.reason}</q>
        </p>
      ))}
      <p className="hash">
        {t("clearances.hash")} <code>{shown.contentHash}</code>
      </p>
      {unfinished && standing.mine.some(({ obstacle }) => obstacle === null) && (
        <p className="obstacle">{t("clearances.unfinished")}</p>
      )}
      {standing.mine.map(({ kind, obstacle }) => (
        <GiveClearance key={kind} kind={kind} obstacle={obstacle} />
      ))}
      <Lapses lapses={standing.lapses} />
    </>
  );
}

function Given({ given }: { given: Standing["given"] }) {
  const { t } = useTranslation("desk");
  const { draftId, timeZone } = useDesk();
  const language = useLanguage();
  return (
    <>
      {given.map((one) => (
        <div key={one.id} className="given">
          <p>
            <strong>{one.name}</strong> {one.organisation}{" "}
            <time dateTime={one.at.toISOString()}>{formatInstant(language, one.at, timeZone)}</time>
          </p>
          {one.note && (
            <p className="given-note">
              <q>{one.note}</q>
            </p>
          )}
          {one.own && (
            <ActForm
              action={paths.clearanceRetraction(language, draftId, one.id)}
              className="act-inline"
              made="requirements"
            >
              {(busy) => (
                <Button type="submit" size="small" weight="quiet" busy={busy}>
                  {t("clearances.takeBack", { kind: t(`kind.${one.kind}`) })}
                </Button>
              )}
            </ActForm>
          )}
        </div>
      ))}
    </>
  );
}

function GiveClearance({ kind, obstacle }: { kind: ClearanceKind; obstacle: string | null }) {
  const { t } = useTranslation("desk");
  const { draftId, shown } = useDesk();
  const language = useLanguage();
  const sentence = useRefusal();
  if (obstacle) {
    return (
      <p className="obstacle">
        {t("clearances.notYou", { kind: t(`kind.${kind}`) })} {sentence(obstacle)}
      </p>
    );
  }
  return (
    <ActForm
      action={paths.draftPart(language, draftId, "clearances")}
      label={t("clearances.give", { kind: t(`kind.${kind}`) })}
      clears
      made="requirements"
    >
      {(busy) => (
        <>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="contentHash" value={shown.contentHash} />
          <TextArea name="note" label={t("clearances.note")} hint={t("clearances.noteHint")} rows={2} />
          <Button type="submit" weight="first" busy={busy} disabled={shown.unsaved > 0}>
            {t("clearances.give", { kind: t(`kind.${kind}`) })}
          </Button>
          {shown.unsaved > 0 && <p className="hint">{t("clearances.afterSaving")}</p>}
        </>
      )}
    </ActForm>
  );
}

function Lapses({ lapses }: Pick<Standing, "lapses">) {
  const { t } = useTranslation("desk");
  const { timeZone } = useDesk();
  const language = useLanguage();
  const nameOf = usePieceName();
  if (lapses.length === 0) return null;
  return (
    <details className="lapses" open>
      <summary>{t("clearances.lapsed", { count: lapses.length })}</summary>
      <ul>
        {lapses.map((one) => (
          <li key={`${one.kind} ${one.memberId} ${one.at.toISOString()}`}>
            <StateMark shape="cross">
              {t(`kind.${one.kind}`)}, {one.name}
            </StateMark>
            {one.undoneBy && (
              <p>
                {t("clearances.undone", {
                  name: one.undoneBy.name ?? "",
                  at: formatInstant(language, one.undoneBy.at, timeZone),
                  pieces: formatList(language, piecesTouched(one.undoneBy.paths).map(nameOf)),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const piecesTouched = (touched: string[]) =>
  [...new Set(touched.map((path) => path.replace(/\/(es|en)$/, "")))].slice(0, 5);
