const megabyte = 1024 * 1024;

/** The most that a request to this path may carry, in megabytes. */
export const bodyLimit = (path: string) => (takesFiles.test(path) ? 12 : 2);

const takesFiles = /\/(attachments|files|materials)(\/[0-9a-f-]{36})?(\.data)?\/?$/;

export const bytesAllowed = (path: string) => bodyLimit(path) * megabyte;
