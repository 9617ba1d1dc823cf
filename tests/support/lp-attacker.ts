import { equalTo, type Model, solve } from "yalps";
import {
  type Breakdown,
  breakdowns,
  type Kind,
  type Release,
  type ReleaseTable,
  rule,
} from "~/domain/releases/release";

/** Of which releases an institution's ballot is part, and as what: all that an attacker is given besides what is published. */
export type Counted = (Kind | null)[];

export type Insider = { counted: Counted; category: number };

export type Hole = {
  release: number;
  breakdown: string;
  group: number;
  category: string;
  least: number;
  most: number;
};

/**
 * Reckons, by another solver and from the figures as they are printed, the least and the most that each withheld count can be. The
 * attacker knows who answered each release, and may be one of them.
 */
export function holesIn(
  releases: readonly Release[],
  subject: number,
  people: readonly Counted[],
  insider?: Insider,
) {
  const tables = releases.flatMap(({ tables }) => tables[subject] ?? []);
  const categories = tables[0]?.categories ?? [];
  const labels = new Map<string, { size: number; at: string[] }>();
  for (const counted of people) {
    const at = counted.flatMap((kind, i) => columnsOf(releases[i], kind).map((column) => `${i}:${column}`));
    const label = at.join(" ");
    labels.set(label, { at, size: (labels.get(label)?.size ?? 0) + 1 });
  }
  const own = insider?.counted.flatMap((kind, i) =>
    columnsOf(releases[i], kind).map((column) => `${i}:${column}`),
  );

  const constraints = new Map<string, ReturnType<typeof equalTo> | { min: number }>();
  const variables = new Map<string, Map<string, number>>();
  for (const [label, { size, at }] of labels) {
    constraints.set(`all ${label}`, equalTo(size));
    categories.forEach((_, category) => {
      const mine = own?.join(" ") === label && insider?.category === category;
      if (mine) constraints.set("own", { min: 1 });
      variables.set(
        `${category} ${label}`,
        new Map([
          [`all ${label}`, 1],
          ...at.map((column): [string, number] => [`${category} ${column}`, 1]),
          ...(mine ? [["own", 1] as [string, number]] : []),
        ]),
      );
    });
  }
  const hidden: { release: number; column: string; category: number }[] = [];
  releases.forEach((release, i) => {
    const table = tables[i];
    if (!table) return;
    for (const { column, counts } of printed(release, table)) {
      counts.forEach((count, category) => {
        if (count === null) hidden.push({ release: i, column, category });
        else constraints.set(`${category} ${i}:${column}`, equalTo(count));
      });
    }
  });

  return hidden.flatMap(({ release, column, category }): Hole[] => {
    const objective = `${category} ${release}:${column}`;
    const bound = (direction: "minimize" | "maximize") => {
      const model: Model = { direction, objective, constraints, variables };
      const { status, result } = solve(model, { maxIterations: 100_000 });
      return status === "optimal" ? result : undefined;
    };
    const [least, most] = [bound("minimize"), bound("maximize")];
    // What the truth satisfies has a solution: a solver that finds none has seen nothing.
    if (least === undefined || most === undefined) throw new Error("The attacker's solver failed.");
    const mine = own?.includes(`${release}:${column}`) && insider?.category === category ? 1 : 0;
    if (most - mine > rule.fewest - 1e-6 && most - least > 1e-6) return [];
    const [breakdown = "", group = "0"] = column.split("/");
    return [{ release, breakdown, group: Number(group), category: categories[category] ?? "", least, most }];
  });
}

function columnsOf(release: Release | undefined, kind: Kind | null): string[] {
  if (!release || !kind) return [];
  const inGroup = (breakdown: Breakdown) => {
    const held = release.groups[breakdown];
    if ("withheld" in held) return [];
    return [`${breakdown}/${held.findIndex(({ members }) => members.includes(kind[breakdown]))}`];
  };
  return ["overall", ...breakdowns.flatMap(inGroup)];
}

/** Each column that a reader sees or is told is withheld. */
function printed(release: Release, table: ReleaseTable) {
  const none = table.categories.map(() => null);
  const columns = [{ column: "overall", counts: "withheld" in table.overall ? none : table.overall }];
  for (const breakdown of breakdowns) {
    const held = release.groups[breakdown];
    if ("withheld" in held) continue;
    const shown = table[breakdown];
    held.forEach((_, group) => {
      columns.push({
        column: `${breakdown}/${group}`,
        counts: "withheld" in shown ? none : (shown[group] ?? none),
      });
    });
  }
  return columns;
}
