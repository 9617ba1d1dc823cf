import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/members/viewer";
import type { RoundtablePart } from "~/domain/roundtables/roundtable";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { useRoleName } from "~/ui/role/use-role-name";

export type Candidate = { id: string; name: string; part: RoundtablePart; role: Role };
type Props = {
  session: FoundRoundtable;
  ownId: string;
  /** Whom the reader could bring in; null: nobody. */
  candidates: Candidate[] | null;
};

/** Who of the convening authorities knows of the session. */
export function PartsList({ session, ownId, candidates }: Props) {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const roleName = useRoleName().name;
  const { id, parts, authorities } = session;
  const nameOf = (authorityId: string) => authorities.find((one) => one.id === authorityId)?.shortName ?? "";
  const ownChairs = parts.filter((one) => one.part === "chair" && one.authorityId === ownId).length;
  const others = candidates?.filter((one) => parts.every(({ memberId }) => memberId !== one.id));
  return (
    <>
      <ul className="session-seats">
        {parts.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <span className="quiet">
              {nameOf(one.authorityId)} · {t(`part.${one.part}`)}
            </span>
            {candidates && one.authorityId === ownId && (one.part !== "chair" || ownChairs > 1) && (
              <ActForm
                action={paths.roundtableTaking(language, id, "parts", one.id)}
                label={t("parts.take", { name: one.name })}
                className="act-inline"
              >
                {(busy) => (
                  <Button
                    type="submit"
                    size="small"
                    busy={busy}
                    aria-label={t("parts.take", { name: one.name })}
                  >
                    {t("parts.takeAct")}
                  </Button>
                )}
              </ActForm>
            )}
          </li>
        ))}
      </ul>
      {others && others.length > 0 && (
        <ActForm action={paths.roundtableAct(language, id, "parts")} label={t("parts.give")} clears>
          {(busy) => (
            <>
              <Select
                name="person"
                label={t("parts.person")}
                hint={t("parts.personHint")}
                options={others.map((one) => ({
                  value: `${one.id} ${one.part}`,
                  name: `${one.name} · ${roleName({ role: one.role, language: "" })} · ${t(`part.${one.part}`)}`,
                }))}
              />
              <Button type="submit" busy={busy}>
                {t("parts.give")}
              </Button>
            </>
          )}
        </ActForm>
      )}
    </>
  );
}
