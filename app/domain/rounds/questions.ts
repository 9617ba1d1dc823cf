import { observationPoints } from "~/domain/advisories/advisory.form";

/** From the worst to the best, in the words of each question. */
const ratings = ["1", "2", "3", "4", "5"] as const;

/**
 * What a round asks and counts (product.md §3). An answer is one category or none; in this order the form asks and a release prints.
 * A category once published keeps its key and its sense: trends compare it over rounds. Words: `rounds.question.<key>` in locales.
 * Without an answer to a `required` question nothing is signed. No answer follows from another one: a release protects each
 * question by itself (decision 225), so a form that hides or derives one of these by another would undo the protection.
 */
export const countedQuestions = [
  {
    key: "seen",
    about: "red-flag",
    kind: "choice",
    required: true,
    categories: ["never", "rarely", "sometimes", "often", "cannot-observe"],
  },
  {
    key: "observableAt",
    about: "red-flag",
    kind: "choice",
    required: false,
    categories: observationPoints,
  },
  // Whether and when are one question. Quarters count back from the one in which the round opens: every round has the same columns.
  {
    key: "adopted",
    about: "red-flag",
    kind: "choice",
    required: true,
    categories: [
      "already-covered",
      "this-quarter",
      "one-before",
      "two-before",
      "earlier",
      "not-adopted",
      "not-applicable",
    ],
  },
  {
    key: "worthReview",
    about: "red-flag",
    kind: "band",
    required: false,
    categories: ["under-1", "1-5", "5-20", "20-50", "over-50", "unknown"],
  },
  {
    key: "alertVolume",
    about: "red-flag",
    kind: "band",
    required: false,
    categories: ["none", "1-10", "11-100", "101-1000", "over-1000", "unknown"],
  },
  {
    key: "falsePositiveDriver",
    about: "red-flag",
    kind: "choice",
    required: false,
    categories: [
      "ordinary-business",
      "name-match",
      "threshold",
      "poor-records",
      "profile",
      "season",
      "other",
    ],
  },
  { key: "clarity", about: "red-flag", kind: "rating", required: true, categories: ratings },
  { key: "specificity", about: "red-flag", kind: "rating", required: true, categories: ratings },
  { key: "usefulness", about: "round", kind: "rating", required: true, categories: ratings },
  { key: "timeliness", about: "round", kind: "rating", required: true, categories: ratings },
  { key: "legalClarity", about: "round", kind: "rating", required: true, categories: ratings },
  { key: "qualityEs", about: "round", kind: "rating", required: false, categories: ratings },
  { key: "qualityEn", about: "round", kind: "rating", required: false, categories: ratings },
  { key: "newVariant", about: "round", kind: "choice", required: true, categories: ["yes", "no"] },
  {
    key: "pressureToClose",
    about: "round",
    kind: "choice",
    required: true,
    categories: ["none", "some", "exits-considered"],
  },
  {
    key: "daysToImplement",
    about: "round",
    kind: "band",
    required: false,
    categories: ["up-to-5", "6-20", "21-60", "61-120", "over-120", "not-implemented"],
  },
  {
    key: "effort",
    about: "round",
    kind: "band",
    required: false,
    categories: ["up-to-5", "6-20", "21-60", "61-120", "over-120", "unknown"],
  },
  { key: "wouldJoinRoundtable", about: "round", kind: "choice", required: true, categories: ["yes", "no"] },
] as const;

/** What is read by the authority and never counted; the words among them are screened before they are stored. */
export const uncountedQuestions = [
  { key: "missingRecords", about: "red-flag", kind: "words" },
  { key: "overlapsWith", about: "red-flag", kind: "red-flags" },
  { key: "suggestedWording", about: "red-flag", kind: "words" },
  { key: "newVariantSeen", about: "round", kind: "words" },
  { key: "corridor", about: "round", kind: "corridor" },
  { key: "questionToAuthority", about: "round", kind: "words" },
] as const;

/** All that the form asks, in its order. */
export const questions = [...countedQuestions, ...uncountedQuestions];
export type Question = (typeof questions)[number];
