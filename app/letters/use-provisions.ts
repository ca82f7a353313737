import { useEffect, useState } from "react";
import type { Language } from "#app/languages/language.ts";

/** A provision as `/doctrine/find` names it. */
export type Offered = {
  text: string;
  textTitle: string;
  language: Language;
  provision: string;
  revision: string;
  label: string;
  title: string;
  beginning: string;
};

type Finds = { provisions: Offered[]; state: "empty" | "found" | "none" | "failed" };

/** Milliseconds without a key before the server is asked. */
const pause = 150;

/** The provisions that typed words may mean; those of the words before stay until the answer is there. */
export function useProvisions(words: string, language: Language): Finds {
  const [finds, setFinds] = useState<Finds>({ provisions: [], state: "empty" });
  useEffect(() => {
    if (words.trim() === "") {
      setFinds({ provisions: [], state: "empty" });
      return;
    }
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      ask(words, language, leaving.signal)
        .then((provisions) => setFinds({ provisions, state: provisions.length > 0 ? "found" : "none" }))
        .catch(() => {
          // Too often, or no network: the dialog says so and can be asked again.
          if (!leaving.signal.aborted) setFinds({ provisions: [], state: "failed" });
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [words, language]);
  return finds;
}

async function ask(words: string, language: Language, signal: AbortSignal): Promise<Offered[]> {
  const search = new URLSearchParams({ q: words, language });
  const answer = await fetch(`/doctrine/find?${search}`, { signal });
  if (!answer.ok) throw new Error(`/doctrine/find answered ${answer.status}`);
  return ((await answer.json()) as { provisions: Offered[] }).provisions;
}
