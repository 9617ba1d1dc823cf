import { randomBytes } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { makeToken, tokenDays } from "~/domain/auth/make-token.server";
import { listTokens } from "~/domain/auth/own-sign-in.server";
import { scopes, scopesFor } from "~/domain/auth/scope";
import { answerRefusal } from "~/http/outcomes";
import { requireMember, requireStepUp } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { TokensPage } from "~/ui/auth/tokens-page";
import { db } from "~db/client.server";

export const handle = { title: "auth:tokens.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const at = now().getTime();
  const tokens = await listTokens(db, by);
  return {
    timeZone: by.timeZone,
    periods: tokenDays,
    kind: by.organisationKind,
    usable: scopesFor(by),
    tokens: tokens.map(({ revokedAt, ...token }) => ({
      ...token,
      state: revokedAt
        ? ("revoked" as const)
        : Date.parse(token.expiresAt) <= at
          ? ("expired" as const)
          : ("live" as const),
    })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const form = await request.formData();
  const text = typedText(form);
  const wanted = form.getAll("scopes").map(String);
  const typed = { name: text("name"), scopes: wanted, days: text("days") };
  const outcome = await makeToken(db, {
    by,
    name: typed.name,
    scopes: scopes.filter((scope) => wanted.includes(scope)),
    days: Number(typed.days),
    secret: randomBytes(32),
    at: now(),
  });
  if (!outcome.ok) return answerRefusal(outcome, typed);
  return data({ made: outcome.value.token }, { headers: { "Cache-Control": "no-store" } });
}

export default function OwnTokens() {
  const answer = useActionData<typeof action>();
  return (
    <TokensPage
      {...useLoaderData<typeof loader>()}
      made={answer && "made" in answer ? answer.made : undefined}
      answer={answer && "refusal" in answer ? answer : undefined}
    />
  );
}
