import { Form, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Appearing } from "~/http/refused-room.server";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { ComposerFields, composerRefusals } from "./composer-fields";

/** What was not said, without scripts: all of it again, to be mended. */
export function RefusedContribution() {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id = "" } = useParams();
  const appearing = useLoaderData<Appearing>();
  return (
    <RefusedAct<TypedSession>
      back={paths.room(language, id)}
      backTo={t("refused.back")}
      saidAtField={(reason) => composerRefusals.includes(reason)}
    >
      {(typed, refusal) => (
        <>
          {refusal.reason === "terms_not_accepted" && (
            <p>
              <a href={paths.roomTerms(language, id)} target="_blank" rel="noreferrer">
                {t("refused.terms")}
              </a>
            </p>
          )}
          <Form
            reloadDocument
            method="post"
            action={paths.roomAct(language, id, "contributions")}
            className="form"
          >
            <input type="hidden" name="id" value={typed.id} />
            <input type="hidden" name="item" value={typed.item} />
            <input
              type="hidden"
              name="parentId"
              value={refusal.reason === "nothing_to_answer" ? "" : typed.parentId}
            />
            <ComposerFields
              modes={appearing?.modes ?? []}
              sector={appearing?.sector ?? null}
              ahead={appearing?.ahead ?? false}
              answers={(typed.parentId ?? "") !== "" && refusal.reason !== "nothing_to_answer"}
              typed={{ text: typed.text, kind: typed.kind, mode: typed.mode, language: typed.language }}
              refusal={refusal}
            />
            <Button type="submit" weight="first">
              {t("compose.act")}
            </Button>
          </Form>
        </>
      )}
    </RefusedAct>
  );
}
