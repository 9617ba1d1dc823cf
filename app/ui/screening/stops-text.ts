export const screen = () => import("~/domain/screening/screen-text").catch(() => undefined);

/** Where the screen cannot be fetched the server's decides, as it does in any case. */
export const stopsText = async (text: string) => ((await screen())?.screenText(text).length ?? 0) > 0;
