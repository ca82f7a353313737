import { list, type SourceRow } from "./read-signature-files.ts";
import { fieldOfColumn } from "./signature-columns.ts";

/** What columns of a source are not used for, said once. */
export function columnNotes(rows: SourceRow[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => row.cells.map(([column]) => column)))];
  const unknown = columns.filter((column) => column.trim() !== "" && fieldOfColumn(column) === undefined);
  const addresses = columns.filter((column) => fieldOfColumn(column) === "email");
  const notes: string[] = [];
  if (unknown.length > 0) notes.push(`Columns Tribune has no use for: ${list(unknown)}.`);
  if (addresses.length > 0) notes.push(`E-mail addresses are not stored: ${list(addresses)}.`);
  for (const field of new Set(columns.map(fieldOfColumn))) {
    if (field === undefined || field === "email") continue;
    const [first, ...others] = columns.filter((column) => fieldOfColumn(column) === field);
    const beside = (row: SourceRow) =>
      row.cells.filter(([column]) => fieldOfColumn(column) === field).length > 1;
    if (others.length > 0 && rows.some(beside))
      notes.push(`Used only where ${JSON.stringify(first)} is empty: ${list(others)}.`);
  }
  return notes;
}
