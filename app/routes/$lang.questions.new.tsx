import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { publicRedFlagId } from "~/domain/advisories/advisory";
import { askQuestion } from "~/domain/questions/ask-question.server";
import { mayAsk } from "~/domain/questions/question.policy";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { askingIn } from "~/http/questions";
import { screened } from "~/http/screened";
import { requireMember } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { AskForm } from "~/ui/questions/ask-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "questions:ask.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  if (!mayAsk(by)) throw forbidden();
  const asked = new URL(request.url).searchParams;
  const advisory = await findAdvisory(db, by, asked.get("advisory") ?? "");
  if (!advisory) throw notFound();
  const wanted = asked.get("redFlag");
  const { number, content } = advisory;
  const flag = content.redFlags.find((one) => publicRedFlagId(number, one) === wanted);
  if (wanted && !flag) throw notFound();
  return {
    number,
    title: content.title,
    redFlag: flag ? { publicId: wanted, text: flag.text } : null,
    issuers: content.issuers
      .filter(({ role }) => role !== "in-coordination")
      .map(({ shortName }) => shortName),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const form = await request.formData();
  const text = typedText(form);
  const asking = askingIn(form);
  const outcome = asking.ok ? await askQuestion(db, { asking: asking.value, by, at: now() }) : asking;
  if (outcome.ok) return redirect(paths.questionSaved(requireLanguage(params), outcome.value.id));
  return answerRefusal(outcome, {
    question: { text: text("text"), language: text("language"), naming: text("naming") },
    found: outcome.reason === "screened" ? screened(text("text")) : undefined,
  });
}

export default function NewQuestion() {
  const { number, title, redFlag, issuers } = useLoaderData<typeof loader>();
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const names = new Intl.ListFormat(localeOf(language)).format(issuers);
  return (
    <article className="questions">
      <p className="overline">
        <Link to={paths.advisory(language, number)}>{number}</Link>
      </p>
      <h1>{t("ask.title")}</h1>
      <p className="lead">
        {t("ask.aboutAdvisory", { number, title: title[language] || title.es || title.en })}
      </p>
      {redFlag && (
        <blockquote className="asked">
          <p className="label">{redFlag.publicId}</p>
          <p>{redFlag.text[language] || redFlag.text.es || redFlag.text.en}</p>
        </blockquote>
      )}
      <p>{t("ask.readers", { names, count: issuers.length })}</p>
      <AskForm
        subject={{ number, redFlag: redFlag?.publicId ?? null }}
        answer={useActionData<typeof action>()}
      />
    </article>
  );
}
