const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** An IANA zone that this engine knows. */
export const isTimeZone = (name: string) => zones.has(name);
