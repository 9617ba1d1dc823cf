type Recorded = {
  jurisdiction: string;
  registered314bOn: string | null;
  registered314bUntil: string | null;
  recordedGround: string | null;
  recordedGroundOn: string | null;
};

/** What protects an organisation's exchange of information, as recorded; what is not recorded is never assumed. */
export type LegalCover =
  | { kind: "none" }
  | { kind: "314b"; on: string | null; until: string; current: boolean }
  | { kind: "ground"; on: string | null; ground: string };

/** `today`: `2026-11-22`. A registration covers its last day. */
export function legalCoverOf(recorded: Recorded, today: string): LegalCover {
  const { jurisdiction, registered314bOn, registered314bUntil, recordedGround, recordedGroundOn } = recorded;
  if (jurisdiction === "US" && registered314bUntil) {
    const started = registered314bOn === null || registered314bOn <= today;
    return {
      kind: "314b",
      on: registered314bOn,
      until: registered314bUntil,
      current: started && registered314bUntil >= today,
    };
  }
  if (jurisdiction === "MX" && recordedGround) {
    return { kind: "ground", on: recordedGroundOn, ground: recordedGround };
  }
  return { kind: "none" };
}
