import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Reloading } from "./reloading";

/** Asks the page's loaders again, as soon as they can answer. */
export function useReload(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const idle = state === "idle" && navigation.state === "idle";
  const [reloading] = useState(() => new Reloading());
  reloading.page = { idle, revalidate };
  useEffect(() => {
    if (idle) reloading.look();
  }, [reloading, idle]);
  useEffect(() => reloading.stop, [reloading]);
  return reloading.ask;
}
