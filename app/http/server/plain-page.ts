import type { Language } from "~/domain/advisories/advisory.form";
import { escapeHtml } from "~/escape-html";
import { i18nOf } from "~/i18n/i18n.server";
import { localeOf } from "~/i18n/language";
import { paths } from "~/paths";
import { faces } from "~/styles/faces";
import type { Context } from "../context";
import { hashSource } from "./security-headers";

export type PlainStatus = 400 | 403 | 404 | 405 | 410 | 413 | 414 | 415 | 422 | 431 | 500 | 503;

const [serif, sans] = faces;

const face = (family: string, weights: string, url = "") =>
  `@font-face{font-family:"${family}";font-display:swap;font-weight:${weights};src:url("${url}") format("woff2")}`;

// The sheet of styles that names the faces elsewhere is a file of the build, whose name is not known here.
const style = `${face("Source Serif 4 Variable", "200 900", serif)}
${face("Public Sans Variable", "100 900", sans)}
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#15212c;--faint:#5c6872;--hairline:#ddd7ca;--accent:#0a5a60}
@media (prefers-color-scheme:dark){:root{--paper:#121c27;--ink:#ece7db;--faint:#a0a9b0;--hairline:#2d3b49;--accent:#86c9c0}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Source Serif 4 Variable",Georgia,serif}
.name{display:flex;align-items:center;gap:.75rem;margin:0;padding:1rem 1.25rem;border-bottom:1px solid var(--hairline);font-size:1.5rem;line-height:2rem}
main{max-width:38rem;margin:0 auto;padding:12vh 1.25rem 4rem}
h1{font-size:clamp(1.9rem,1.35rem + 2.3vw,2.9rem);line-height:1.15;font-weight:500;margin:0 0 1rem;text-wrap:balance}
a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
small{color:var(--faint);font:.875rem/1.5 "Public Sans Variable",system-ui,sans-serif}`;

export const plainPageStyle = hashSource(style);

/** A page that needs neither React nor the database: for when one of them is what failed. */
export function plainPage(
  status: PlainStatus,
  language: Language,
  requestId: string,
  refusal?: Context["refusal"],
): string {
  const { t } = i18nOf(language);
  const title = t(refusal ? "errors:noFile" : `errors:status.${status}`);
  const advice = refusal
    ? t(`refused:${refusal.reason as "unexpected"}`, refusal.facts)
    : t(`errors:advice.${status}`);
  const [way, to] = refusal ? [refusal.back, t("errors:back")] : [paths.home(language), t("errors:toHome")];
  return `<!DOCTYPE html>
<html lang="${localeOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Ribera</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${style}</style></head>
<body><header class="name"><img src="/favicon.svg" alt="" width="28" height="28">Ribera</header><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(advice)}</p><p><a href="${escapeHtml(way)}">${escapeHtml(to)}</a></p><p><small>${escapeHtml(t("errors:request", { id: requestId }))}</small></p></main></body></html>`;
}
