import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { languageOf } from "~/http/language";
import { paths } from "~/paths";

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(paths.home(languageOf(request)), { headers: { Vary: "Cookie, Accept-Language" } });
}
