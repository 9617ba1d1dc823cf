/** What a token may do, from the least to the most: a program gets no more than its work needs. */
export const scopes = ["read", "adopt", "draft", "sign", "publish", "manage"] as const;
export type Scope = (typeof scopes)[number];
