import { randomBytes } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { listCalendarAddresses } from "~/domain/auth/own-sign-in.server";
import { kindsFor } from "~/domain/calendar/calendar.policy";
import { listOccasions } from "~/domain/calendar/calendar.server";
import { env } from "~/env.server";
import { wordsOf } from "~/http/calendar-words.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireMember, requireStepUp } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { paths } from "~/paths";
import { CalendarPage } from "~/ui/me/calendar-page";
import { db } from "~db/client.server";

export const handle = { title: "calendar:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const language = requireLanguage(params);
  const occasions = await listOccasions(db, by, { at: now() });
  return {
    timeZone: by.timeZone,
    kinds: kindsFor(by),
    dates: occasions.map((occasion) => ({
      uid: occasion.uid,
      when: occasion.when,
      who: occasion.who ?? null,
      ...wordsOf(language, occasion),
    })),
    addresses: await listCalendarAddresses(db, by),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const name = typedText(await request.formData())("name");
  const outcome = await makeCalendarAddress(db, { by, name, secret: randomBytes(32), at: now() });
  if (!outcome.ok) return answerRefusal(outcome, { name });
  const made = env().origin + paths.calendar(outcome.value.token);
  return data({ made }, { headers: { "Cache-Control": "no-store" } });
}

export default function OwnCalendar() {
  const answer = useActionData<typeof action>();
  return (
    <CalendarPage
      {...useLoaderData<typeof loader>()}
      made={answer && "made" in answer ? answer.made : undefined}
      answer={answer && "refusal" in answer ? answer : undefined}
    />
  );
}
