/** Where passkeys belong: they work at this origin and at no other, so no imitation of the page can use one. */
export type Site = { origin: string };

export const hostOf = ({ origin }: Site) => new URL(origin).hostname;
