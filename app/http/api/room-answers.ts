import type { FoundTerms } from "~/domain/roundtables/terms.server";

type Receipt = NonNullable<FoundTerms["receipt"]>;

export const receiptAsAnswer = ({ acceptedAt, ...receipt }: Receipt) => ({
  ...receipt,
  acceptedAt: acceptedAt.toISOString(),
});
