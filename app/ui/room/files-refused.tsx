import { useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Appearing } from "~/http/refused-room.server";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { ModeField, saidAtFields } from "./files-composer";
import { FileFields, saidAtFile } from "./files-fields";

/** The page of a file that was refused, without scripts: the form again, with all but the file. */
export function RefusedFile() {
  const { t } = useTranslation("files");
  const language = useLanguage();
  const { id = "" } = useParams();
  const appearing = useLoaderData<Appearing>();
  return (
    <RefusedAct<TypedSession>
      back={paths.room(language, id)}
      backTo={t("ahead.toRoom")}
      saidAtField={saidAtFields}
    >
      {(typed, refusal) => (
        <form
          method="post"
          action={paths.roomAct(language, id, "files")}
          encType="multipart/form-data"
          className="act"
        >
          <FileFields
            busy={false}
            act={t("showAct")}
            unnamed={t("titleHint")}
            refusal={refusal}
            typed={typed}
          >
            <input type="hidden" name="item" value={typed.item} />
            <ModeField
              modes={(appearing?.modes ?? []).filter((mode) => mode !== "sector" || appearing?.sector)}
              chosen={typed.mode}
              refusal={refusal}
            />
          </FileFields>
        </form>
      )}
    </RefusedAct>
  );
}

export function RefusedMaterial() {
  const { t } = useTranslation("files");
  const { t: session } = useTranslation("roundtables");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtable(language, id)}
      backTo={session("back")}
      saidAtField={saidAtFile}
    >
      {(typed, refusal) => (
        <form
          method="post"
          action={paths.roomAct(language, id, "materials")}
          encType="multipart/form-data"
          className="act"
        >
          <FileFields
            busy={false}
            act={t("materials.addAct")}
            unnamed={t("materials.titleHint")}
            refusal={refusal}
            typed={typed}
          />
        </form>
      )}
    </RefusedAct>
  );
}
