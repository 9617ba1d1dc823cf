import { done } from "~/domain/outcome";
import { questions } from "~/domain/rounds/questions";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { listRoundQuestions } from "~/http/api/operations/rounds";
import { i18nOf } from "~/i18n/i18n.server";

const inBoth = (key: string) => {
  const words = (language: "es" | "en") => i18nOf(language).t(`rounds:question.${key as "seen.asks"}`);
  return { es: words("es"), en: words("en") };
};

const items = () =>
  questions.map((one) => ({
    key: one.key,
    about: one.about,
    kind: one.kind,
    required: "required" in one && one.required,
    asks: inBoth(`${one.key}.asks`),
    categories:
      "categories" in one
        ? one.categories.map((key) => ({ key, name: inBoth(`${one.key}.category.${key}`) }))
        : [],
  }));

const resource = answering(bind(listRoundQuestions, async () => done({ body: { items: items() } })));

export const loader = resource;
export const action = resource;
