import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { typeset } from "#app/languages/french-spacing.ts";
import { LevelLine } from "#app/organisations/level-line.tsx";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { managedOrganisation } from "#app/requests/managed-organisation.server.ts";
import { forbidden, notFound } from "#app/requests/visitor.server.ts";
import { refuseClaim, withdrawForOrganisation } from "#app/signatures/answer-claim.server.ts";
import { listClaims } from "#app/signatures/list-claims.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { organisation } = await managedOrganisation(args);
  const { id, slug, name } = organisation;
  return { organisation: { slug, name }, claims: await listClaims(id) };
}

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await managedOrganisation(args);
  const values = typedValues(await args.request.formData());
  const letterId = pageKey(values.letter ?? null);
  const id = pageKey(values.signature ?? null);
  if (letterId === null || id === null) throw notFound();
  const verb = values.intent === "withdraw" ? withdrawForOrganisation : refuseClaim;
  const { outcome } = await verb(organisation, account, { letterId, id }, args.context.origin);
  if (outcome === "forbidden") throw forbidden();
  // A second click, or a signatory who was faster: it does not stand any more.
  const after = values.intent === "withdraw" ? "withdrawn" : "refused";
  return redirect(`/organisations/${organisation.slug}/claims?after=${after}`, 303);
}

export const meta: MetaFunction = phraseTitle("claims.title");

const notices = { withdrawn: "claims.withdrawn", refused: "claims.refused" } as const;

export default function Claims() {
  const { organisation, claims } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = notices[search.get("after") as keyof typeof notices];
  return (
    <NarrowPage title={t("claims.title")}>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <p>
        <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
      </p>
      <p className="quiet">{t("claims.lead")}</p>
      {claims.length === 0 ? <p>{t("claims.none")}</p> : null}
      <ul className="organisation-list">
        {claims.map((claim) => (
          <li key={`${claim.letterId}-${claim.id}`}>
            <a href={`/letters/${claim.slug}`} lang={claim.language}>
              {typeset(claim.title, claim.language)}
            </a>
            <p className="quiet">
              {claim.kind === "organisation" ? (
                <>
                  {t("claims.bySomebody", { name: claim.representedBy })}
                  {claim.role ? `, ${claim.role}` : ""}, <Day at={claim.signedAt} />
                </>
              ) : (
                <>
                  <bdi>{[claim.name, claim.role].filter(Boolean).join(", ")}</bdi>,{" "}
                  <Day at={claim.signedAt} />
                </>
              )}
            </p>
            <p className="signatory-level">
              <LevelLine level={claim.level} evidence={claim.evidence} provedAt={claim.provedAt} />
            </p>
            {claim.refused ? (
              <p className="quiet">{t("claims.refused.label")}</p>
            ) : (
              <form method="post" data-once className="member-form">
                <input type="hidden" name="letter" value={claim.letterId} />
                <input type="hidden" name="signature" value={claim.id} />
                <button
                  className="button button-quiet"
                  name="intent"
                  value={claim.kind === "organisation" ? "withdraw" : "refuse"}
                >
                  {t(claim.kind === "organisation" ? "claims.withdraw" : "claims.refuse")}
                  <span className="visually-hidden"> ({claim.name ?? claim.title})</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </NarrowPage>
  );
}
