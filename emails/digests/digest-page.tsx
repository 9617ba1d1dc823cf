import { Heading } from "@react-email/heading";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { Paper, style } from "../paper";
import { WholeIds } from "../whole-ids";
import type { Digest, DigestItem } from "./digest";

const own = {
  label: { ...style.small, fontWeight: 700, letterSpacing: "0.02em" },
  heading: { ...style.small, fontWeight: 700, margin: "28px 0 8px", fontSize: "15px" },
  item: { margin: "0 0 20px" },
  title: { ...style.text, margin: 0 },
  line: { ...style.small, margin: "4px 0 0" },
} as const;

const localeOf = { es: "es-MX", en: "en-US" };

export function DigestPage({ digest }: { digest: Digest }) {
  const { language, subject, preview, greeting, label, intro, parts, remarks, footer, links } = digest;
  return (
    <Paper language={language} subject={subject} preview={preview} footer={footer} links={links}>
      <Text style={own.label} className="soft">
        {label}
      </Text>
      <Text style={style.text} className="ink">
        {greeting}
      </Text>
      <Text style={style.text} className="ink">
        {intro}
      </Text>
      {parts.map(({ heading, items }) => (
        <Section key={heading}>
          <Heading as="h2" style={own.heading} className="soft">
            {heading}
          </Heading>
          {items.map((item) => (
            <Item key={item.url + item.title} item={item} />
          ))}
        </Section>
      ))}
      {remarks.map((remark) => (
        <Text key={remark} style={style.small} className="soft">
          {remark}
        </Text>
      ))}
    </Paper>
  );
}

function Item({ item: { title, url, titleLanguage, marks, lines } }: { item: DigestItem }) {
  return (
    <Section style={own.item}>
      <Text style={own.title} className="ink">
        <a
          href={url}
          style={style.end}
          className="link"
          {...(titleLanguage ? { lang: localeOf[titleLanguage] } : {})}
        >
          <WholeIds>{title}</WholeIds>
        </a>
      </Text>
      {marks !== "" && (
        <Text style={own.line} className="soft">
          {marks}
        </Text>
      )}
      {lines.map((line) => (
        <Text key={line} style={own.line} className="ink">
          <WholeIds>{line}</WholeIds>
        </Text>
      ))}
    </Section>
  );
}
