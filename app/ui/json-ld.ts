/** Linked data as it may stand in a script element: `<` is escaped, so that nothing that was typed can end it. */
export const writeJsonLd = (value: Record<string, unknown>): string =>
  JSON.stringify({ "@context": "https://schema.org", ...value }).replaceAll("<", "\\u003c");
