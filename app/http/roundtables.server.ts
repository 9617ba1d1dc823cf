import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import type { Language } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import { leadsTo } from "./act-place";
import { requireId } from "./ids";
import { requireLanguage } from "./language";
import { answerRefusal } from "./outcomes";
import { type TypedSession, typedSession } from "./roundtables";
import { atFields } from "./screened";
import { secretKeys } from "./secret-keys.server";
import { requireMember, requireStepUp } from "./sessions.server";

type InRoom = { roundtableId: string; keys: SecretKeys; by: Member; at: Date };
type Asked = { room: InRoom; form: FormData; typed: TypedSession; which: string };
type Options = {
  /** The part of the page that shows what was done. */
  anchor?: string;
  /** Another page of the room than its own. */
  page?: (language: Language, roundtableId: string) => string;
  /** The very place where what was done stands; a page with scripts stays where it is and hears of it. */
  place?: (language: Language, asked: Asked) => string;
  /** Asks first who it is, whoever they are: no answer tells whether there is such a room. */
  confirmed?: boolean;
  /** What is given back to be mended, where a form has more than one value of a name. */
  given?: (form: FormData, typed: TypedSession) => TypedSession;
};

/** The action of an act's address in a room; `which` is what it is about, where the address says one. */
export const roomAction =
  (
    act: (asked: Asked) => Promise<Outcome<unknown>>,
    { anchor, page = paths.roundtable, place, confirmed = false, given = (_, typed) => typed }: Options = {},
  ) =>
  async ({ request, params, context }: ActionFunctionArgs) => {
    const by = await (confirmed ? requireStepUp(request) : requireMember(request));
    const roundtableId = requireId(params.id);
    const form = await request.formData();
    const typed = typedSession(form);
    const room = { roundtableId, keys: await secretKeys(), by, at: now() };
    const asked = { room, form, typed, which: params.which ?? "" };
    const outcome = await act(asked);
    if (!outcome.ok) return answerRefusal(atFields(outcome, typed), given(form, typed));
    const language = requireLanguage(params);
    if (place) return context.isPage ? redirect(place(language, asked)) : null;
    return redirect(
      anchor ? paths.roundtablePart(language, roundtableId, anchor) : page(language, roundtableId),
    );
  };

export const toRoom = leadsTo((language, { id = "" }) => paths.roundtable(language, id));

/** Of acts in the session itself. */
export const toSession = leadsTo((language, { id = "" }) => paths.room(language, id));

/** Of entering it. */
export const toTerms = leadsTo((language, { id = "" }) => paths.roomTerms(language, id));

/** Of acts on the session's record, whose page is another. */
export const toRecord = leadsTo((language, { id = "" }) => paths.roundtableRecord(language, id));

/** Of acts on what was written of the session afterwards. */
export const toMinutes = leadsTo((language, { id = "" }) => paths.roundtableMinutes(language, id));

/** Of acts on what may be told of the session outside it. */
export const toSummary = leadsTo((language, { id = "" }) => paths.roundtableSummary(language, id));
