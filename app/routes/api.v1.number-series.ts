import { findNumberSeries } from "~/domain/advisories/number-series.server";
import { setNumberSeries } from "~/domain/advisories/set-number-series.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findNumberSeries as find, setNumberSeries as set } from "~/http/api/operations/organisations";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(find, async ({ db, by }) => done({ body: { series: await findNumberSeries(db, by) } })),
  bind(set, async ({ db, by, at, body }) => replied(await setNumberSeries(db, { ...body, by, at }))),
);

export const loader = resource;
export const action = resource;
