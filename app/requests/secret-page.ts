/**
 * Headers of a page whose address is a secret from a mail: nobody keeps it, and no other site learns it.
 * "no-referrer" would make browsers send `Origin: null` with the page's own form, which is refused.
 */
export const secretPageHeaders = { "Referrer-Policy": "same-origin", "Cache-Control": "no-store" };
