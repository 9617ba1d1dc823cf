type Window = { most: number; minutes: number };

/**
 * How often something may be tried, per account and per address that it is tried from; a try beyond any of the windows is
 * refused unread. Passkeys cannot be guessed, so only their addresses are counted: nobody can be locked out of theirs.
 */
export const limits = {
  "sign-in": {
    account: [
      { most: 10, minutes: 15 },
      { most: 40, minutes: 24 * 60 },
    ],
    address: [{ most: 60, minutes: 15 }],
  },
  recovery: {
    account: [
      { most: 5, minutes: 15 },
      { most: 15, minutes: 24 * 60 },
    ],
    address: [{ most: 20, minutes: 15 }],
  },
  confirm: { account: [{ most: 10, minutes: 15 }], address: [{ most: 60, minutes: 15 }] },
  passkey: { account: [], address: [{ most: 120, minutes: 15 }] },
  // Of a secret in an address only those that opened nothing are counted: nobody has to type one.
  "invitation-link": { account: [], address: [{ most: 40, minutes: 15 }] },
  // Each look with a receipt's secret, right or wrong: what is counted says nothing of what was found.
  receipt: { account: [], address: [{ most: 40, minutes: 15 }] },
  calendar: { account: [], address: [{ most: 60, minutes: 15 }] },
  feed: { account: [], address: [{ most: 60, minutes: 15 }] },
  invitation: { account: [{ most: 20, minutes: 15 }], address: [{ most: 40, minutes: 15 }] },
} satisfies Record<string, { account: Window[]; address: Window[] }>;

export type Purpose = keyof typeof limits;
