import { type Editor, useEditorState } from "@tiptap/react";
import { useState } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { EditorIcon } from "./editor-icons.tsx";
import { EditorDialog, type Asked } from "./editor-dialog.tsx";

export type Tool = {
  name: string;
  label: Phrase;
  run: () => void;
  active?: boolean;
  hidden?: boolean;
};

/** The editor's tools: plain buttons with names, each reached by Tab and told whether it is on. */
export function EditorToolbar({
  editor,
  onCite,
  onNotice,
  more = [],
}: {
  editor: Editor;
  onCite: () => void;
  onNotice: (notice: Phrase | undefined) => void;
  /** Tools of the page that the editor is on; they stand last. */
  more?: Tool[];
}) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const active = useEditorState({
    editor,
    selector: ({ editor: read }) => ({
      bold: read.isActive("bold"),
      italic: read.isActive("italic"),
      link: read.isActive("link"),
      bullet: read.isActive("bulletList"),
      ordered: read.isActive("orderedList"),
      quote: read.isActive("blockquote"),
      table: read.isActive("table"),
      level: ([2, 3, 4] as const).find((level) => read.isActive("heading", { level })) ?? 0,
      undo: read.can().undo(),
      redo: read.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    {
      name: "bold",
      label: "editor.bold",
      run: () => chain().toggleBold().run(),
      active: active.bold,
    },
    {
      name: "italic",
      label: "editor.italic",
      run: () => chain().toggleItalic().run(),
      active: active.italic,
    },
    { name: "link", label: "editor.link", run: () => setAsked("link"), active: active.link },
    {
      name: "bullet",
      label: "editor.bullet",
      run: () => chain().toggleBulletList().run(),
      active: active.bullet,
    },
    {
      name: "ordered",
      label: "editor.ordered",
      run: () => chain().toggleOrderedList().run(),
      active: active.ordered,
    },
    {
      name: "quote",
      label: "editor.quote",
      run: () => chain().toggleBlockquote().run(),
      active: active.quote,
    },
    { name: "footnote", label: "editor.footnote", run: () => setAsked("footnote") },
    { name: "citation", label: "editor.citation", run: onCite },
    {
      name: "table",
      label: "editor.table",
      run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      hidden: active.table,
    },
    { name: "image", label: "editor.image", run: () => setAsked("image") },
    {
      name: "row",
      label: "editor.table.row",
      run: () => chain().addRowAfter().run(),
      hidden: !active.table,
    },
    {
      name: "column",
      label: "editor.table.column",
      run: () => chain().addColumnAfter().run(),
      hidden: !active.table,
    },
    {
      name: "no-row",
      label: "editor.table.noRow",
      run: () => chain().deleteRow().run(),
      hidden: !active.table,
    },
    {
      name: "no-column",
      label: "editor.table.noColumn",
      run: () => chain().deleteColumn().run(),
      hidden: !active.table,
    },
    {
      name: "no-table",
      label: "editor.table.delete",
      run: () => chain().deleteTable().run(),
      hidden: !active.table,
    },
    { name: "undo", label: "editor.undo", run: () => chain().undo().run() },
    { name: "redo", label: "editor.redo", run: () => chain().redo().run() },
  ];
  return (
    <div className="editor-tools" role="toolbar" aria-label={t("editor.tools")}>
      <select
        aria-label={t("editor.heading")}
        value={active.level}
        onChange={(event) => {
          const level = Number(event.target.value);
          if (level === 0) chain().setParagraph().run();
          else
            chain()
              .toggleHeading({ level: level as 2 | 3 | 4 })
              .run();
        }}
      >
        <option value={0}>{t("editor.paragraph")}</option>
        {[2, 3, 4].map((level) => (
          <option key={level} value={level}>
            {t("editor.heading.level", { level: level - 1 })}
          </option>
        ))}
      </select>
      {[...tools, ...more]
        .filter((tool) => !tool.hidden)
        .map((tool) => (
          <button
            key={tool.name}
            type="button"
            className={`tool tool-${tool.name}`}
            title={t(tool.label)}
            aria-label={t(tool.label)}
            aria-pressed={tool.active}
            // The text keeps its focus and its selection while a tool is clicked.
            onMouseDown={(event) => event.preventDefault()}
            onClick={tool.run}
          >
            <EditorIcon name={tool.name} />
          </button>
        ))}
      {asked ? (
        <EditorDialog
          key={asked}
          editor={editor}
          asked={asked}
          onClose={() => setAsked(undefined)}
          onNotice={onNotice}
        />
      ) : null}
    </div>
  );
}
