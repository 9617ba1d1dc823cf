import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import { findBoard } from "~/domain/adoption/boards.server";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { aFlag, anIssued, at, type Staff, value } from "./desk";
import { aMember, anOrganisation } from "./people";
import type { World } from "./world";

/** An institution with those who work on its boards and the one who looks after its people. */
export async function anInstitution(world: World, given: Parameters<typeof anOrganisation>[1] = {}) {
  const organisation = await anOrganisation(world, { kind: "institution", ...given });
  return {
    organisation,
    officer: await aMember(world, { organisation, roles: ["compliance-officer"] }),
    analyst: await aMember(world, { organisation, roles: ["analyst"] }),
    administrator: await aMember(world, { organisation, roles: ["administrator"] }),
  };
}
export type Institution = Awaited<ReturnType<typeof anInstitution>>;

/** An advisory with so many red flags, received by the institution: its board, and what each red flag is called. */
export async function aBoard(
  world: World,
  lead: Staff,
  { officer }: Institution,
  { flags = 3, ...given }: Partial<AdvisoryContent> & { flags?: number } = {},
) {
  const redFlags = Array.from({ length: flags }, (_, i) => aFlag(i + 1));
  const { number } = await anIssued(world, lead, { redFlags, ...given });
  const { id } = value(await acknowledgeAdvisory(world.db, { number, by: officer, at }));
  return { id, number, redFlags, idOf: (n: number) => `${number}#RF-0${n}` };
}

export async function boardOf(world: World, by: Parameters<typeof findBoard>[1], number: string) {
  const board = await findBoard(world.db, by, number);
  if (!board) throw new Error("the board is not seen");
  return board;
}
