import { v5 } from "uuid";
import { emptyContent, emptyRedFlag, normaliseKeyTerm, redFlagId } from "~/domain/advisories/advisory";
import type {
  AdvisoryContent,
  AdvisoryType,
  Issuer,
  RedFlag,
  Section,
  SubPoint,
  Text,
  Tlp,
} from "~/domain/advisories/advisory.form";
import type { DemoAudience, DemoAuthority, DemoContent } from "./story";

const namespace = "5d0c3b1a-7f0e-4b7e-9a52-6a1f2c8e4d90";

type Point = Text & { sub?: Point[] };

type RedFlagWords = {
  group?: string;
  heading?: Text;
  text: Text;
  sub?: Point[];
  control?: Text;
  data: Text;
  falsePositive: Text;
  footnotes?: Text[];
  at: RedFlag["observableAt"];
  strength: NonNullable<RedFlag["strength"]>;
  /** Ordinals of this advisory's flags that weigh more together with this one. */
  with?: number[];
  amltrix: string[];
  tlp?: Tlp;
};

type KeyTerm = { printed: string; group?: string; secondary?: true };

type AdvisoryWords = Pick<
  AdvisoryContent,
  | "title"
  | "summary"
  | "sections"
  | "groups"
  | "redFlags"
  | "priorities"
  | "sectors"
  | "legalBasis"
  | "validFrom"
  | "reviewBy"
  | "relations"
  | "contact"
> &
  Partial<Pick<AdvisoryContent, "tlp" | "aliases" | "binding" | "lesson" | "statement">> & {
    type: AdvisoryType;
    typologies: string[];
    shareWith: Text[];
    predicates: Text[];
    products: Text[];
    corridors: [from: string, to: string][];
    audience?: DemoAudience;
    us: { keyTerms: KeyTerm[]; fields: string[] };
    mx: Omit<AdvisoryContent["filing"]["mx"], "fields">;
  };

type Pen = {
  slug: string;
  number: string;
  lead: DemoAuthority;
  joint?: DemoAuthority[];
  inCoordination?: DemoAuthority[];
};

/** Paragraphs written side by side, put together as one Markdown text for each language. */
export const prose = (...paragraphs: Text[]): Text => ({
  es: paragraphs.map((paragraph) => paragraph.es).join("\n\n"),
  en: paragraphs.map((paragraph) => paragraph.en).join("\n\n"),
});

export const list = (...items: Text[]): Text => ({
  es: items.map((item) => `- ${item.es}`).join("\n"),
  en: items.map((item) => `- ${item.en}`).join("\n"),
});

/** The building blocks of one demo advisory. Ids come from the slug and a key, so every load gives the same ones. */
export function pen({ slug, number, lead, joint = [], inCoordination = [] }: Pen) {
  const id = (key: string) => v5(`${slug}/${key}`, namespace);
  const items = (kind: string, texts: Text[]) =>
    texts.map((text) => ({ id: id(`${kind}/${text.en}`), text }));

  const points = (key: string, drafts: Point[] = []): SubPoint[] =>
    drafts.map(({ es, en, sub }, i) => ({
      id: id(`${key}/${i}`),
      text: { es, en },
      sub: points(`${key}/${i}`, sub),
    }));

  const issuer = (shortName: string, role: Issuer["role"]): Issuer => ({
    organisationId: null,
    shortName,
    role,
  });

  const section = (kind: Section["kind"], heading: Text, body: Text, tlp: Tlp = "CLEAR"): Section => ({
    id: id(`section/${kind}/${heading.en}`),
    kind,
    heading,
    body,
    tlp,
  });

  const group = (key: string, name: Text) => ({ id: id(`group/${key}`), name });

  const redFlag = (n: number, words: RedFlagWords): RedFlag => ({
    ...emptyRedFlag(id(`flag/${n}`), n),
    group: words.group ? id(`group/${words.group}`) : null,
    heading: words.heading ?? { es: "", en: "" },
    text: words.text,
    sub: points(`flag/${n}`, words.sub),
    suggestedControl: words.control ?? { es: "", en: "" },
    footnotes: (words.footnotes ?? []).map((text, i) => ({ id: id(`flag/${n}/footnote/${i}`), text })),
    observableAt: words.at,
    dataNeeded: words.data,
    strength: words.strength,
    combinesWith: (words.with ?? []).map((other) => redFlagId(number, other)),
    falsePositiveNote: words.falsePositive,
    amltrix: words.amltrix,
    tlp: words.tlp ?? "CLEAR",
  });

  /** A flag that is at home in another advisory, under a group of this one. */
  const borrowed = (flag: RedFlag, home: string, groupKey: string): RedFlag => ({
    ...flag,
    home,
    group: id(`group/${groupKey}`),
  });

  const advisory = (words: AdvisoryWords): DemoContent => {
    const { type, typologies, shareWith, predicates, products, corridors, audience, us, mx, ...rest } = words;
    const issuers = [
      issuer(lead, "lead"),
      ...joint.map((name) => issuer(name, "joint")),
      ...inCoordination.map((name) => issuer(name, "in-coordination")),
    ];

    return {
      ...emptyContent(type, issuers),
      ...rest,
      audience: audience ?? { jurisdictions: [], sectors: [], organisations: [] },
      typologies: typologies.map((code) => ({ code, printed: { es: "", en: "" } })),
      shareWith: items("share-with", shareWith),
      predicates: items("predicate", predicates),
      products: items("product", products),
      corridors: corridors.map(([from, to]) => ({ from, to })),
      filing: {
        us: {
          keyTerms: us.keyTerms.map(({ printed, group: key, secondary = false }) => ({
            id: id(`key-term/${printed}`),
            printed,
            normalised: normaliseKeyTerm(printed),
            appliesTo: key ? id(`group/${key}`) : null,
            secondary,
          })),
          fields: us.fields.map((text) => ({ id: id(`field/${text}`), text })),
        },
        mx: { fields: [], ...mx },
      },
    };
  };

  return { id, section, group, redFlag, borrowed, advisory };
}

/** The flags of a next version: those with a new wording become `amended`. */
export function amendFlag(
  flags: RedFlag[],
  n: number,
  changeNote: Text,
  words: Partial<
    Pick<RedFlag, "text" | "strength" | "falsePositiveNote" | "suggestedControl" | "dataNeeded">
  >,
): RedFlag[] {
  return flags.map((flag) => (flag.n === n ? { ...flag, ...words, state: "amended", changeNote } : flag));
}

/** A withdrawn flag keeps its place, its words and its id; the note says why it no longer serves. */
export function withdrawFlag(flags: RedFlag[], n: number, changeNote: Text): RedFlag[] {
  return flags.map((flag) => (flag.n === n ? { ...flag, state: "withdrawn", changeNote } : flag));
}
