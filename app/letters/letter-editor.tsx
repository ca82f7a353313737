import { CharacterCount, Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useId, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { CitationFinder } from "./citation-finder.tsx";
import { cleanPaste } from "./clean-paste.ts";
import { countWords, type DocumentNode, plainText } from "./document.ts";
import { documentExtensions } from "./document-extensions.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";

/** HTML of more than this is no letter but a web page; the browser would stand still while it is read. */
const largestPaste = 2_000_000;

type Props = { document: DocumentNode; language: Language; error?: Phrase; onChange: () => void };

/** The editor of a letter's text. What it holds is sent with its form as JSON in the field `document`. */
export default function LetterEditor({ document, language, error, onChange }: Props) {
  const { t, number } = useWords();
  const id = useId();
  const [json, setJson] = useState(() => JSON.stringify(document));
  const [notice, setNotice] = useState<Phrase>();
  const [finder, setFinder] = useState<{ typed: boolean }>();
  const editor = useEditor({
    extensions: [
      ...documentExtensions,
      CharacterCount,
      Placeholder.configure({ placeholder: t("editor.placeholder") }),
    ],
    content: document,
    immediatelyRender: false,
    // The styles are in editor.css: the page's Content-Security-Policy refuses injected ones.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "letter-text editor-text",
        lang: language,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
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
    onUpdate({ editor: changed }) {
      setJson(JSON.stringify(changed.getJSON()));
      // After React has written the hidden field, so that what is saved holds this change.
      setTimeout(onChange, 0);
    },
  });
  return (
    <div className={error ? "field field-wrong" : "field"} id="text">
      <p className="field-label" id={`${id}-label`}>
        {t("draft.text")}
      </p>
      {error ? (
        <p className="field-error" id="text-error">
          {t(error)}
        </p>
      ) : null}
      <input type="hidden" name="document" value={json} readOnly />
      {editor ? (
        <div className="editor">
          <EditorToolbar editor={editor} onCite={() => setFinder({ typed: false })} onNotice={setNotice} />
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
