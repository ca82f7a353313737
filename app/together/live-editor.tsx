import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { useEffect, useRef, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { longestDocument } from "#app/letters/document.ts";
import { proposed, useMarginTool } from "#app/margin/live-margin.tsx";
import { MarginAnchors } from "#app/margin/margin-anchors.ts";
import { EditorFrame, useTextEditor } from "#app/letters/editor-frame.tsx";
import { decide, rejectAll } from "#app/suggestions/decide.ts";
import { asLetter } from "#app/suggestions/decided-text.ts";
import { SuggestMode } from "#app/suggestions/suggest-mode.ts";
import { SuggestToolbar } from "#app/suggestions/suggest-toolbar.tsx";
import { draftExtensions } from "#app/suggestions/suggestion-marks.ts";
import { SuggestionList } from "#app/suggestions/suggestion-list.tsx";
import { useWords } from "#app/ui/words.tsx";
import { LiveDraft, type Opened } from "./live-draft.ts";
import { OwnCaret } from "./own-caret.ts";
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
  // Word joiners, as y-prosemirror sets them: Chrome does not let one's own caret past an element that has no text around it.
  caret.append("\u2060", label, "\u2060");
  return caret;
}

/** The server's time by this browser's clock, as far apart as they were when the page was asked for. */
function clockOf(sent: string): () => Date {
  const apart = Date.parse(sent) - performance.timeOrigin;
  return () => new Date(Date.now() + apart);
}

/** What would make the text longer than a letter may be is not taken: it could be neither sent nor saved. */
const bounded = (onTooLong: () => void) =>
  Extension.create({
    name: "bounded",
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(change, { doc }) {
          const tooLong = change.doc.nodeSize > longestDocument && change.doc.nodeSize > doc.nodeSize;
          // What others have typed is there already.
          if (!tooLong || change.getMeta(ySyncPluginKey) !== undefined) return true;
          onTooLong();
          return false;
        },
      }),
    ],
  });

/** The editor of a draft that several have open at once. */
export default function LiveEditor({ opened, language, error, onOpen }: Props) {
  const { t, language: reading } = useWords();
  const [live] = useState(() => new LiveDraft(opened));
  const { mayWrite, others, marginChanges } = useStanding(live);
  const whole = useRef<HTMLInputElement>(null);
  const onTooLong = useRef(() => undefined as void);
  const edited = useTextEditor({
    extensions: [
      // Undoing takes back one's own changes alone: Collaboration brings that.
      ...draftExtensions,
      bounded(() => onTooLong.current()),
      SuggestMode.configure({
        account: opened.accountId,
        onlySuggests: opened.onlySuggests,
        now: clockOf(opened.now),
      }),
      Collaboration.configure({ document: live.shared, field: textName }),
      OwnCaret,
      MarginAnchors.configure({ leaveOut: proposed }),
      CollaborationCaret.configure({
        provider: live,
        user: {},
        render: caretOf,
        selectionRender: (user) => ({ class: `caret-selection caret-${Number(user.colour ?? 0) % 8}` }),
      }),
    ],
    language,
    error,
    onUpdate: () => undefined,
  });
  const { editor, setNotice } = edited;
  const margin = useMarginTool({
    editor,
    slug: opened.slug,
    language,
    changes: marginChanges,
    onNotice: setNotice,
  });
  useEffect(() => {
    onTooLong.current = () => setNotice("editor.paste.tooLarge");
  }, [setNotice]);
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
  useEffect(() => {
    const form = whole.current?.form;
    // Should the session be over when the form is sent, its page shows this again.
    const addText = ({ formData }: FormDataEvent) => {
      if (editor) formData.set("whole", JSON.stringify(asLetter(decide(editor.state.doc, rejectAll))));
    };
    form?.addEventListener("formdata", addText);
    return () => form?.removeEventListener("formdata", addText);
  }, [editor]);
  const { accountId: account, onlySuggests, names } = opened;
  return (
    <>
      <EditorFrame of={edited} tools={margin.tools}>
        {margin.panel}
        <input type="hidden" name="live" value="1" readOnly />
        <input type="hidden" name="whole" ref={whole} readOnly />
        <p className="others quiet" role="status">
          {others.length > 0
            ? t("together.others", {
                count: others.length,
                names: new Intl.ListFormat(reading).format(others),
              })
            : null}
        </p>
        {editor ? <SuggestToolbar editor={editor} onlySuggests={onlySuggests} /> : null}
      </EditorFrame>
      {editor ? <SuggestionList {...{ editor, account, onlySuggests, names }} /> : null}
    </>
  );
}
