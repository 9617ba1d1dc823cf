import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { mayEditDraft, mayPublish } from "~/domain/advisories/advisory.policy";
import { findDesk } from "~/domain/drafts/desk.server";
import { mayDiscardDraft } from "~/domain/drafts/draft.policy";
import { standingOf } from "~/domain/drafts/standing";
import { listStaff } from "~/domain/members/staff.server";
import { listAuthorities, listInstitutions } from "~/domain/organisations/organisations.server";
import { keyTermsOf } from "~/domain/parity/check-parity";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { type Desk, DeskContext } from "~/ui/desk/desk-context";
import { DraftEditor } from "~/ui/desk/draft-editor";
import { faultsOf } from "~/ui/desk/faults-of";
import { useDraft, usePresence } from "~/ui/desk/use-draft";
import { useReload } from "~/ui/live/use-reload";
import { db } from "~db/client.server";

export { shouldRevalidate } from "~/http/unanswered";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const desk = await findDesk(db, by, requireId(params.id));
  if (!desk) throw notFound();
  const { draft, issuedFlags, names, comments, blockers, lapses } = desk;
  return {
    id: draft.id,
    number: draft.number,
    baseVersion: draft.baseVersion,
    issuedFlags,
    content: draft.content,
    contentHash: draft.contentHash,
    revision: draft.revision,
    editable: mayEditDraft(by, draft) && !draft.scheduledFor,
    memberId: by.memberId,
    timeZone: by.timeZone,
    comments,
    blockers,
    authorityNames: names.authorities,
    standing: standingOf(draft, lapses, names, by),
    publication: {
      nextVersion: (draft.currentVersion ?? 0) + 1,
      scheduledFor: draft.scheduledFor,
      embargoRefusal: draft.embargoRefusal,
      mayPublish: mayPublish(by, draft),
      mayDiscard: mayDiscardDraft(by, draft),
    },
    authorities: (await listAuthorities(db, by)).map(({ id, shortName }) => ({ id, shortName })),
    institutions: (await listInstitutions(db, by)).map(({ id, shortName }) => ({ id, shortName })),
    staff: await listStaff(db, by),
    typologies: (await listTypologies(db, by)).map(({ code, name }) => ({ code, name })),
  };
}

export default function DraftWriting() {
  const loaded = useLoaderData<typeof loader>();
  // A draft's state lives as long as its address: another draft is another page.
  return <Writing key={loaded.id} loaded={loaded} />;
}

function Writing({ loaded }: { loaded: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const reload = useReload();
  const { keeper, shown } = useDraft(loaded, reload);
  const { others, writingAt } = usePresence(loaded.id, reload);
  const [openThreads, setOpenThreads] = useState<ReadonlySet<string>>(new Set());
  const [revealed, setRevealed] = useState({ path: "", count: 0 });
  const terms = keyTermsOf(shown.content).join("\n");
  const keyTerms = useMemo(() => terms.split("\n").filter(Boolean), [terms]);
  const faults = useMemo(() => faultsOf(loaded.blockers), [loaded.blockers]);
  const toggleThread = useCallback(
    (path: string) =>
      setOpenThreads((before) => {
        const after = new Set(before);
        if (!after.delete(path)) after.add(path);
        return after;
      }),
    [],
  );
  const reveal = useCallback((path: string) => setRevealed(({ count }) => ({ path, count: count + 1 })), []);
  const desk: Desk = {
    draftId: loaded.id,
    number: loaded.number,
    baseVersion: loaded.baseVersion,
    issuedFlags: loaded.issuedFlags,
    keeper,
    shown,
    faults,
    editable: loaded.editable,
    comments: loaded.comments,
    others,
    openThreads,
    toggleThread,
    keyTerms,
    timeZone: loaded.timeZone,
    writingAt,
    revealed,
    reveal,
    authorities: loaded.authorities,
    institutions: loaded.institutions,
    staff: loaded.staff,
    typologies: loaded.typologies,
  };
  return (
    <DeskContext.Provider value={desk}>
      <DraftEditor
        blockers={loaded.blockers}
        standing={loaded.standing}
        publication={loaded.publication}
        authorities={loaded.authorityNames}
      />
    </DeskContext.Provider>
  );
}
