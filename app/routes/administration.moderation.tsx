import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { EventList } from "#app/administration/event-list.tsx";
import { listEvents } from "#app/administration/list-events.server.ts";
import { isLanguage } from "#app/languages/language.ts";
import { changePipeline, changeWords } from "#app/pipeline/change-pipeline.server.ts";
import { pipelineAdvised, PipelineForm as PipelineFields } from "#app/pipeline/pipeline.ts";
import { PipelineAdvice, PipelineForm } from "#app/pipeline/pipeline-form.tsx";
import { countWords, readPipeline, readWords } from "#app/pipeline/read-pipeline.server.ts";
import { WordLists, WordsForm } from "#app/pipeline/words-form.tsx";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("words");
  const language = isLanguage(asked) ? asked : null;
  const { wordsVersion: _version, ...settings } = await readPipeline();
  return {
    settings,
    counts: await countWords(),
    list: language === null ? null : { language, words: await readWords(language) },
    changed: searchParams.has("changed"),
    events: (await listEvents({ acts: ["pipeline-set", "word-list-set"], by: null, before: null, count: 5 }))
      .events,
  };
}

const refusedWords = {
  "too-many": ["pipeline.words.tooMany", 413],
  "line-too-long": ["pipeline.words.lineTooLong", 400],
  "line-without-words": ["pipeline.words.nothing", 400],
} as const;

export async function action(args: ActionFunctionArgs) {
  const { account } = await administratorOf(args);
  const values = typedValues(await args.request.formData());
  switch (values.intent) {
    case "set": {
      const parsed = parseForm(PipelineFields, values);
      if (!parsed.ok) return data(parsed.state, { status: 400 });
      if ((await changePipeline(account, parsed.value)).outcome === "forbidden") throw forbidden();
      break;
    }
    case "advised":
      if ((await changePipeline(account, pipelineAdvised)).outcome === "forbidden") throw forbidden();
      break;
    case "words": {
      if (!isLanguage(values.language))
        return data(refusedForm(values, {}, "form.choice.wrong"), { status: 400 });
      const result = await changeWords(account, values.language, values.words ?? "");
      if (result.outcome === "forbidden") throw forbidden();
      if (result.outcome === "changed" || result.outcome === "unchanged") break;
      const [phrase, status] = refusedWords[result.outcome];
      const at = String(result.outcome === "too-many" ? result.count : result.line);
      return data(refusedForm(values, { words: phrase }, undefined, { line: at, count: at }), { status });
    }
    default:
      return data(refusedForm(values, {}, "form.choice.wrong"), { status: 400 });
  }
  return redirect("/administration/moderation?changed", 303);
}

export const meta: MetaFunction = phraseTitle("pipeline.title");

export default function AdministrationModeration() {
  const { settings, counts, list, changed, events } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <ConsolePage here="/administration/moderation" title={t("pipeline.title")}>
      {changed && !form ? <Notice>{t("administration.settings.changed")}</Notice> : null}
      <div className="console-forms stack">
        {list ? (
          <>
            <p className="lead">{t("pipeline.words.lead")}</p>
            <WordsForm {...list} form={form} />
          </>
        ) : (
          <>
            <p className="lead">{t("pipeline.lead")}</p>
            <PipelineAdvice settings={settings} />
            <PipelineForm settings={settings} form={form} />
            <section className="stack" aria-labelledby="words">
              <h2 id="words">{t("pipeline.words")}</h2>
              <p>{t("pipeline.words.lead")}</p>
              <WordLists counts={counts} />
            </section>
          </>
        )}
      </div>
      <h2>{t("administration.settings.last")}</h2>
      <EventList events={events} />
    </ConsolePage>
  );
}
