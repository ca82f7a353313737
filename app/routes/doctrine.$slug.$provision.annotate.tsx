import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { anchorOf, longestPassage } from "#app/discussion/anchor.ts";
import { AnnotationForm as AnnotationFields } from "#app/discussion/comment.ts";
import { discussionPath } from "#app/discussion/place.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { AnnotationForm } from "#app/doctrine/annotation-form.tsx";
import { readQuotable } from "#app/doctrine/read-annotations.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
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
  const { title, language, revision, number, heading, body } = quotable;
  return {
    place,
    text: { title, language },
    provision: [number, heading].filter(Boolean).join(" "),
    revision,
    body,
    chosen: chosenIn(body, searchParams),
    submissionKey: randomUUID(),
  };
}

const refusals = {
  "passage-missing": { quote: "annotation.quote.not-there" },
  "passage-ambiguous": { quote: "annotation.quote.ambiguous" },
  "passage-too-long": { quote: "annotation.quote.too-long" },
  "revision-unknown": { quote: "annotation.revision.unknown" },
} as const;

export async function action(args: ActionFunctionArgs) {
  const place = placeOf(args.params);
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const parsed = parseForm(AnnotationFields, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "comment by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { quote, start, revision, ...comment } = parsed.value;
  const passage = { quote, start, revision };
  const result = await postComment(place, account.id, { ...comment, parent: null, passage });
  switch (result.outcome) {
    case "posted":
      return redirect(`${discussionPath(place)}/${result.id}#comment-${result.id}`, 303);
    case "not-found":
    case "parent-gone":
      throw notFound();
    default:
      return data(refusedForm(values, refusals[result.outcome]), { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("annotation.title");

export default function Annotate() {
  const { place, text, provision, revision, body, chosen, submissionKey } = useLoaderData<typeof loader>();
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
      {body === "" ? (
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
          form={form}
        />
      )}
      <p>
        <a href={`${path}/discussion`}>{t("annotation.whole")}</a>
      </p>
    </main>
  );
}
