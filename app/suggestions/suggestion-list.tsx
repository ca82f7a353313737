import type { Node } from "@tiptap/pm/model";
import { type Editor, useEditorState } from "@tiptap/react";
import { useId, useMemo, useRef, useState } from "react";
import type { Translate } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import { suggestionsIn } from "./list-suggestions.ts";
import type { Suggestion } from "./suggestion.ts";

type Props = {
  editor: Editor;
  /** The reader's own account. */
  account: number;
  onlySuggests: boolean;
  /** The names of the co-authors by their accounts; who has left has none. */
  names: Record<number, string>;
};

/** Longer words of a suggestion are cut here, in characters: the text has them in full. */
const longestQuote = 160;
const quoted = (t: Translate, words: string) =>
  words.trim() === ""
    ? t("suggestions.wordless")
    : t("suggestions.quote", {
        words: words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words,
      });

/** What a suggestion proposes, in a sentence. */
function sentence(t: Translate, name: string, { kind, before, after, formats }: Suggestion): string {
  const form = [
    ...formats.added.map((mark) => t(`suggestions.form.${mark as "bold"}`)),
    ...formats.removed.map((mark) => t(`suggestions.formGone.${mark as "bold"}`)),
  ].join(", ");
  return t(`suggestions.${kind}`, { name, before: quoted(t, before), after: quoted(t, after), form });
}

/** The open suggestions beside the text: who proposes what, since when, and the buttons that decide. */
export function SuggestionList({ editor, account, onlySuggests, names }: Props) {
  const { t, number } = useWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState("");
  const document = useEditorState<Node>({
    editor,
    selector: ({ editor: read }) => read.state.doc,
    equalityFn: Object.is,
  });
  const open = useMemo(() => suggestionsIn(document), [document]);
  const own = open.filter((suggestion) => suggestion.account === account);
  const decide = (act: () => boolean, phrase: "accepted" | "rejected" | "withdrawn") => {
    const done = act();
    setTold(done ? t(`suggestions.${phrase}`) : "");
    // The button that was pressed is gone.
    heading.current?.focus();
  };
  const { commands } = editor;
  const all = onlySuggests ? own : open;
  return (
    <section className="suggestions" aria-labelledby={`${id}-title`}>
      <h2 className="suggestions-title" id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t("suggestions.title", { number: number(open.length) })}
      </h2>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {open.length === 0 ? <p className="quiet">{t("suggestions.none")}</p> : null}
      <ol className="suggestion-list">
        {open.map((suggestion) => {
          const { id: key, account: proposer, at, from, to } = suggestion;
          const isOwn = proposer === account;
          const known = names[proposer] ?? t("suggestions.formerly");
          const name = isOwn ? t("suggestions.you", { name: known }) : known;
          const described = `${id}-${key}`;
          const button = (label: string, act: () => void) => (
            <button type="button" className="button button-quiet" aria-describedby={described} onClick={act}>
              {label}
            </button>
          );
          return (
            <li key={`${proposer} ${key}`} className={`suggestion suggestion-${suggestion.kind}`}>
              <p id={described}>{sentence(t, name, suggestion)}</p>
              <p className="quiet">
                <Moment at={at} />
              </p>
              <div className="actions">
                {onlySuggests
                  ? null
                  : button(t("suggestions.accept"), () =>
                      decide(() => commands.acceptSuggestion(key), "accepted"),
                    )}
                {onlySuggests && !isOwn
                  ? null
                  : button(isOwn ? t("suggestions.withdraw") : t("suggestions.reject"), () =>
                      decide(() => commands.rejectSuggestion(key), isOwn ? "withdrawn" : "rejected"),
                    )}
                {button(t("suggestions.show"), () =>
                  editor.chain().setTextSelection({ from, to }).focus().scrollIntoView().run(),
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {all.length > 1 ? (
        <div className="actions">
          {onlySuggests ? null : (
            <button
              type="button"
              className="button"
              onClick={() => decide(() => commands.acceptAllSuggestions(), "accepted")}
            >
              {t("suggestions.acceptAll", { count: all.length, number: number(all.length) })}
            </button>
          )}
          <button
            type="button"
            className="button button-quiet"
            onClick={() =>
              decide(() => commands.rejectAllSuggestions(), onlySuggests ? "withdrawn" : "rejected")
            }
          >
            {t(onlySuggests ? "suggestions.withdrawAll" : "suggestions.rejectAll", {
              count: all.length,
              number: number(all.length),
            })}
          </button>
        </div>
      ) : null}
    </section>
  );
}
