export * from "./adoption";
export * from "./advisories";
export * from "./audit";
export * from "./auth";
export * from "./invitations";
export * from "./machine";
export * from "./members";
export * from "./notices";
export * from "./organisations";

<<<<<<< HEAD

export * from "./questions";
export * from "./replies";

=======
>>>>>>> cd49b03 (Keep the list of tables in order)

export * from "./releases";
export * from "./replies";
export * from "./rounds";
export * from "./screening";
export * from "./search";
export * from "./typologies";
export * from "./vetting";
