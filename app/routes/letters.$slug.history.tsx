import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryList } from "#app/chronicle/history-list.tsx";
import { readHistory } from "#app/chronicle/read-records.server.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  return { letter, events: await readHistory(letter.id) };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("history.title", { indexed: true });

export default function LetterHistory() {
  const { letter, events } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("history.title")} />
      <p className="lead">{t("history.lead")}</p>
      <HistoryList letter={letter} events={events} />
    </main>
  );
}
