import { done, refused } from "~/domain/outcome";
import { applicationForm } from "~/domain/vetting/application.form";
import { findOwnApplication } from "~/domain/vetting/own-application.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import { dayOf } from "~/domain/vetting/vetting";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findOwnApplication as find, submitApplication as submit } from "~/http/api/operations/vetting";
import { replied } from "~/http/api/replied";
import { unfit } from "~/http/api/what-does-not-fit";

const resource = answering(
  bind(find, async ({ db, by, at }) => {
    const own = await findOwnApplication(db, by, { at });
    if (!own) return refused("not_found");
    const { vetting, vettedUntil, mayAsk, start, last } = own;
    return done({
      body: {
        vetting,
        vettedUntil,
        mayAsk,
        facts: start,
        last: last && {
          id: last.id,
          submittedAt: last.submittedAt.toISOString(),
          outcome: last.outcome,
          refusal: last.refusal,
        },
      },
    });
  }),
  bind(submit, async ({ db, by, at, body, language }) => {
    const applying = { kind: by.organisationKind, jurisdiction: by.jurisdiction, today: dayOf(at) };
    // What a form leaves empty a program leaves out, or says that there is none.
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
    const read = applicationForm(applying).safeParse(given);
    if (!read.success) return unfit(read.error.issues, given, language);
    return replied(await submitApplication(db, { facts: read.data, by, at }));
  }),
);

export const loader = resource;
export const action = resource;
