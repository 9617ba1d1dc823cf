import type { LoaderFunctionArgs } from "@remix-run/node";
import { refused } from "~/domain/outcome";
import { problem } from "~/http/outcomes";

/** Whatever the API has no address for answers as what the asker may not know of. */
export const loader = ({ request }: LoaderFunctionArgs) => problem(request, refused("not_found"));
export const action = loader;
