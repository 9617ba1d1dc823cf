import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { RefusedAct } from "~/ui/act/refused-act";
import { CommentWords, saidAtComment } from "./comment-section";
import { CommitmentWords, saidAtCommitment } from "./commitment-section";
import { CommentDays, saidAtDays } from "./minutes-acts";
import { NotesFields } from "./write-minutes";

type Props = {
  saidAtField?: (reason: string) => boolean;
  /** The form again, with what was typed. */
  children?: (typed: TypedSession, refusal: Refusal) => ReactNode;
};

/** The page of an act on the minutes that was refused, without scripts. */
export function RefusedMinutesAct({ saidAtField, children }: Props) {
  const { t } = useTranslation("minutes");
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtableMinutes(useLanguage(), id)}
      backTo={t("title")}
      saidAtField={saidAtField}
    >
      {children}
    </RefusedAct>
  );
}

export function RefusedNotes() {
  const { t } = useTranslation("minutes");
  const { t: session } = useTranslation("roundtables");
  return (
    <RefusedMinutesAct>
      {(typed, refusal) => (
        <MendedForm typed={typed} carried={["revision"]} act={t("write.act")}>
          <NotesFields
            titles={Object.keys(typed)
              .filter((name) => /^item\.\d{1,2}\.Es$/.test(name))
              .map((_, n) => session("agenda.itemN", { n: n + 1 }))}
            value={(_, field) => typed[field]}
            refusal={refusal}
          />
        </MendedForm>
      )}
    </RefusedMinutesAct>
  );
}

export function RefusedShowing() {
  const { t } = useTranslation("minutes");
  return (
    <RefusedMinutesAct saidAtField={saidAtDays}>
      {(typed, refusal) => (
        <MendedForm typed={typed} carried={["revision"]} act={t("show.act")}>
          <CommentDays typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedMinutesAct>
  );
}

export function RefusedComment() {
  const { t } = useTranslation("minutes");
  return (
    <RefusedMinutesAct saidAtField={saidAtComment}>
      {(typed, refusal) => (
        <MendedForm typed={typed} carried={["item"]} act={t("comments.act")}>
          <CommentWords typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedMinutesAct>
  );
}

export function RefusedCommitment() {
  const { t } = useTranslation("commitments");
  return (
    <RefusedMinutesAct saidAtField={saidAtCommitment}>
      {(typed, refusal) => (
        <MendedForm typed={typed} carried={["organisationId"]} act={t("make.act")}>
          <CommitmentWords typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedMinutesAct>
  );
}
