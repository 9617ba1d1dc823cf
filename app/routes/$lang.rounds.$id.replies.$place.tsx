import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { editReply } from "~/domain/replies/edit-reply.server";
import { findPoints } from "~/domain/replies/points.server";
import { emptyReply, replyWords } from "~/domain/replies/reply-words";
import { findRound } from "~/domain/rounds/rounds.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { subjectIn } from "~/http/replies";
import { requireStaff } from "~/http/sessions.server";
import { allHeld, unkeptOf, wordsIn } from "~/http/words";
import { paths } from "~/paths";
import { ReplyPage } from "~/ui/replies/reply-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "replies:write.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const id = requireId(params.id);
  const subject = subjectIn(params.place);
  const [round, found] = await Promise.all([findRound(db, by, id), findPoints(db, by, id)]);
  if (!round || !found) throw notFound();
  const theme = "themeId" in subject ? found.themes.find((one) => one.id === subject.themeId) : undefined;
  const row = "row" in subject ? round.rows.find(({ n }) => n === subject.row) : undefined;
  if ("themeId" in subject ? !theme : subject.row !== 0 && !row) throw notFound();
  return {
    roundId: id,
    place: params.place ?? "",
    theme: theme?.name ?? null,
    redFlag: row ? { publicId: row.publicId, text: row.text } : null,
    points: found.points.filter((point) =>
      "themeId" in subject ? point.themes.includes(subject.themeId) : point.row === subject.row,
    ),
    reply: found.replies.find((reply) =>
      "themeId" in subject ? reply.themeId === subject.themeId : reply.row === subject.row,
    ),
    versions: found.versions,
    answers: found.answers,
    mayWrite: found.mayWrite,
    timeZone: by.timeZone,
    memberId: by.memberId,
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

/** Keeps the reply as it is being written, where there are no scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const [roundId, subject] = [requireId(params.id), subjectIn(params.place)];
  const { typed, changes } = wordsIn(await request.formData(), replyWords(emptyReply));
  const outcome = await editReply(db, { roundId, subject, changes, by, at: now() });
  if (!outcome.ok) return answerRefusal(outcome, allHeld(typed, outcome.reason));
  const unkept = unkeptOf(outcome.value, typed);
  return unkept
    ? answerRefusal(unkept.refusal, unkept.held)
    : redirect(`${paths.roundReply(requireLanguage(params), roundId, params.place ?? "")}?saved`);
}

export default function Reply() {
  return <ReplyPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
