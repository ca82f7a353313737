import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { anchorOf, longestPassage } from "#app/discussion/anchor.ts";
import { AnnotationForm } from "#app/doctrine/annotation-form.tsx";
import { readQuotable } from "#app/doctrine/read-annotations.server.ts";
import { provisionHref } from "#app/doctrine/doctrine-text.ts";
import { ProvisionPartHead } from "#app/doctrine/provision-head.tsx";
import { provisionLabel } from "#app/doctrine/provision-name.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { answeringOf } from "#app/requests/answering.server.ts";
import { postAnnotation } from "#app/requests/discussion.server.ts";
import { provisionPlace } from "#app/requests/doctrine.server.ts";
import { notFound, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

/** What the address says was selected, when that lies in the text. */
function chosenIn(text: string, search: URLSearchParams): { quote: string; start: number } | null {
  const [start, end] = [Number(search.get("start") ?? Number.NaN), Number(search.get("end"))];
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return null;
  if (end - start > longestPassage || end > [...text].length) return null;
  return { quote: anchorOf(text, { start, end }).exact, start };
}

export async function loader(args: LoaderFunctionArgs) {
  await writerOf(args);
  const { searchParams } = new URL(args.request.url);
  const { slug = "", provision = "" } = args.params;
  const quotable = await readQuotable({ text: slug, provision }, searchParams.get("revision"));
  if (!quotable) throw notFound();
  const { title, language, revision, address, kind, number, heading, body } = quotable;
  const { closed } = await answeringOf(args, quotable.textId);
  return {
    // The form goes to the present address: one with a revision leads to what had the name there.
    text: { slug, title, language },
    provision: { address, kind, number, title: heading },
    revision,
    body,
    discussion: quotable.discussionId,
    chosen: chosenIn(body, searchParams),
    submissionKey: randomUUID(),
    closed,
  };
}

export const action = (args: ActionFunctionArgs) => postAnnotation(args, provisionPlace(args.params));

export const meta: MetaFunction<typeof loader> = phraseTitle("annotation.title");

export default function Annotate() {
  const { text, provision, revision, body, discussion, chosen, submissionKey, closed } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t, language: locale } = useWords();
  const path = provisionHref(text.slug, provision.address);
  return (
    <main id="main" className="page medium stack">
      <ProvisionPartHead text={text} provision={provision} title={t("annotation.title")} />
      <p className="quiet">{t("doctrine.state", { day: formatCalendarDay(locale, revision) })}</p>
      <LoggedOutNotice form={form} />
      {closed ? <p className="notice">{closed}</p> : null}
      {closed && !form ? null : body === "" ? (
        <p className="notice">{t("annotation.no-text")}</p>
      ) : (
        <AnnotationForm
          action={`${path}/annotate`}
          provision={provisionLabel(provision, text.language)}
          text={body}
          language={text.language}
          revision={revision}
          chosen={chosen}
          submissionKey={submissionKey}
          discussion={discussion}
          form={form}
        />
      )}
      <p>
        <a href={`${path}/discussion`}>{t("annotation.whole")}</a>
      </p>
    </main>
  );
}
