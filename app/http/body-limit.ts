import { mostMegabytes } from "~/domain/files/file-limit";

const megabyte = 1024 * 1024;
const mostText = 2;
/** What a form adds to the file in it, and the words beside it. */
const around = 2;

const takesFiles = /\/(attachments|files|materials)(\/[0-9a-f-]{36})?(\.data)?\/?$/;

/** The most that one can send to this path, in megabytes, as people are told it. */
export const bodyLimit = (path: string) => (takesFiles.test(path) ? mostMegabytes : mostText);

export const bytesAllowed = (path: string) =>
  (takesFiles.test(path) ? mostMegabytes + around : mostText) * megabyte;
