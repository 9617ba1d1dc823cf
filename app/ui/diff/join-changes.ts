import type { Run } from "~/domain/advisories/text-diff";

/** One side of a comparison with neighbouring changes as one stretch, and no mark on the spaces around it. */
export function joinChanges(runs: Run[]): Run[] {
  const joined: Run[] = [];
  runs.forEach((run, i) => {
    const last = joined.at(-1);
    const between = run.kind === "same" && run.text.trim() === "" && last && runs[i + 1];
    const kind = between ? last.kind : run.kind;
    if (last?.kind === kind) last.text += run.text;
    else joined.push({ kind, text: run.text });
  });
  return joined.flatMap(trimmed);
}

function trimmed({ kind, text }: Run): Run[] {
  const core = text.trim();
  if (kind === "same" || core === "") return [{ kind, text }];
  const start = text.indexOf(core);
  const parts: Run[] = [
    { kind: "same", text: text.slice(0, start) },
    { kind, text: core },
    { kind: "same", text: text.slice(start + core.length) },
  ];
  return parts.filter((part) => part.text !== "");
}
