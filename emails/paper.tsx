import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Link } from "./letter";

const serif = 'Georgia, "Times New Roman", serif';
const sans = 'Arial, "Helvetica Neue", Helvetica, sans-serif';

export const style = {
  body: { backgroundColor: "#fbf9f4", color: "#15212c", margin: 0, padding: "24px 0", fontFamily: serif },
  page: { maxWidth: "600px", width: "100%" },
  // Of a block inside: where `box-sizing` is unknown, the sheet itself would grow beyond its window by as much.
  margins: { padding: "0 20px" },
  mark: { color: "#0a5a60", fontFamily: serif, fontSize: "20px", lineHeight: "28px", margin: "0 0 24px" },
  heading: { fontSize: "24px", lineHeight: "32px", fontWeight: 600, margin: "0 0 20px", color: "#15212c" },
  text: { fontSize: "17px", lineHeight: "27px", margin: "0 0 16px", color: "#15212c" },
  action: { margin: "28px 0" },
  button: {
    backgroundColor: "#0a5a60",
    color: "#ffffff",
    fontFamily: sans,
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 600,
    padding: "12px 20px",
    borderRadius: "3px",
    textDecoration: "none",
  },
  address: { fontFamily: sans, fontSize: "13px", lineHeight: "20px", margin: "14px 0 0", color: "#43505b" },
  link: { color: "#0a5a60", wordBreak: "break-all" },
  end: { color: "#0a5a60", textDecoration: "underline" },
  small: { fontFamily: sans, fontSize: "14px", lineHeight: "22px", margin: "0 0 12px", color: "#43505b" },
  line: { borderColor: "#ddd7ca", margin: "28px 0 16px" },
} as const;

// A reader in the dark gets dark paper; clients that know no media queries keep the light one.
const dark = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    html, body, td, .paper { background-color: #121c27 !important; }
    .ink { color: #ece7db !important; }
    .soft { color: #bfc4c6 !important; }
    .mark, .link { color: #86c9c0 !important; }
    .button { background-color: #86c9c0 !important; color: #0b1a20 !important; }
    .line { border-color: #2d3b49 !important; }
  }`;

type Props = {
  language: Language;
  subject: string;
  /** What a list of mails shows after the subject. */
  preview: string;
  children: ReactNode;
  footer: string[];
  links: Link[];
};

/** The sheet of every mail: one column, no picture, fonts that every machine has. */
export function Paper({ language, subject, preview, children, footer, links }: Props) {
  return (
    <Html lang={language === "es" ? "es-MX" : "en-US"}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <style>{dark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={style.body} className="paper">
        <Container style={style.page} className="paper">
          <div style={style.margins}>
            <Text style={style.mark} className="mark">
              Ribera
            </Text>
            <Heading as="h1" style={style.heading} className="ink">
              {subject}
            </Heading>
            {children}
            <Hr style={style.line} className="line" />
            {footer.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one mail never move.
              <Text key={place} style={style.small} className="soft">
                {line}
              </Text>
            ))}
            {links.map(({ label, url }) => (
              <Text key={url} style={style.small} className="soft">
                <a href={url} style={style.end} className="link">
                  {label}
                </a>
              </Text>
            ))}
          </div>
        </Container>
      </Body>
    </Html>
  );
}
