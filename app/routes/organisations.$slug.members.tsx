import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { changeRole, endMembership } from "#app/organisations/change-member.server.ts";
import { endMandate } from "#app/organisations/end-mandate.server.ts";
import { EventList } from "#app/organisations/event-list.tsx";
import { cancelInvitation, inviteMember } from "#app/organisations/invite-member.server.ts";
import { InvitationFields, OpenInvitations } from "#app/organisations/invitations.tsx";
import { readMandates } from "#app/organisations/list-mandates.server.ts";
import { ManagedMember } from "#app/organisations/managed-member.tsx";
import { MemberList } from "#app/organisations/member-list.tsx";
import { InvitationForm, RoleForm } from "#app/organisations/organisation.ts";
import { MemberProofs } from "#app/organisations/proofs.tsx";
import {
  openInvitations,
  readEvents,
  readMembers,
  readOrganisation,
  standingIn,
} from "#app/organisations/read-organisation.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, forbidden, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** The organisation, and the account that belongs to it or manages it; a stranger is sent to log in, others away. */
async function enter(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  const standing = await standingIn(organisation.id, account);
  if (!standing.role && !standing.manages) throw forbidden();
  return { account, organisation, manages: standing.manages };
}

export async function loader(args: LoaderFunctionArgs) {
  const { account, organisation, manages } = await enter(args);
  const { id, slug, name } = organisation;
  const [members, mandates, invitations, events] = await Promise.all([
    readMembers(id),
    readMandates(id),
    manages ? openInvitations(id) : [],
    readEvents(id),
  ]);
  return {
    organisation: { slug, name },
    accountId: account.id,
    manages,
    members,
    mandates,
    invitations,
    events,
  };
}

const refuse = (form: FormState, status: number, headers?: HeadersInit) => data(form, { status, headers });

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await enter(args);
  const values = typedValues(await args.request.formData());
  const here = `/organisations/${organisation.slug}/members`;
  switch (values.intent) {
    case "invite": {
      const parsed = parseForm(InvitationForm, values);
      if (!parsed.ok) return refuse(parsed.state, 400);
      const wait = await takeAttempt({
        "invite by account": account.id,
        "mail by address": `invite:${organisation.id}:${parsed.value.email}`,
      });
      if (wait !== null)
        return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
      const { outcome } = await inviteMember(organisation, account, parsed.value, args.context.origin);
      if (outcome === "forbidden") throw forbidden();
      return redirect(`${here}?after=invited`, 303);
    }
    case "cancel": {
      const { outcome } = await cancelInvitation(organisation.id, account, values.email ?? "");
      if (outcome === "forbidden") throw forbidden();
      return redirect(`${here}?after=cancelled`, 303);
    }
    case "role": {
      const parsed = parseForm(RoleForm, values);
      if (!parsed.ok) return refuse(refusedForm({}, {}, "form.choice.wrong"), 400);
      const { outcome } = await changeRole(organisation.id, account, parsed.value.account, parsed.value.role);
      if (outcome === "forbidden") throw forbidden();
      if (outcome === "not-found") throw notFound();
      if (outcome === "last-owner") return refuse(refusedForm({}, {}, "organisation.lastOwner"), 409);
      return redirect(`${here}?after=role`, 303);
    }
    case "end-mandate": {
      const member = Number(values.account);
      if (!Number.isSafeInteger(member)) throw notFound();
      const { outcome } = await endMandate(organisation.id, account, member);
      if (outcome === "forbidden") throw forbidden();
      return redirect(`${here}?after=mandate-ended`, 303);
    }
    case "remove":
    case "leave": {
      const leaver = values.intent === "leave" ? account.id : Number(values.account);
      if (!Number.isSafeInteger(leaver)) throw notFound();
      const { outcome } = await endMembership(organisation.id, account, leaver);
      if (outcome === "forbidden") throw forbidden();
      if (outcome === "last-owner") return refuse(refusedForm({}, {}, "organisation.lastOwner"), 409);
      return redirect(
        leaver === account.id ? `/organisations/${organisation.slug}?after=left` : `${here}?after=removed`,
        303,
      );
    }
    default:
      return refuse(refusedForm(values, {}, "form.choice.wrong"), 400);
  }
}

export const meta: MetaFunction = phraseTitle("organisation.manage");

const notices = {
  invited: "organisation.invite.sent",
  cancelled: "organisation.invitation.cancelled",
  role: "organisation.role.changed",
  removed: "organisation.removed",
  "mandate-ended": "mandate.ended",
} as const;

export default function Members() {
  const { organisation, accountId, manages, members, mandates, invitations, events } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  const own = members.find((member) => member.accountId === accountId);
  return (
    <NarrowPage title={t("organisation.manage")}>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <p>
        <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
      </p>
      <ErrorSummary form={form} />
      <h2>{t("organisation.members")}</h2>
      <p className="quiet">{t("organisation.role.hint")}</p>
      <MemberList members={members}>
        {(member) => (
          <>
            <MemberProofs mandates={mandates} accountId={member.accountId} />
            {manages ? (
              <ManagedMember
                member={member}
                own={member.accountId === accountId}
                proved={mandates.some((mandate) => mandate.accountId === member.accountId)}
              />
            ) : null}
          </>
        )}
      </MemberList>
      {own ? (
        <form method="post" data-once>
          <button className="button button-quiet" name="intent" value="leave">
            {t("organisation.leave")}
          </button>
        </form>
      ) : null}
      {manages ? (
        <>
          <h2>{t("organisation.invite.title")}</h2>
          <InvitationFields form={form} />
          {invitations.length > 0 ? <OpenInvitations invitations={invitations} /> : null}
        </>
      ) : null}
      <h2>{t("organisation.log")}</h2>
      <EventList events={events} />
    </NarrowPage>
  );
}
