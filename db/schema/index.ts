export * from "./advisories";
export * from "./audit";
export * from "./members";
export * from "./organisations";
export * from "./search";
export * from "./typologies";
