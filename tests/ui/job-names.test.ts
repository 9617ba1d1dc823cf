import { expect, test } from "vitest";
import { allJobs } from "~/jobs/run-jobs.server";
import en from "~locales/en/operations.json";
import es from "~locales/es/operations.json";

test.each(Object.entries({ es, en }))("every job that the operator sees has a name in %s", (_, words) => {
  const jobs = (["server", "jobs"] as const).flatMap((kind) => allJobs(kind).map(({ name }) => name));
  expect(jobs.filter((name) => !(name in words.jobName))).toEqual([]);
});
