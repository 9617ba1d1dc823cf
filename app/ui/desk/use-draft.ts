import { useCallback, useEffect, useRef, useState } from "react";
import { v4 as newId } from "uuid";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useBeat } from "~/ui/live/use-beat";
import { useLive } from "~/ui/live/use-live";
import { useKeeper } from "~/ui/page/use-keeper";
import type { Present } from "./desk-context";
import { DraftKeeper } from "./draft-keeper";
import { deskDrawer } from "./kept-edits";

type Draft = {
  id: string;
  memberId: string;
  content: AdvisoryContent;
  contentHash: string;
  revision: number;
};

/** The keeper of a draft for as long as its page is open, fed by whatever the loader brings. */
export function useDraft(draft: Draft, reload: () => void) {
  const language = useLanguage();
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        saved: draft,
        address: paths.draftPart(language, draft.id, "changes"),
        drawer: () => deskDrawer(draft.id, draft.memberId, newId()),
        onSaved: reload,
      }),
  );
  const shown = useKeeper(keeper);
  useEffect(
    () =>
      keeper.receive({ content: draft.content, contentHash: draft.contentHash, revision: draft.revision }),
    [keeper, draft.content, draft.contentHash, draft.revision],
  );
  return { keeper, shown };
}

type Pulse = { others: Present[]; stamp: string };

const everyMs = 4000;

/** Tells the server that this page is open and in which piece; hears who else is here and reloads what others changed. */
export function usePresence(draftId: string, reload: () => void) {
  const language = useLanguage();
  const [others, setOthers] = useState<Present[]>([]);
  const path = useRef("");
  const stamp = useRef<string | null>(null);

  const heard = useCallback(
    (pulse: Pulse) => {
      setOthers((before) =>
        JSON.stringify(before) === JSON.stringify(pulse.others) ? before : pulse.others,
      );
      if (stamp.current !== null && stamp.current !== pulse.stamp) reload();
      stamp.current = pulse.stamp;
    },
    [reload],
  );
  const line = useLive<Pulse>(paths.draftPart(language, draftId, "events"), {
    name: "draft",
    heard,
    ended: reload,
  });

  const says = useCallback((): [string, string] => ["path", path.current], []);
  const beat = useBeat({
    address: paths.draftPart(language, draftId, "presence"),
    says,
    heard,
    live: line === "open",
    everyMs,
  });

  const writingAt = useCallback(
    (next: string) => {
      path.current = next;
      if (next !== "") void beat();
    },
    [beat],
  );
  return { others, writingAt };
}
