import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findKept, mergeOrganisations, previewMerge } from "#app/organisations/merge-organisations.server.ts";
import { MergePreview } from "#app/organisations/merge-preview.tsx";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { accountOf, forbidden, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** The page that would go, for administrators alone. */
async function enter(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { account } = await accountOf(args);
  if (account.role !== "admin") throw forbidden();
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  return { account, organisation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { organisation: gone } = await enter(args);
  const typed = (new URL(args.request.url).searchParams.get("into") ?? "").slice(0, 300);
  const found = await findKept(typed, gone.id);
  const [kept] = found.length === 1 ? found : [];
  const preview = kept ? { kept, ...(await previewMerge(gone.id, kept.id)) } : null;
  return { gone: { slug: gone.slug, name: gone.name }, typed, found, preview };
}

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await enter(args);
  const values = typedValues(await args.request.formData());
  const kept = await readOrganisation(values.kept ?? "");
  if (!kept) return data(refusedForm(values, {}, "merge.gone"), { status: 409 });
  const typedName = values.name ?? "";
  const result = await mergeOrganisations(organisation.id, kept.id, account, typedName, args.context.origin);
  switch (result.outcome) {
    case "merged":
      return redirect(`/organisations/${result.slug}?after=merged`, 303);
    case "forbidden":
      throw forbidden();
    case "not-found":
      return data(refusedForm(values, {}, "merge.gone"), { status: 409 });
    case "wrong-name":
      return data(refusedForm(values, { name: "merge.name.wrong" }), { status: 400 });
  }
}

export const meta: MetaFunction = phraseTitle("merge.title");

export default function Merge() {
  const { gone, typed, found, preview } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const here = `/organisations/${gone.slug}/merge`;
  return (
    <NarrowPage title={t("merge.title")}>
      <p>
        <a href={`/organisations/${gone.slug}`}>{gone.name}</a>
      </p>
      <ErrorSummary form={form} />
      <p>{t("merge.lead")}</p>
      <form action={here} role="search" className="search">
        <label htmlFor="into">{t("merge.find.label")}</label>
        <p className="field-hint" id="into-hint">
          {t("merge.find.hint")}
        </p>
        <div className="search-line">
          <input
            id="into"
            name="into"
            type="search"
            defaultValue={typed}
            maxLength={300}
            aria-describedby="into-hint"
          />
          <button className="button">{t("merge.find.button")}</button>
        </div>
      </form>
      {preview ? (
        <MergePreview gone={gone} preview={preview} form={form} />
      ) : found.length > 0 ? (
        <ul className="organisation-list">
          {found.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`${here}?into=${slug}`}>{name}</a> <span className="quiet">{slug}</span>
            </li>
          ))}
        </ul>
      ) : typed ? (
        <p className="quiet">{t("merge.find.nothing")}</p>
      ) : null}
    </NarrowPage>
  );
}
