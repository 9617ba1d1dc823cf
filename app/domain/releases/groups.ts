import { type Breakdown, type Group, type Kind, smallestGroup, type Withheld } from "./release";

/**
 * Puts together what is too few alone: the smallest first, then the next smallest, until they are enough. Nothing else about the
 * institutions or their answers decides, so the choice tells no more than that those groups are small.
 */
export function groupsOf(kinds: readonly Kind[], breakdown: Breakdown): Group[] | Withheld {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind[breakdown], (counts.get(kind[breakdown]) ?? 0) + 1);
  const bySize = [...counts].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));

  const rest: Group = { members: [], answered: 0 };
  const groups: Group[] = [];
  for (const [member, answered] of bySize) {
    if (answered < smallestGroup || (rest.answered > 0 && rest.answered < smallestGroup)) {
      rest.members.push(member);
      rest.answered += answered;
    } else groups.push({ members: [member], answered });
  }
  rest.members.sort();
  groups.sort(({ members: [a = ""] }, { members: [b = ""] }) => (a < b ? -1 : 1));
  if (rest.answered > 0) groups.push(rest);
  return groups.length < 2 ? { withheld: "too_few" } : groups;
}
