/** As whom one speaks: chosen for each contribution and fixed with it. The last two leave no link to anybody. */
export const attributions = ["named", "organisation", "sector", "unattributed"] as const;
export type Attribution = (typeof attributions)[number];

/** Whether those at the table see which organisations are there just now. */
export const presenceRules = ["organisations", "none"] as const;
type PresenceRule = (typeof presenceRules)[number];

type Rules = { modes: Attribution[]; presence: PresenceRule };

/** The rules of a session as its agenda has them; one written before there were any allows every mode. */
export const rulesOf = ({ modes, presence }: Partial<Rules>): Rules => ({
  modes: modes && modes.length > 0 ? modes : [...attributions],
  presence: presence ?? "organisations",
});
