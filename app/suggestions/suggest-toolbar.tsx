import { type Editor, useEditorState } from "@tiptap/react";
import { useWords } from "#app/ui/words.tsx";
import { suggestState } from "./suggest-mode.ts";

/** The switch between writing and suggesting; for a reviewer, who only suggests, a sentence. Below: what could not be proposed. */
export function SuggestToolbar({ editor, onlySuggests }: { editor: Editor; onlySuggests: boolean }) {
  const { t } = useWords();
  const { suggesting, refused } = useEditorState({
    editor,
    selector: ({ editor: read }) => suggestState(read.state),
  });
  const modes = [
    { on: false, label: t("suggestions.write") },
    { on: true, label: t("suggestions.suggest") },
  ];
  return (
    <div className="suggest-mode">
      {onlySuggests ? (
        <p className="quiet">{t("suggestions.onlySuggests")}</p>
      ) : (
        <div className="suggest-switch" role="group" aria-label={t("suggestions.mode")}>
          {modes.map(({ on, label }) => (
            <button
              key={label}
              type="button"
              aria-pressed={on === suggesting}
              onClick={() => editor.chain().setSuggesting(on).focus().run()}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <p className="suggest-refused" role="status">
        {refused ? t(`suggestions.refused.${refused}`) : null}
      </p>
    </div>
  );
}
