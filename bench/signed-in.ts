/** A session cookie of a demo persona, by the demo's own door. */
export async function sessionOf(origin: string, persona: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/session`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams({ persona }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  if (!cookie) throw new Error(`${persona} got no session (${answer.status})`);
  return cookie;
}
