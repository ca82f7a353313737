import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { useEffect, useRef, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { documentExtensions } from "#app/letters/document-extensions.ts";
import { EditorFrame, useTextEditor } from "#app/letters/editor-frame.tsx";
import { useWords } from "#app/ui/words.tsx";
import { LiveDraft, type Opened } from "./live-draft.ts";
import { textName } from "./shared-text.ts";
import { useStanding } from "./use-standing.ts";

type Props = {
  opened: Opened;
  language: Language;
  error?: Phrase;
  /** Gives the draft out once it is open, for the form around it; null when it is closed. */
  onOpen: (live: LiveDraft | null) => void;
};

/** Carets are told apart by a colour and a name; colours are classes, for the page's policy refuses styles of elements. */
function caretOf(user: { name?: string; colour?: number }): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `caret caret-${Number(user.colour ?? 0) % 8}`;
  caret.setAttribute("aria-hidden", "true");
  const label = document.createElement("span");
  label.className = "caret-name";
  label.textContent = user.name ?? "";
  caret.append(label);
  return caret;
}

// Undoing takes back one's own changes alone: Collaboration brings that.
const sharedExtensions = documentExtensions.map((extension) =>
  extension.name === "starterKit" ? extension.configure({ undoRedo: false }) : extension,
);

/** The editor of a draft that several have open at once. */
export default function LiveEditor({ opened, language, error, onOpen }: Props) {
  const { t, language: reading } = useWords();
  const [live] = useState(() => new LiveDraft(opened));
  const { mayWrite, others } = useStanding(live);
  const whole = useRef<HTMLInputElement>(null);
  const edited = useTextEditor({
    extensions: [
      ...sharedExtensions,
      Collaboration.configure({ document: live.shared, field: textName }),
      CollaborationCaret.configure({
        provider: live,
        user: {},
        render: caretOf,
        selectionRender: (user) => ({ class: `caret-selection caret-${Number(user.colour ?? 0) % 8}` }),
      }),
    ],
    language,
    error,
    onUpdate: (document) => {
      // Should the session be over when the form is sent, its page shows this again.
      if (whole.current) whole.current.value = JSON.stringify(document);
    },
  });
  const { editor } = edited;
  useEffect(() => {
    live.open();
    onOpen(live);
    return () => {
      live.close();
      onOpen(null);
    };
  }, [live, onOpen]);
  useEffect(() => {
    editor?.setEditable(mayWrite, false);
  }, [editor, mayWrite]);
  return (
    <EditorFrame of={edited}>
      <input type="hidden" name="live" value="1" readOnly />
      <input type="hidden" name="whole" ref={whole} readOnly />
      <p className="others quiet" role="status">
        {others.length > 0
          ? t("together.others", { count: others.length, names: new Intl.ListFormat(reading).format(others) })
          : null}
      </p>
    </EditorFrame>
  );
}
