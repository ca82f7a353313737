import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { FormState } from "#app/requests/form.ts";
import { TextArea } from "#app/ui/field.tsx";
import type { LiveDraft, Opened } from "#app/together/live-draft.ts";
import type { DocumentNode } from "./document.ts";

// The editor is 130 KB: it is fetched on the pages that write alone, after they can be read.
const LetterEditor = lazy(() => import("./letter-editor.tsx"));
const LiveEditor = lazy(() => import("#app/together/live-editor.tsx"));

/** The document that a refused form brings back; undefined when it has none. */
export function documentOf(json: string | undefined): DocumentNode | undefined {
  if (!json) return undefined;
  try {
    return JSON.parse(json) as DocumentNode;
  } catch {
    return undefined;
  }
}

type DocumentFieldProps = {
  document: DocumentNode;
  markdown: string;
  form?: FormState;
  language: Language;
  onChange: () => void;
  restored: DocumentNode | undefined;
  /** Where the text is edited together with others. */
  opened?: Opened;
  onOpen?: (live: LiveDraft | null) => void;
};

/** The text of a letter in a form: a text area of Markdown that becomes the editor once that has arrived. */
export function DocumentField({
  document,
  markdown,
  form,
  language,
  onChange,
  restored,
  opened,
  onOpen,
}: DocumentFieldProps) {
  const area = useRef<HTMLDivElement>(null);
  const [rich, setRich] = useState(false);
  useEffect(() => {
    const typed = area.current?.querySelector("textarea");
    // What was typed before the script arrived stays where it was typed.
    if (typed && typed.value !== typed.defaultValue) return;
    setRich(true);
  }, []);
  const plain = (
    <TextArea
      name="text"
      label="draft.text"
      hint="draft.text.hint"
      form={form}
      optional
      defaultValue={markdown}
      rows={24}
      className="text-input"
      lang={language}
    />
  );
  return (
    <div ref={area}>
      {rich ? (
        <Suspense fallback={plain}>
          {opened && onOpen ? (
            <LiveEditor opened={opened} language={language} error={form?.errors.text} onOpen={onOpen} />
          ) : (
            <LetterEditor
              key={restored ? "restored" : "stored"}
              document={restored ?? document}
              language={language}
              error={form?.errors.text}
              onChange={onChange}
            />
          )}
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
}
