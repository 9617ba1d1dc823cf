/** Most megabytes of one file. */
export const mostMegabytes = 10;
