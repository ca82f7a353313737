/** Which text an edit of a published letter was made on. */
export type RevisionBase = {
  /** The version it starts from. */
  basedOn: number;
  /** The saved revision it continues; 0 when nothing was saved yet. */
  revision: number;
};

/** The hidden fields of its forms; what is no number is 0, which no version has. */
export function readBase(values: Record<string, string>): RevisionBase {
  const count = (value: string | undefined) => (/^\d{1,9}$/.test(value ?? "") ? Number(value) : 0);
  return { basedOn: count(values.basedOn), revision: count(values.revision) };
}
