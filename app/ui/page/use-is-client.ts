import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the server renders and at hydration, then true: for widgets that only scripts can make. */
export const useIsClient = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
