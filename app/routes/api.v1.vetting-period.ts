import { done } from "~/domain/outcome";
import { setVettingPeriod } from "~/domain/vetting/set-vetting-period.server";
import { findVettingPeriod } from "~/domain/vetting/vetting-period.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findVettingPeriod as find, setVettingPeriod as set } from "~/http/api/operations/vetting";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(find, async ({ db, by }) => {
    const { months, setAt } = await findVettingPeriod(db, by);
    return done({ body: { months, since: setAt?.toISOString() ?? null } });
  }),
  bind(set, async ({ db, by, at, body }) => replied(await setVettingPeriod(db, { ...body, by, at }))),
);

export const loader = resource;
export const action = resource;
