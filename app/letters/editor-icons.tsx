/** The signs of the editor's tools, drawn on 20 by 20 in the colour of their button. */
const paths: Record<string, string> = {
  bold: "M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z",
  comment: "M3.500 4h13v9.500H9.500L6 16.800v-3.300H3.500z",
  italic: "M9 4h6M5 16h6M12 4 8 16",
  link: "M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1",
  bullet: "M8 5h9M8 10h9M8 15h9M3.6 5h.01M3.6 10h.01M3.6 15h.01",
  ordered:
    "M8.5 5H17M8.5 10H17M8.5 15H17M3 3.5l1.2-.7V7M2.8 12.8c.3-1.3 2.4-1.2 2.4.1 0 1-2.4 2.3-2.4 3.3h2.5",
  quote:
    "M4 14V9.5C4 7 5.500 5.500 7.500 5M11.500 14V9.500c0-2.500 1.500-4 3.500-4.500M4 10h3.500v4H4zm7.500 0H15v4h-3.500z",
  footnote: "M3 9l6 8M9 9l-6 8M14 4.500l2-1.500v7",
  citation:
    "M16.500 10a6.500 6.500 0 1 0-2.500 5.100M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.200a1.750 1.750 0 0 0 3.500 0V10",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12",
  image: "M3 4h14v12H3zM3 14l4-4 3 3 3-3.500 4 4.500M7.500 7.500h.01",
  row: "M3 4h14v5H3zM10 12v5M7.500 14.500h5",
  column: "M4 3v14h5V3zM12 10h5M14.500 7.500v5",
  "no-row": "M3 4h14v5H3zM7.500 14.500h5",
  "no-column": "M4 3v14h5V3zM12 10h5",
  "no-table": "M3 4h14v12H3zM7 7.500l6 5M13 7.500l-6 5",
  undo: "M7 4 3.500 7.500 7 11M4 7.500h7.500a4 4 0 0 1 0 8H8",
  redo: "M13 4l3.500 3.500L13 11M16 7.500H8.500a4 4 0 0 0 0 8H12",
};

/** One tool's sign; its button carries the name. */
export function EditorIcon({ name }: { name: string }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
