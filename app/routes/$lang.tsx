import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { requireLanguage } from "~/http/language";

export { shouldRevalidate } from "~/http/unanswered";

export function loader({ params }: LoaderFunctionArgs) {
  return { language: requireLanguage(params) };
}

export default function InLanguage() {
  return <Outlet />;
}
