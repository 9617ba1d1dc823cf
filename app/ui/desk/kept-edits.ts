import type { DraftChange } from "~/domain/drafts/draft-change";
import { Drawer } from "~/ui/page/drawer";

/** What a page of the desk has not yet brought to the server. */
export type KeptEdits = { pending: DraftChange[]; held: Record<string, Held> };

/** A text of ours that the server did not take: someone changed the same words (`theirs`), or it does not fit (`reason`). */
export type Held = { mine: unknown; theirs?: unknown; reason?: string };

export const wordsDrawer = (place: string, memberId: string, page: string) =>
  new Drawer<KeptEdits>(`ribera:words:${place}:${memberId}:`, page);

export const deskDrawer = (draftId: string, memberId: string, page: string) =>
  new Drawer<KeptEdits>(`ribera:desk:${draftId}:${memberId}:`, page);
