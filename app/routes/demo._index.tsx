import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDemoPeople } from "~/domain/members/demo-people.server";
import { requireDemo } from "~/http/demo.server";
import { ownAddress } from "~/paths";
import { DemoPage } from "~/ui/demo/demo-page";
import { db } from "~db/client.server";
import { demoReceipt, demoRoundId } from "~db/demo/rounds/demo-rounds";

export const handle = { title: "demo:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  requireDemo();
  const { searchParams } = new URL(request.url);
  const people = await listDemoPeople(db);
  return {
    receipt: { roundId: demoRoundId(demoReceipt.round), secret: demoReceipt.secret },
    next: ownAddress(searchParams.get("next")) ?? "",
    people: people.map(({ key, viewer }) => ({
      key,
      name: viewer.name,
      organisation: viewer.organisation,
      kind: viewer.organisationKind,
      roles: viewer.roles,
    })),
  };
}

export default function Demo() {
  return <DemoPage {...useLoaderData<typeof loader>()} />;
}
