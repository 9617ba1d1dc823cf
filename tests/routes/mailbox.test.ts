import { beforeAll, expect, test } from "vitest";
import { postLocally } from "~/domain/digests/local-mail.server";
import type { Mail } from "~/domain/digests/mail";
import { paths } from "~/paths";
import { everyMail } from "../support/mails";
import { aMember } from "../support/people";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// What a developer reads in place of a mail service.

const world = aWorld();
const site = aSiteOf(world);
const id = "5a0d1a52-6d0f-4b34-9f0b-0f6f3f5b6a11";
let mail: Mail;
beforeAll(async () => {
  const { memberId } = await aMember(world);
  await world.owner`insert into demo_personas values ('somebody', ${memberId}, 0)`;
  const dated = (await everyMail("es")).find(([, { attachments = [] }]) => attachments.length > 0);
  if (!dated) throw new Error("no mail brings a file");
  mail = { ...dated[1], key: id };
  await postLocally(world.db, new Date())(mail);
});

test("the mailbox shows a mail as it is read, its text, its headers and what came with it, and is emptied on demand", async () => {
  const list = await (await site.ask(paths.demoMailbox())).text();
  expect(list).toContain(`href="${paths.demoMail(id)}"`);
  expect(list).toContain(mail.to);

  const shown = await (await site.ask(paths.demoMail(id))).text();
  for (const part of [
    mail.subject,
    "List-Unsubscribe-Post",
    "List-Unsubscribe=One-Click",
    paths.demoMailPage(id),
  ])
    expect(shown).toContain(part);
  expect(shown).toContain("Por confidencialidad, ni este correo ni el archivo");

  const page = await site.ask(paths.demoMailPage(id));
  expect(await page.text()).toBe(mail.html);
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");

  const [file] = mail.attachments ?? [];
  expect(shown).toContain(paths.demoMailAttachment(id, file?.filename ?? ""));
  const kept = await site.ask(paths.demoMailAttachment(id, file?.filename ?? ""));
  expect(kept.headers.get("Content-Type")).toBe(file?.contentType);
  expect(kept.headers.get("Content-Disposition")).toBe(`attachment; filename="${file?.filename}"`);
  expect(await kept.text()).toBe(file?.content);

  const { items } = await (await site.ask(paths.demoMailboxJson())).json();
  expect(items).toMatchObject([{ id, to: mail.to, headers: mail.headers }]);

  const emptied = await site.ask(`${paths.demoMailbox()}?index`, {
    method: "POST",
    headers: { Origin: site.origin },
    redirect: "manual",
  });
  expect(emptied.status).toBe(302);
  expect(await (await site.ask(paths.demoMailboxJson())).json()).toEqual({ items: [] });
  expect((await site.ask(paths.demoMail(id))).status).toBe(404);
});
