import type { ActionFunctionArgs } from "@remix-run/node";
import { askForPasskey } from "~/domain/auth/ask-for-passkey.server";
import { env } from "~/env.server";
import { answerChallenge } from "~/http/challenge.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export const action = ({ context }: ActionFunctionArgs) =>
  answerChallenge(context, () => askForPasskey(db, { site: env(), by: null }));
