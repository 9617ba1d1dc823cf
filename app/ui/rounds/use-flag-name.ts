import { useCallback, useMemo } from "react";

type Named = { publicId: string };

/** A red flag by its short id where all are of one advisory, by the whole where they are of several. */
export function useFlagName(rows: Named[]) {
  const several = useMemo(() => new Set(rows.map(({ publicId }) => publicId.split("#")[0])).size > 1, [rows]);
  return useCallback(
    ({ publicId }: Named) => (several ? publicId.replace("#", " · ") : (publicId.split("#")[1] ?? publicId)),
    [several],
  );
}
