import { lazy, Suspense, useEffect, useState } from "react";
import type { Language } from "#app/languages/language.ts";
import { SaveState } from "#app/letters/save-state.tsx";
import { marginSlot } from "#app/margin/margin.ts";
import type { LiveDraft, Opened } from "#app/together/live-draft.ts";
import { liveMessage } from "#app/together/live-message.ts";
import { useStanding } from "#app/together/use-standing.ts";
import { useWords } from "#app/ui/words.tsx";

const LiveEditor = lazy(() => import("#app/together/live-editor.tsx"));

type Props = { slug: string; title: string; opened: Opened; language: Language };

/** The page of a reviewer: the text, in which what they type is a suggestion. Without JavaScript it leads to the draft. */
export function ReviewDraft({ slug, title, opened, language }: Props) {
  const { t } = useWords();
  const [live, setLive] = useState<LiveDraft | null>(null);
  const [rich, setRich] = useState(false);
  const standing = useStanding(live);
  useEffect(() => setRich(true), []);
  const plain = <p>{t("suggestions.review.script")}</p>;
  return (
    <main id="main" className="page editor-page stack">
      <h1 className="page-title">{t("suggestions.review")}</h1>
      <p className="title-lead" lang={language}>
        {title}
      </p>
      <p className="quiet">
        {t("suggestions.review.text")} <a href={`/letters/${slug}/draft`}>{t("suggestions.review.read")}</a>
      </p>
      <div className="with-margin">
        <div className="stack">
          {rich ? (
            <Suspense fallback={plain}>
              <LiveEditor opened={opened} language={language} onOpen={setLive} />
            </Suspense>
          ) : (
            plain
          )}
          <SaveState message={standing ? liveMessage(standing, undefined) : undefined} />
        </div>
        <div id={marginSlot} className="margin-slot" />
      </div>
    </main>
  );
}
