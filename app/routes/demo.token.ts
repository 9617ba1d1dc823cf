import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { issueToken } from "~/domain/auth/issue-token.server";
import { scopes } from "~/domain/auth/scope";
import { findDemoMember } from "~/domain/members/demo-people.server";
import { refused } from "~/domain/outcome";
import { requireDemo } from "~/http/demo.server";
import { problem } from "~/http/outcomes";
import { db } from "~db/client.server";

const oneDay = 24 * 60 * 60 * 1000;

export async function action({ request }: ActionFunctionArgs) {
  requireDemo();
  const form = await request.formData();
  const member = await findDemoMember(db, String(form.get("persona")));
  if (!member)
    return problem(request, refused("unknown_persona"), [{ pointer: "/persona", reason: "unknown_persona" }]);
  const expiresAt = new Date(now().getTime() + oneDay);
  const { memberId } = member;
  const token = await issueToken(db, { memberId, name: "demo", scopes, expiresAt, secret: randomBytes(32) });
  return Response.json({ token });
}
