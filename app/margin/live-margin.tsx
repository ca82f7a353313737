import { type Editor, useEditorState } from "@tiptap/react";
import { type SyntheticEvent, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import type { Tool } from "#app/letters/editor-toolbar.tsx";
import { activateThread, activeThread, goToThread, showThreads, threadRanges } from "./margin-anchors.ts";
import { selectionAnchor } from "./selection-anchor.ts";
import { type MarginSelection, marginSlot } from "./margin.ts";
import { MarginPanel } from "./margin-panel.tsx";
import { useMargin } from "./use-margin.ts";

type Wanted = {
  /** A live editor that has `MarginAnchors`; null until it is there. */
  editor: Editor | null;
  slug: string;
  language: Language;
  /** Another number each time that something was written in the margin. */
  changes: number;
  onNotice: (notice: Phrase | undefined) => void;
};

const refusals = {
  empty: "margin.select",
  "too-long": "margin.quote.too-long",
  unbound: "margin.refused",
} as const;

/** Marks of what is only proposed: the decided text, which the page of comments shows, has none of it. */
export const proposed: readonly string[] = ["insertion"];

/**
 * The margin of a live editor: the tool that comments on what is selected, and the threads, which are shown in the place
 * that the page has for them (`marginSlot`), outside of the form around the editor.
 */
export function useMarginTool({ editor, slug, language, changes, onNotice }: Wanted) {
  const { margin, refresh, send } = useMargin(slug);
  const [pending, setPending] = useState<MarginSelection | null>(null);
  useEffect(() => {
    if (changes > 0) void refresh();
  }, [changes, refresh]);
  const open = useMemo(() => margin?.threads.filter(({ resolved }) => !resolved) ?? [], [margin]);
  useEffect(() => {
    if (editor) showThreads(editor.view, open);
  }, [editor, open]);
  const marked = useEditorState({
    editor,
    selector: ({ editor: read }) =>
      read ? { active: activeThread(read.state), shown: [...threadRanges(read.state).keys()] } : null,
  });
  const comment = () => {
    const chosen = editor ? selectionAnchor(editor.state, proposed) : "unbound";
    onNotice(typeof chosen === "string" ? refusals[chosen] : undefined);
    if (typeof chosen !== "string") setPending(chosen);
  };
  const slot = editor ? document.getElementById(marginSlot) : null;
  // React passes events on to the form around the editor, which is not theirs.
  const stay = (event: SyntheticEvent) => event.stopPropagation();
  const panel =
    margin && editor && slot
      ? createPortal(
          <div onInput={stay} onSubmit={stay}>
            <MarginPanel
              {...{ slug, language, pending, send }}
              {...margin}
              shown={new Set(marked?.shown)}
              activeThread={marked?.active ?? null}
              onActivate={(thread) => goToThread(editor, thread)}
              onBegin={(thread) => {
                setPending(null);
                if (thread !== null) activateThread(editor.view, thread);
              }}
            />
          </div>,
          slot,
        )
      : null;
  const tools: Tool[] = margin?.canWrite ? [{ name: "comment", label: "margin.begin", run: comment }] : [];
  return { panel, tools };
}
