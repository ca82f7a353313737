import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { writingRoles } from "#app/co-authors/co-author.ts";
import { nameState } from "#app/drafts/name-state.server.ts";
import { listSnapshots, readDraftNow, readSnapshot } from "#app/drafts/read-history.server.ts";
import { restoreSnapshot } from "#app/drafts/restore-snapshot.server.ts";
import { CompareStates, SnapshotList } from "#app/drafts/snapshot-list.tsx";
import { NameForm, snapshotLimits } from "#app/drafts/snapshot.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { compareVersions, tellsChange } from "#app/letters/compare-versions.ts";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await writerOf(args);
  if (!account) return { slug, draft: null, snapshots: [], compared: null };
  const now = await readDraftNow(slug, account.id);
  if (!now) throw await elsewhere(slug, account.id);
  const { title, language, role, revision, editedAt, editedBy } = now;
  const { searchParams } = new URL(args.request.url);
  const from = pageKey(searchParams.get("from"));
  const to = pageKey(searchParams.get("to"));
  const [snapshots, before, after] = await Promise.all([
    listSnapshots(now.id),
    from === null ? null : readSnapshot(now.id, from),
    to === null ? now : readSnapshot(now.id, to),
  ]);
  if (from !== null && (!before || !after)) throw notFound();
  const compared =
    from !== null && before && after ? { from, to, comparison: compareVersions(before, after) } : null;
  return { slug, draft: { title, language, role, revision, editedAt, editedBy }, snapshots, compared };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (values.intent === "restore") {
    const id = pageKey(values.snapshot ?? null) ?? 0;
    const { outcome } = await restoreSnapshot(slug, account.id, id, pageKey(values.revision ?? null) ?? 0);
    if (outcome === "not-found") throw notFound();
    if (outcome === "stale") return data(refusedForm(values, {}, "draftHistory.stale"), { status: 409 });
    return redirect(`/letters/${slug}/draft/history?after=restored`, 303);
  }
  const parsed = parseForm(NameForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const { outcome } = await nameState(slug, account.id, parsed.value.name);
  if (outcome === "not-found") throw notFound();
  if (outcome === "full") return data(refusedForm(values, {}, "draftHistory.full"), { status: 409 });
  return redirect(`/letters/${slug}/draft/history?after=kept`, 303);
}

export const meta: MetaFunction = phraseTitle("draftHistory.title");

const notices = { kept: "draftHistory.kept", restored: "draftHistory.restored" } as const;

export default function DraftHistory() {
  const { slug, draft, snapshots, compared } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const here = `/letters/${slug}/draft/history`;
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  const writes = !draft || writingRoles.includes(draft.role);
  return (
    <main id="main" className="page medium stack">
      <header className="letter-part-head">
        {draft ? (
          <p className="kicker" lang={draft.language}>
            <a href={`/letters/${slug}/${writes ? "edit" : "draft"}`}>
              {typeset(draft.title, draft.language)}
            </a>
          </p>
        ) : null}
        <h1>{t("draftHistory.title")}</h1>
      </header>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <ErrorSummary form={form} />
      <LoggedOutNotice form={form} />
      <p className="lead">{t("draftHistory.lead")}</p>
      {draft ? (
        <p>
          {draft.editedBy ? t("draftHistory.written", { name: draft.editedBy }) : t("mine.edited")}{" "}
          <Moment at={draft.editedAt} />
        </p>
      ) : null}
      {writes ? (
        <form method="post" className="stack" noValidate data-once>
          <Field
            name="name"
            label="draftHistory.name"
            hint="draftHistory.name.hint"
            form={form}
            maxLength={snapshotLimits.name}
            autoComplete="off"
          />
          <p>
            <button className="button" name="intent" value="name">
              {t("draftHistory.keep")}
            </button>
          </p>
        </form>
      ) : null}
      {compared && draft ? (
        <section aria-labelledby="compared" className="stack">
          <h2 id="compared">{t("draftHistory.compared")}</h2>
          <CompareStates snapshots={snapshots} from={compared.from} to={compared.to} />
          <VersionComparison
            comparison={compared.comparison}
            language={draft.language}
            before={t("draftHistory.from")}
            after={t("draftHistory.to")}
          />
          {writes && tellsChange(compared.comparison) ? (
            <form method="post" action={here} className="stack" data-once>
              <input type="hidden" name="snapshot" value={compared.from} />
              <input type="hidden" name="revision" value={draft.revision} />
              <p>{t("draftHistory.restore.text")}</p>
              <p>
                <button className="button button-quiet" name="intent" value="restore">
                  {t("draftHistory.restore")}
                </button>
              </p>
            </form>
          ) : null}
        </section>
      ) : null}
      <section aria-labelledby="states" className="stack">
        <h2 id="states">{t("draftHistory.states")}</h2>
        <SnapshotList snapshots={snapshots} here={here} />
      </section>
    </main>
  );
}
