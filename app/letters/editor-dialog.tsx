import type { Editor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { isSafeLink } from "./document.ts";

export type Asked = "link" | "footnote" | "image";
type Props = {
  editor: Editor;
  asked: Asked;
  onClose: () => void;
  onNotice: (notice: Phrase | undefined) => void;
};

/** Asks for what a tool needs: a link's target, a footnote's text, or a picture with its description. */
export function EditorDialog({ editor, asked, onClose, onNotice }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => initialText(editor, asked));
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<Phrase>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const close = () => {
    dialog.current?.close();
    onClose();
    editor.commands.focus();
  };

  const accept = async () => {
    if (busy) return;
    const typed = text.trim();
    if (asked === "link") {
      const href = /^[a-z][a-z0-9+.-]*:/i.test(typed)
        ? typed
        : /^[^\s@]+@[^\s@]+$/.test(typed)
          ? `mailto:${typed}`
          : `https://${typed}`;
      if (typed === "") editor.chain().focus().extendMarkRange("link").unsetLink().run();
      else if (!isSafeLink(href)) return setError("editor.link.wrong");
      else if (editor.state.selection.empty && !editor.isActive("link"))
        editor
          .chain()
          .focus()
          .insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] })
          .run();
      else editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
      return close();
    }
    if (asked === "footnote") {
      if (typed === "") return setError("editor.footnote.missing");
      editor
        .chain()
        .focus()
        .insertContent({ type: "footnote", attrs: { text: typed.replace(/\s+/g, " ").slice(0, 2000) } })
        .run();
      return close();
    }
    if (!file) return setError("editor.image.missing");
    if (typed === "") return setError("editor.image.noDescription");
    setBusy(true);
    const stored = await upload(file);
    setBusy(false);
    if ("error" in stored) return setError(stored.error);
    editor
      .chain()
      .focus()
      .insertContent({ type: "image", attrs: { src: stored.src, alt: typed } })
      .run();
    onNotice(undefined);
    close();
  };

  const label: Record<Asked, Phrase> = {
    link: "editor.link.target",
    footnote: "editor.footnote.text",
    image: "editor.image.description",
  };
  return (
    <dialog ref={dialog} className="editor-dialog" aria-label={t(`editor.${asked}`)} onCancel={close}>
      {error ? (
        <p className="field-error" role="alert">
          {t(error)}
        </p>
      ) : null}
      {asked === "image" ? (
        <p className="field">
          <label htmlFor="editor-file">{t("editor.image.file")}</label>
          <input
            id="editor-file"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </p>
      ) : null}
      <p className="field">
        <label htmlFor="editor-asked">{t(label[asked])}</label>
        {asked === "link" ? (
          <input
            id="editor-asked"
            type="text"
            inputMode="url"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              // The letter's form lies around this dialog and must not be sent by Enter.
              if (event.key === "Enter") {
                event.preventDefault();
                void accept();
              }
            }}
          />
        ) : (
          <textarea
            id="editor-asked"
            rows={3}
            value={text}
            maxLength={asked === "image" ? 500 : 2000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void accept()}>
          {t(busy ? "editor.busy" : "editor.accept")}
        </button>
        <button type="button" className="button button-quiet" onClick={close}>
          {t("editor.cancel")}
        </button>
      </p>
    </dialog>
  );
}

function initialText(editor: Editor, asked: Asked): string {
  const href: unknown = asked === "link" ? editor.getAttributes("link").href : "";
  return typeof href === "string" ? href : "";
}

async function upload(file: File): Promise<{ src: string } | { error: Phrase }> {
  const errors: Record<number, Phrase> = {
    401: "draft.state.loggedOut",
    413: "editor.image.tooLarge",
    415: "editor.image.wrong",
    429: "form.tooOften",
  };
  try {
    const body = new FormData();
    body.set("image", file);
    const response = await fetch("/images/upload", {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    if (!response.ok) return { error: errors[response.status] ?? "draft.state.unreachable" };
    return (await response.json()) as { src: string };
  } catch {
    // The network failed: the dialog stays open with what was chosen.
    return { error: "draft.state.unreachable" };
  }
}
