import type { Extensions } from "@tiptap/core";
import { CharacterCount, Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { type ReactNode, useId, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { CitationFinder } from "./citation-finder.tsx";
import { cleanPaste } from "./clean-paste.ts";
import { countWords, type DocumentNode, plainText } from "./document.ts";
import { EditorToolbar, type Tool } from "./editor-toolbar.tsx";

/** HTML of more than this is no letter but a web page; the browser would stand still while it is read. */
const largestPaste = 2_000_000;

type Wanted = {
  extensions: Extensions;
  /** What the editor begins with; nothing where an extension brings it. */
  content?: DocumentNode;
  language: Language;
  error?: Phrase;
  onUpdate: (document: DocumentNode) => void;
};

/** An editor of a letter's text and what its frame needs. */
export function useTextEditor({ extensions, content, language, error, onUpdate }: Wanted) {
  const { t } = useWords();
  const labelId = `${useId()}-label`;
  const [notice, setNotice] = useState<Phrase>();
  const [finder, setFinder] = useState<{ typed: boolean }>();
  const editor = useEditor({
    extensions: [
      ...extensions,
      CharacterCount,
      Placeholder.configure({ placeholder: t("editor.placeholder") }),
    ],
    content,
    immediatelyRender: false,
    // The styles are in editor.css: the page's Content-Security-Policy refuses injected ones.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "letter-text editor-text",
        lang: language,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": labelId,
        ...(error ? { "aria-invalid": "true", "aria-describedby": "text-error" } : {}),
      },
      // An "@" that is no part of a word or a mail address asks for a provision.
      handleTextInput(view, from, _to, typed) {
        const { $from } = view.state.selection;
        const before = view.state.doc.textBetween($from.start(), from, "\n", " ");
        if (typed !== "@" || $from.parent.type.spec.code || !/(^|[\s([«“"’'])$/u.test(before)) return false;
        setFinder({ typed: true });
        return true;
      },
      handlePaste(_view, event) {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const text = event.clipboardData?.getData("text/plain") ?? "";
        if (Math.max(html.length, text.length) <= largestPaste) return false;
        setNotice("editor.paste.tooLarge");
        return true;
      },
      transformPastedHTML(html) {
        const cleaned = cleanPaste(new DOMParser().parseFromString(html, "text/html"));
        setNotice(cleaned.droppedPictures > 0 ? "editor.paste.pictures" : undefined);
        return cleaned.html;
      },
    },
    onUpdate: ({ editor: changed }) => onUpdate(changed.getJSON() as DocumentNode),
  });
  return { editor, labelId, language, error, notice, setNotice, finder, setFinder };
}

/** The editor with its label, its tools and its count of words; `children` stand between label and tools. */
export function EditorFrame({
  of: { editor, labelId, language, error, notice, setNotice, finder, setFinder },
  tools,
  children,
}: {
  of: ReturnType<typeof useTextEditor>;
  tools?: Tool[];
  children?: ReactNode;
}) {
  const { t, number } = useWords();
  return (
    <div className={error ? "field field-wrong" : "field"} id="text">
      <p className="field-label" id={labelId}>
        {t("draft.text")}
      </p>
      {error ? (
        <p className="field-error" id="text-error">
          {t(error)}
        </p>
      ) : null}
      {children}
      {editor ? (
        <div className="editor">
          <EditorToolbar
            editor={editor}
            onCite={() => setFinder({ typed: false })}
            onNotice={setNotice}
            more={tools}
          />
          <EditorContent editor={editor} />
          {finder ? (
            <CitationFinder
              editor={editor}
              language={language}
              typed={finder.typed}
              onClose={() => setFinder(undefined)}
            />
          ) : null}
          <p className="editor-foot quiet">
            <WordCount
              editor={editor}
              format={(count) => t("editor.words", { count, number: number(count) })}
            />
            <span role="status">{notice ? ` ${t(notice)}` : null}</span>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function WordCount({ editor, format }: { editor: Editor; format: (count: number) => string }) {
  const words = useEditorState({
    editor,
    selector: ({ editor: read }) => countWords(plainText(read.getJSON() as DocumentNode)),
  });
  return <span>{format(words)}</span>;
}
