import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Language } from "~/domain/advisories/advisory.form";
import { requireLanguage } from "./language";

type Params = LoaderFunctionArgs["params"];

/**
 * The loader of an act's address. There is nothing to read at it: whoever opens it (a page loaded again, a link kept) is led to
 * the page that the act is of, be there such a thing or not. The page of a refused act, with scripts or without, stays.
 */
export const leadsTo =
  (page: (language: Language, params: Params) => string) =>
  ({ params, context }: LoaderFunctionArgs) =>
    context.isPage && !context.isWrite ? redirect(page(requireLanguage(params), params)) : null;

/** The same, where the form of a refused act cannot be shown again, without scripts, by what was typed alone. */
export const leadsToOr =
  <Needed>(
    elsewhere: ReturnType<typeof leadsTo>,
    needed: (args: LoaderFunctionArgs) => Promise<Needed | null>,
  ) =>
  async (args: LoaderFunctionArgs) =>
    args.context.isPage && args.context.isWrite ? needed(args) : elsewhere(args);
