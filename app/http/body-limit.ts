const megabyte = 1024 * 1024;

/** The most that a request to this path may carry, in megabytes. */
export const bodyLimit = (path: string) => (/\/attachments(\.data)?\/?$/.test(path) ? 12 : 2);

export const bytesAllowed = (path: string) => bodyLimit(path) * megabyte;
