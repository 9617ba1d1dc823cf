import { Button } from "@react-email/button";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { Letter } from "./letter";
import { Paper, style } from "./paper";
import { WholeIds } from "./whole-ids";

export function LetterPage({ letter }: { letter: Letter }) {
  const { language, subject, preview, greeting, paragraphs, action, remarks, footer, links } = letter;
  return (
    <Paper language={language} subject={subject} preview={preview} footer={footer} links={links}>
      <Text style={style.text} className="ink">
        {greeting}
      </Text>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} style={style.text} className="ink">
          <WholeIds>{paragraph}</WholeIds>
        </Text>
      ))}
      {action && (
        <Section style={style.action}>
          <Button href={action.url} style={style.button} className="button">
            {action.label}
          </Button>
          <Text style={style.address} className="soft">
            <a href={action.url} style={style.link} className="link">
              {action.url}
            </a>
          </Text>
        </Section>
      )}
      {remarks.map((remark) => (
        <Text key={remark} style={style.small} className="soft">
          {remark}
        </Text>
      ))}
    </Paper>
  );
}
