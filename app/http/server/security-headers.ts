import { createHash } from "node:crypto";
import { env } from "~/env.server";

type Allowed = {
  /** What lets a page's own inline scripts run: its nonce, or their hashes. */
  scripts?: string[];
  styles?: string[];
  development?: boolean;
};

export function contentSecurityPolicy({ scripts = [], styles = [], development = false }: Allowed) {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    // Vite's development server writes style elements of its own.
    ["style-src 'self'", ...(development ? ["'unsafe-inline'"] : styles)].join(" "),
    "img-src 'self' data:",
    ...(development ? ["connect-src 'self' ws:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(env().secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export const nonceSource = (nonce: string) => `'nonce-${nonce}'`;
export const hashSource = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** On every answer. */
export function commonHeaders(): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(env().secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
