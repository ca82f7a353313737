import { useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { DocumentNode } from "./document.ts";
import { documentExtensions } from "./document-extensions.ts";
import { EditorFrame, useTextEditor } from "./editor-frame.tsx";

type Props = { document: DocumentNode; language: Language; error?: Phrase; onChange: () => void };

/** The editor of a letter's text. What it holds is sent with its form as JSON in the field `document`. */
export default function LetterEditor({ document, language, error, onChange }: Props) {
  const [json, setJson] = useState(() => JSON.stringify(document));
  const edited = useTextEditor({
    extensions: documentExtensions,
    content: document,
    language,
    error,
    onUpdate(changed) {
      setJson(JSON.stringify(changed));
      // After React has written the hidden field, so that what is saved holds this change.
      setTimeout(onChange, 0);
    },
  });
  return (
    <EditorFrame of={edited}>
      <input type="hidden" name="document" value={json} readOnly />
    </EditorFrame>
  );
}
