import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import { useWords } from "#app/ui/words.tsx";
import { useProvisions } from "./use-provisions.ts";

type Props = {
  editor: Editor;
  /** Of the letter: its sentences name the provision in it. */
  language: Language;
  /** Whether a typed "@" opened it: it is given back as text when nothing is chosen. */
  typed: boolean;
  onClose: () => void;
};

/**
 * Finds a provision and cites it where the cursor stands: a combobox with a list as the ARIA Authoring Practices
 * describe it, the focus staying in the field.
 */
export function CitationFinder({ editor, language, typed, onClose }: Props) {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const { provisions, state } = useProvisions(words, language);
  const chosen = Math.min(active, provisions.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen, provisions]);

  const close = () => {
    dialog.current?.close();
    onClose();
  };
  const giveUp = () => {
    close();
    if (typed) editor.chain().focus().insertContent({ type: "text", text: "@" }).run();
    else editor.commands.focus();
  };
  const cite = (place: number) => {
    const found = provisions[place];
    if (!found) return;
    const { text, provision, revision, label } = found;
    close();
    editor
      .chain()
      .focus()
      .insertContent({ type: "citation", attrs: { text, provision, revision, label } })
      .run();
  };
  const press = (event: KeyboardEvent) => {
    const last = provisions.length - 1;
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive(chosen >= last ? 0 : chosen + 1),
      ArrowUp: () => setActive(chosen <= 0 ? Math.max(0, last) : chosen - 1),
      // The letter's form lies around this dialog and must not be sent by Enter.
      Enter: () => cite(chosen),
    };
    const step = event.nativeEvent.isComposing ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  return (
    <dialog
      ref={dialog}
      className="editor-dialog citation-finder"
      aria-label={t("editor.citation")}
      onCancel={(event) => {
        event.preventDefault();
        giveUp();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-words`}>{t("editor.citation.find")}</label>
        <p className="field-hint" id={`${id}-hint`}>
          {t("editor.citation.hint")}
        </p>
        <input
          id={`${id}-words`}
          type="text"
          role="combobox"
          aria-expanded={provisions.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={provisions.length > 0 ? `${id}-${chosen}` : undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      <ul className="citation-found" id={`${id}-list`} role="listbox" aria-label={t("editor.citation")}>
        {provisions.map((found, place) => (
          <li
            key={`${found.text}/${found.provision}`}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === chosen}
            onClick={() => cite(place)}
          >
            <strong>{found.label}</strong>
            {found.title && found.title !== found.label ? ` ${found.title}` : ""}
            <span className="citation-found-text" lang={found.language}>
              {found.textTitle}
            </span>
            <span className="citation-found-words" lang={found.language}>
              {found.beginning}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet" role="status">
        {state === "found" ? t("editor.citation.found", { count: provisions.length }) : null}
        {state === "none" ? t("editor.citation.none") : null}
        {state === "failed" ? t("editor.citation.failed") : null}
      </p>
      <p className="actions">
        <button type="button" className="button button-quiet" onClick={giveUp}>
          {t("editor.cancel")}
        </button>
      </p>
    </dialog>
  );
}
