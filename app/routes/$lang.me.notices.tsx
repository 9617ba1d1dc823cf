import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listCorridors } from "~/domain/advisories/corridors.server";
import { choosing } from "~/domain/notices/notice-choices.form";
import { listAuthorities } from "~/domain/organisations/organisations.server";
import { refused } from "~/domain/outcome";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { findNoticeSettings } from "~/domain/people/notice-choices.server";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { NoticesPage } from "~/ui/me/notices-page";
import { db } from "~db/client.server";

export const handle = { title: "me:notices" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [settings, typologies, authorities, corridors] = await Promise.all([
    findNoticeSettings(db, by),
    listTypologies(db, by),
    listAuthorities(db, by),
    listCorridors(db, by),
  ]);
  return {
    settings,
    typologies: typologies.map(({ code, name }) => ({ code, name })),
    authorities: authorities.map(({ id, shortName }) => ({ id, shortName })),
    corridors,
    timeZone: by.timeZone,
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const form = await request.formData();
  const all = (name: string) => form.getAll(name).map(String);
  const read = choosing.safeParse({
    choices: [...form].flatMap(([name, choice]) =>
      name.startsWith("choice.") ? [{ kind: name.slice("choice.".length), choice }] : [],
    ),
    typologies: all("typologies[]"),
    authorities: all("authorities[]"),
    corridors: all("corridors[]"),
    quietLine: form.has("quietLine"),
  });
  if (!read.success) return answerRefusal(refused("does_not_fit"));
  const outcome = await chooseNotices(db, { chosen: read.data, by, at: now() });
  return outcome.ok ? redirect(paths.myNoticesSaved(requireLanguage(params))) : answerRefusal(outcome);
}

export default function Notices() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />;
}
