import { Form, useParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { isPollRefusal, PollFields } from "./poll-fields";
import { RefusedFloorAct } from "./refused-floor-act";
import { type Floor, worded } from "./room";

type Props = { roundtableId: string; floor: Floor; items: Text[] };

/** Asks everyone at the table, about an item that is open. */
export function ChairPoll({ roundtableId, floor, items }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const [opened, setOpened] = useState(0);
  const open = items.flatMap((title, n) =>
    floor.items[n]?.state === "open"
      ? [{ value: String(n), name: t("onItem", { n: n + 1, title: worded(title, language) }) }]
      : [],
  );
  if (open.length === 0) return null;
  return (
    // Begun anew once a poll is opened, and not when somebody else opens one.
    <details className="floor-more" key={opened}>
      <summary>{t("chair.poll.summary")}</summary>
      <ActForm
        onDone={() => setOpened((before) => before + 1)}
        action={paths.roomAct(language, roundtableId, "polls")}
        label={t("chair.poll.act")}
        noticeUnless={({ reason }) => isPollRefusal(reason)}
      >
        {(busy, refusal) => (
          <>
            <PollFields
              items={open}
              item={floor.item === null ? undefined : String(floor.item)}
              refusal={refusal}
            />
            <Button type="submit" weight="first" busy={busy}>
              {t("chair.poll.act")}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}

/** A poll that was not opened, without scripts: all of it again, to be mended. */
export function RefusedPoll() {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedFloorAct saidAtField={isPollRefusal}>
      {(typed, refusal) => (
        <Form
          reloadDocument
          method="post"
          action={paths.roomAct(language, id, "polls")}
          className="form roundtable"
        >
          <PollFields
            items={[{ value: typed.item ?? "", name: String(Number(typed.item) + 1) }]}
            item={typed.item}
            typed={typed}
            refusal={refusal}
          />
          <Button type="submit" weight="first">
            {t("chair.poll.act")}
          </Button>
        </Form>
      )}
    </RefusedFloorAct>
  );
}
