import { done } from "~/domain/outcome";
import { errorRate } from "~/domain/releases/early-signals";
import { type EarlySignal, listEarlySignals } from "~/domain/releases/early-signals.server";
import { smallestGroup } from "~/domain/releases/release";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { listEarlySignals as operation } from "~/http/api/operations/releases";

const roundOf = ({ id, closesAt, answered }: EarlySignal["before"]) => ({
  id,
  closesAt: closesAt.toISOString(),
  answered,
});

const resource = answering(
  bind(operation, async ({ db, by }) => {
    const { signals, ...counts } = await listEarlySignals(db, { by });
    return done({
      body: {
        test: "pearson-chi-squared" as const,
        falseDiscoveryRate: errorRate,
        leastAnswered: smallestGroup,
        ...counts,
        items: signals.map(({ about, before, after, redFlags, shifts, p }) => ({
          about:
            about.kind === "typology"
              ? { kind: about.kind, code: about.code }
              : { kind: about.kind, publicId: about.publicId },
          authority: after.authority,
          before: roundOf(before),
          after: roundOf(after),
          redFlags,
          shifts,
          p,
        })),
      },
    });
  }),
);

export const loader = resource;
export const action = resource;
