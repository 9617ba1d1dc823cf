import Negotiator from "negotiator";
import { type Language, languages } from "~/domain/advisories/advisory.form";
import { isLanguage, languageInPath } from "~/i18n/language";

type Headers = { cookie?: string | undefined; acceptLanguage?: string | undefined };

/** The reader's language where the address names none: what they chose by the switch, else what their browser asks for. */
export function preferredLanguage({ cookie, acceptLanguage }: Headers): Language {
  const chosen = cookie?.match(/(?:^|;\s*)ribera_language=(es|en)(?:;|$)/)?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = new Negotiator({ headers: { "accept-language": acceptLanguage } }).language([...languages]);
  return isLanguage(asked) ? asked : "es";
}

export function languageOf(request: Request): Language {
  return (
    languageInPath(new URL(request.url).pathname) ??
    preferredLanguage({
      cookie: request.headers.get("Cookie") ?? undefined,
      acceptLanguage: request.headers.get("Accept-Language") ?? undefined,
    })
  );
}

/** The language of a page's address; an address in another language is not ours. */
export function requireLanguage(params: { lang?: string | undefined }): Language {
  if (!isLanguage(params.lang)) throw new Response(null, { status: 404 });
  return params.lang;
}
