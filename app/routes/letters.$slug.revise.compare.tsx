import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { compareVersions } from "#app/letters/compare-versions.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { missingForVersion, publishRevision } from "#app/letters/publish-revision.server.ts";
import { PublishVersion } from "#app/letters/publish-version.tsx";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { readRevision } from "#app/letters/revise-letter.server.ts";
import { readBase } from "#app/letters/revision-base.ts";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import { hashSigned, signedOf } from "#app/letters/version.ts";
import { PublishedTranslations } from "#app/translations/published-translations.tsx";
import { readForPublication } from "#app/translations/read-for-publication.server.ts";
import { moderates } from "#app/moderation/moderator.server.ts";
import { readOwnSubmission } from "#app/pipeline/read-submission.server.ts";
import { readPipeline } from "#app/pipeline/read-pipeline.server.ts";
import { SubmissionNotice } from "#app/pipeline/submission-notice.tsx";
import { withdrawSubmission } from "#app/pipeline/submit-letter.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const revision = await readRevision(slug, account.id);
  const letter = revision && (await readLetter(slug));
  const newest = revision && (await readVersion(revision.letterId, revision.current));
  if (!revision || !letter || !newest) throw notFound();
  if (!revision.open && !args.context.posting) throw redirect(`/letters/${slug}`);
  const { title, language, current, reason, basedOn } = revision;
  const [{ unknown }, { translations, texts, ...inThem }, submission, pipeline] = await Promise.all([
    readCitedPassages(revision.document),
    readForPublication(revision.letterId, revision),
    readOwnSubmission(revision.letterId),
    readPipeline(),
  ]);
  return {
    letter: { slug, title, language },
    base: { revision: revision.revision, basedOn },
    current,
    reason,
    signatories: letter.signatureCount,
    comparison: compareVersions(newest, { ...revision, translations: texts }),
    missing: missingForVersion(revision),
    unknown: [...new Set([...unknown, ...inThem.unknown])],
    translations,
    decides: await isAuthorOf(slug, account),
    sha256: await hashSigned(signedOf(revision, texts)),
    submission,
    waits: pipeline.holdLetters && !moderates(account),
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const values = typedValues(await args.request.formData());
  if (values.intent === "take-back") {
    const revision = await readRevision(slug, account.id);
    if (!revision || !(await isAuthorOf(slug, account))) throw notFound();
    await withdrawSubmission(revision.letterId);
    return redirect(`/letters/${slug}/revise/compare?after=taken-back`, 303);
  }
  const read = { ...readBase(values), sha256: values.sha256 };
  const wait = await takeAttempt({ "version by letter": `${account.id}:${slug}` });
  if (wait !== null)
    return data(
      { problem: "revise.publish.tooOften" as const },
      { status: 429, headers: { "Retry-After": String(wait) } },
    );
  const result = await publishRevision(slug, account.id, read, args.context.origin);
  switch (result.outcome) {
    case "published":
      return redirect(`/letters/${slug}?revised`, 303);
    case "submitted":
      return redirect(`/letters/${slug}/revise/compare?after=submitted`, 303);
    case "stale":
      return data({ problem: "revise.publish.stale" as const }, { status: 409 });
    case "unchanged":
      return data({ problem: "revise.publish.unchanged" as const }, { status: 400 });
    case "incomplete":
    case "unknown-citations":
      return data({ problem: "revise.publish.incomplete" as const }, { status: 400 });
    case "letter-closed":
      return data({ problem: "revise.closed" as const }, { status: 409 });
    case "barred":
      return data({ problem: "moderation.barred" as const }, { status: 403 });
    case "paused":
      return data({ problem: "moderation.paused.publishing" as const }, { status: 403 });
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("revise.compare");

export default function CompareRevision() {
  const {
    letter,
    base,
    current,
    reason,
    signatories,
    comparison,
    translations,
    decides,
    sha256,
    submission,
    waits,
    ...lacks
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const after = useSearchParams()[0].get("after");
  const { t } = useWords();
  return (
    <main id="main" className="page">
      <LetterPartHead letter={letter} title={t("revise.publish.title", { number: current + 1 })} />
      {refused ? null : after === "submitted" ? (
        <Notice>{t("submission.done")}</Notice>
      ) : after === "taken-back" ? (
        <Notice>{t("submission.takenBack")}</Notice>
      ) : null}
      <SubmissionNotice submission={submission} />
      <PublishVersion
        slug={letter.slug}
        base={base}
        number={current + 1}
        reason={reason}
        signatories={signatories}
        comparison={comparison}
        sha256={sha256}
        missing={lacks.missing}
        unknown={lacks.unknown}
        waits={waits}
        problem={refused?.problem}
      />
      <PublishedTranslations
        slug={letter.slug}
        translations={translations}
        next="compare"
        decides={decides}
      />
      <VersionComparison
        comparison={comparison}
        language={letter.language}
        before={t("version.name", { number: current })}
        after={t("comparison.next")}
      />
    </main>
  );
}
