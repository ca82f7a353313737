import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { FeedLink } from "#app/feeds/feed-link.tsx";
import { hasProvider } from "#app/identity/provider.server.ts";
import { commentsOfSpeakers } from "#app/discussion/comments-of-speakers.server.ts";
import { lettersOfOrganisation } from "#app/letters/letters-of-organisation.server.ts";
import { readMandates } from "#app/organisations/list-mandates.server.ts";
import { LogoImage } from "#app/organisations/logo.tsx";
import { MemberList } from "#app/organisations/member-list.tsx";
import { SectorAndCountry } from "#app/organisations/organisation-list.tsx";
import { MemberProofs, Proofs } from "#app/organisations/proofs.tsx";
import {
  readMembers,
  readMergedInto,
  readOrganisation,
  standingIn,
} from "#app/organisations/read-organisation.server.ts";
import { organisationJsonLd, organisationMeta } from "#app/organisations/organisation-meta.ts";
import { OwnLetters, SpeakersComments } from "#app/organisations/own-words.tsx";
import { SignedLetters } from "#app/organisations/signed-letters.tsx";
import { readProvedDomains } from "#app/organisations/verify-domain.server.ts";
import { ReportLink } from "#app/moderation/report-link.tsx";
import { FollowForm } from "#app/notices/follow-form.tsx";
import { readFollowing } from "#app/notices/subscribe.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { readSignedLetters } from "#app/signatures/signed-letters.server.ts";
import { readerIn } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const asked = args.params.slug ?? "";
  const organisation = await readOrganisation(asked);
  if (!organisation) {
    const kept = await readMergedInto(asked);
    throw kept ? redirect(`/organisations/${kept}`, 301) : notFound();
  }
  args.context.madeOf.add(`organisation:${organisation.id}`).add("accounts");
  const { account } = await visitorOf(args);
  const [members, domains, mandates, letters, standing, provided] = await Promise.all([
    readMembers(organisation.id),
    readProvedDomains(organisation.id),
    readMandates(organisation.id),
    readSignedLetters(organisation.id),
    standingIn(organisation.id, account),
    hasProvider(organisation.id),
  ]);
  for (const { id } of letters) args.context.madeOf.add(`letter:${id}`);
  const merges = account?.role === "admin";
  const speakers = members.filter(({ role }) => role !== "member").map(({ accountId }) => accountId);
  const [written, comments] = await Promise.all([
    lettersOfOrganisation(speakers, organisation.name),
    commentsOfSpeakers(speakers),
  ]);
  const following = account && (await readFollowing(account, { kind: "organisation", id: organisation.id }));
  const shown = { organisation, members, domains, mandates, letters, standing, merges, provided };
  return { ...shown, written, comments, following };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? organisationMeta(
        data.organisation,
        data.domains.map(({ shown }) => shown),
        readerIn(matches),
      )
    : [];

const notices = {
  edited: "organisation.edit.saved",
  joined: "invitation.joined",
  left: "organisation.left",
  merged: "merge.done",
} as const;

export default function OrganisationPage() {
  const { organisation, members, domains, mandates, letters, standing, merges, provided, ...data } =
    useLoaderData<typeof loader>();
  const { written, comments, following } = data;
  const [search] = useSearchParams();
  const origin = useReader()?.origin ?? "";
  const { t } = useWords();
  const notice = notices[search.get("after") as keyof typeof notices];
  const { slug, name, about, website, registration } = organisation;
  return (
    <main id="main" className="page narrow stack">
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: organisationJsonLd(organisation, origin) }}
      />
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <LogoImage logo={organisation.logo} size={128} />
      <h1>{name}</h1>
      <p className="lead">
        <SectorAndCountry organisation={organisation} />
      </p>
      {about ? <p className="organisation-about">{about}</p> : null}
      <dl className="facts">
        {website ? (
          <div>
            <dt>{t("organisation.website")}</dt>
            <dd>
              <a href={website} rel="nofollow ugc noopener">
                {shortAddress(website)}
              </a>
            </dd>
          </div>
        ) : null}
        {registration ? (
          <div>
            <dt>{t("organisation.registration")}</dt>
            <dd>{registration}</dd>
          </div>
        ) : null}
      </dl>
      <FollowForm following={following} />
      <Proofs domains={domains} mandates={mandates} />
      <h2>{t("organisation.members")}</h2>
      {members.length > 0 ? (
        <MemberList members={members}>
          {({ accountId }) => <MemberProofs mandates={mandates} accountId={accountId} />}
        </MemberList>
      ) : (
        <p className="quiet">{t("organisation.members.none")}</p>
      )}
      {provided ? (
        <p>
          <a href={`/organisations/${slug}/login`}>{t("provider.login.link")}</a>
        </p>
      ) : null}
      <OwnLetters letters={written} />
      <SignedLetters letters={letters} />
      <SpeakersComments comments={comments} />
      {standing.role || standing.manages ? (
        <p className="actions">
          <a href={`/organisations/${slug}/members`}>{t("organisation.manage")}</a>
          {standing.role === "owner" || standing.role === "spokesperson" ? (
            <a href={`/organisations/${slug}/address`}>{t("address.link")}</a>
          ) : null}
          {standing.manages ? (
            <>
              <a href={`/organisations/${slug}/domains`}>{t("domains.link")}</a>
              <a href={`/organisations/${slug}/claims`}>{t("claims.title")}</a>
              <a href={`/organisations/${slug}/edit`}>{t("organisation.edit.title")}</a>
              {merges ? <a href={`/organisations/${slug}/merge`}>{t("merge.title")}</a> : null}
            </>
          ) : null}
          {standing.manages ? <a href={`/organisations/${slug}/provider`}>{t("provider.title")}</a> : null}
        </p>
      ) : null}
      <p>
        <FeedLink href={`/organisations/${slug}/feed.atom`} /> · <ReportLink of={`organisation=${slug}`} />
      </p>
    </main>
  );
}

/** A home page is known by its name; Punycode shows a host whose letters look like another one's. */
function shortAddress(website: string): string {
  const { host, pathname, search } = new URL(website);
  return `${host}${pathname === "/" ? "" : pathname}${search}`;
}
