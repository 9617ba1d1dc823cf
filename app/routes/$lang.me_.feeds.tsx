import { randomBytes } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { makeFeedAddress } from "~/domain/auth/make-feed-address.server";
import { listFeedAddresses } from "~/domain/auth/own-sign-in.server";
import { env } from "~/env.server";
import { answerRefusal } from "~/http/outcomes";
import { requireMember, requireStepUp } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { paths } from "~/paths";
import { FeedsPage } from "~/ui/me/feeds-page";
import { db } from "~db/client.server";

export const handle = { title: "feeds:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  return { timeZone: by.timeZone, addresses: await listFeedAddresses(db, by) };
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const name = typedText(await request.formData())("name");
  const outcome = await makeFeedAddress(db, { by, name, secret: randomBytes(32), at: now() });
  if (!outcome.ok) return answerRefusal(outcome, { name });
  const made = env().origin + paths.ownFeed(outcome.value.token);
  return data({ made }, { headers: { "Cache-Control": "no-store" } });
}

export default function OwnFeeds() {
  const answer = useActionData<typeof action>();
  return (
    <FeedsPage
      {...useLoaderData<typeof loader>()}
      made={answer && "made" in answer ? answer.made : undefined}
      answer={answer && "refusal" in answer ? answer : undefined}
    />
  );
}
