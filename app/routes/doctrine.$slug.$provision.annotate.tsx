import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { anchorOf, longestPassage } from "#app/discussion/anchor.ts";
import { AnnotationForm } from "#app/doctrine/annotation-form.tsx";
import { readQuotable } from "#app/doctrine/read-annotations.server.ts";
import { answeringOf } from "#app/requests/answering.server.ts";
import { postAnnotation } from "#app/requests/discussion.server.ts";
import { notFound, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";

const placeOf = ({ slug = "", provision = "" }: LoaderFunctionArgs["params"]) => ({ text: slug, provision });

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
  const place = placeOf(args.params);
  const quotable = await readQuotable(place, searchParams.get("revision"));
  if (!quotable) throw notFound();
  const { title, language, revision, address, number, heading, body } = quotable;
  const { closed } = await answeringOf(args, quotable.textId);
  return {
    // The form goes to the present address: one with a revision leads to what had the name there.
    place: { text: place.text, provision: address },
    text: { title, language },
    provision: [number, heading].filter(Boolean).join(" "),
    revision,
    body,
    discussion: quotable.discussionId,
    chosen: chosenIn(body, searchParams),
    submissionKey: randomUUID(),
    closed,
  };
}

export const action = (args: ActionFunctionArgs) => postAnnotation(args, placeOf(args.params));

export const meta: MetaFunction<typeof loader> = phraseTitle("annotation.title");

export default function Annotate() {
  const { place, text, provision, revision, body, discussion, chosen, submissionKey, closed } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const path = `/doctrine/${place.text}/${encodeURIComponent(place.provision)}`;
  return (
    <main id="main" className="page medium stack">
      <p className="crumbs">
        <a href={`/doctrine/${place.text}`} lang={text.language}>
          {text.title}
        </a>{" "}
        ·{" "}
        <a href={path} lang={text.language}>
          {provision}
        </a>{" "}
        · <CalendarDay day={revision} />
      </p>
      <h1>{t("annotation.title")}</h1>
      <LoggedOutNotice form={form} />
      {closed ? <p className="notice">{closed}</p> : null}
      {closed && !form ? null : body === "" ? (
        <p className="notice">{t("annotation.no-text")}</p>
      ) : (
        <AnnotationForm
          action={`${path}/annotate`}
          provision={provision}
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
