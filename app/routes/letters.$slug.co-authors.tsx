import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { changeCoAuthorRole, endCoAuthorship } from "#app/co-authors/change-co-author.server.ts";
import { CoAuthorList } from "#app/co-authors/co-author-list.tsx";
import { CoAuthorRoleForm, InviteOrganisationForm, InvitePersonForm } from "#app/co-authors/co-author.ts";
import { DraftShares } from "#app/co-authors/draft-shares.tsx";
import { EventList } from "#app/co-authors/event-list.tsx";
import { InvitationForms, OpenInvitations } from "#app/co-authors/invitation-forms.tsx";
import {
  cancelInvitation,
  inviteOrganisation,
  invitePerson,
} from "#app/co-authors/invite-co-author.server.ts";
import { listCoAuthors, openInvitations, readWrittenLetter } from "#app/co-authors/list-co-authors.server.ts";
import { readEvents } from "#app/co-authors/record-event.server.ts";
import { listShares, revokeShare, shareDraft } from "#app/co-authors/share-draft.server.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { findKept } from "#app/organisations/merge-organisations.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** The letter and the account that writes it along; a stranger is sent to log in, for others it is not there. */
async function enter(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const letter = await readWrittenLetter(args.params.slug ?? "", account.id);
  if (!letter) throw notFound();
  return { account, letter };
}

export async function loader(args: LoaderFunctionArgs) {
  const { account, letter } = await enter(args);
  const decides = letter.role === "author";
  const [coAuthors, invitations, shares, events] = await Promise.all([
    listCoAuthors(letter.id),
    decides ? openInvitations(letter.id) : [],
    decides && letter.state === "draft" ? listShares(letter.id) : null,
    readEvents(letter.id),
  ]);
  return { letter, accountId: account.id, decides, coAuthors, invitations, shares, events };
}

const refuse = (form: FormState, status: number, headers?: HeadersInit) => data(form, { status, headers });

export async function action(args: ActionFunctionArgs) {
  const { account, letter } = await enter(args);
  const { slug } = letter;
  const values = typedValues(await args.request.formData());
  const done = (after: string) => redirect(`/letters/${slug}/co-authors?after=${after}`, 303);
  const inviting = async (to: string) => {
    const wait = await takeAttempt({
      "invite by account": account.id,
      "mail by address": `co-author:${letter.id}:${to}`,
    });
    return wait === null
      ? null
      : refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  };
  switch (values.intent) {
    case "invite-person": {
      const parsed = parseForm(InvitePersonForm, values);
      if (!parsed.ok) return refuse(parsed.state, 400);
      const late = await inviting(parsed.value.email);
      if (late) return late;
      const { outcome } = await invitePerson(slug, account, parsed.value, args.context.origin);
      if (outcome === "not-found") throw notFound();
      if (outcome === "full") return refuse(refusedForm(values, {}, "coAuthors.full"), 409);
      return done("invited");
    }
    case "invite-organisation": {
      const parsed = parseForm(InviteOrganisationForm, values);
      if (!parsed.ok) return refuse(parsed.state, 400);
      const found = await findKept(parsed.value.organisation, 0);
      if (found.length !== 1) {
        const organisation =
          found.length > 1 ? "coAuthors.organisation.several" : "coAuthors.organisation.unknown";
        const slugs = found.map((each) => `/organisations/${each.slug}`).join(", ");
        return refuse(refusedForm(values, { organisation }, undefined, { slugs }), 400);
      }
      const organisationId = found[0]?.id ?? 0;
      const late = await inviting(`organisation ${organisationId}`);
      if (late) return late;
      const wish = { organisationId, role: parsed.value.role };
      const { outcome } = await inviteOrganisation(slug, account, wish, args.context.origin);
      if (outcome === "not-found") throw notFound();
      if (outcome === "full") return refuse(refusedForm(values, {}, "coAuthors.full"), 409);
      if (outcome === "nobody")
        return refuse(refusedForm(values, { organisation: "coAuthors.organisation.nobody" }), 409);
      return done("invited");
    }
    case "cancel": {
      const { outcome } = await cancelInvitation(slug, account, pageKey(values.invitation ?? null) ?? 0);
      if (outcome === "not-found") throw notFound();
      return done("cancelled");
    }
    case "role": {
      const parsed = parseForm(CoAuthorRoleForm, values);
      if (!parsed.ok) return refuse(refusedForm({}, {}, "form.choice.wrong"), 400);
      const { outcome } = await changeCoAuthorRole(slug, account, parsed.value.account, parsed.value.role);
      if (outcome === "not-found") throw notFound();
      if (outcome === "last-author") return refuse(refusedForm({}, {}, "coAuthors.lastAuthor"), 409);
      return done("role");
    }
    case "remove":
    case "leave": {
      const leaver = values.intent === "leave" ? account.id : (pageKey(values.account ?? null) ?? 0);
      const { outcome } = await endCoAuthorship(slug, account, leaver);
      if (outcome === "not-found") throw notFound();
      if (outcome === "last-author") return refuse(refusedForm({}, {}, "coAuthors.lastAuthor"), 409);
      return leaver === account.id ? redirect("/letters/mine?left", 303) : done("removed");
    }
    case "share": {
      const { outcome } = await shareDraft(slug, account);
      if (outcome === "not-found") throw notFound();
      if (outcome === "published") return refuse(refusedForm({}, {}, "coAuthors.share.published"), 409);
      if (outcome === "full") return refuse(refusedForm({}, {}, "coAuthors.share.full"), 409);
      return done("shared");
    }
    case "revoke": {
      const { outcome } = await revokeShare(slug, account, pageKey(values.share ?? null) ?? 0);
      if (outcome === "not-found") throw notFound();
      return done("revoked");
    }
    default:
      return refuse(refusedForm(values, {}, "form.choice.wrong"), 400);
  }
}

export const meta: MetaFunction = phraseTitle("coAuthors.title");

const notices = {
  invited: "coAuthors.invited",
  cancelled: "coAuthors.cancelled",
  role: "coAuthors.role.changed",
  removed: "coAuthors.removed",
  shared: "coAuthors.shared",
  revoked: "coAuthors.revoked",
} as const;

export default function CoAuthors() {
  const { letter, accountId, decides, coAuthors, invitations, shares, events } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  return (
    <NarrowPage title={t("coAuthors.title")}>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <p lang={letter.language}>
        <a href={letter.state === "draft" ? `/letters/${letter.slug}/draft` : `/letters/${letter.slug}`}>
          {typeset(letter.title, letter.language)}
        </a>
      </p>
      <ErrorSummary form={form} />
      <p className="lead">{t("coAuthors.lead")}</p>
      <section className="stack">
        <h2>{t("coAuthors.people")}</h2>
        <CoAuthorList coAuthors={coAuthors} accountId={accountId} decides={decides} />
        <form method="post" data-once>
          <button className="button button-quiet" name="intent" value="leave">
            {t("coAuthors.leave")}
          </button>
        </form>
      </section>
      {decides ? <InvitationForms form={form} /> : null}
      <OpenInvitations invitations={invitations} />
      {shares ? <DraftShares shares={shares} /> : null}
      <section className="stack">
        <h2>{t("coAuthors.log")}</h2>
        <EventList events={events} />
      </section>
    </NarrowPage>
  );
}
