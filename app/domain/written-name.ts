/** Letters, digits and signs with which names of both countries are written. */
const written = /^(?:[A-Za-zÀ-ÖØ-öø-ƿǄ-ɏḀ-ỿªº0-9]\p{M}?|[ !"%&'()*+,./:;?°´·–—’‘“”«»¡¿-])+$/u;

/**
 * Whether a name is written so that its readers see whose it is: nothing invisible, nothing that turns the order of reading round,
 * no letter of another script that passes for one of these, no pile of marks, no mark of approval.
 */
export const isWrittenName = (name: string) => written.test(name.normalize("NFC"));
