import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitedReader } from "#app/accounts/invited-reader.tsx";
import { acceptInvitation, readInvitation } from "#app/organisations/invite-member.server.ts";
import { refusedForm } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { accountOf, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Whether who looks at an invitation is the one it was sent to. */
type Reader = "stranger" | "invited" | "another";

export async function loader(args: LoaderFunctionArgs) {
  const token = args.params.token ?? "";
  const headers = secretPageHeaders;
  const [invitation, { account }] = await Promise.all([readInvitation(token), visitorOf(args)]);
  if (!invitation) return data({ invitation: null, token, reader: "stranger" }, { status: 404, headers });
  const { role, name, inviter, email } = invitation;
  const reader: Reader = !account ? "stranger" : account.email === email ? "invited" : "another";
  return data({ invitation: { role, name, inviter }, token, reader }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const wait = await takeAttempt({ "token by network": networkOf(args.context.clientAddress) });
  if (wait !== null)
    return data(refusedForm({}, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const token = args.params.token ?? "";
  const result = await acceptInvitation(token, account);
  if (result.outcome === "joined") return redirect(`/organisations/${result.slug}?after=joined`, 303);
  // Its page says what is wrong: unknown by now, or made for another address.
  return redirect(`/invitations/${encodeURIComponent(token)}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("invitation.title");

export default function InvitationPage() {
  const { invitation, token, reader } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!invitation)
    return (
      <NarrowPage title={t("invitation.unknown.title")}>
        <p>{t("invitation.unknown.text")}</p>
        <p>
          <a href="/organisations">{t("organisations.title")}</a>
        </p>
      </NarrowPage>
    );
  const { role, name, inviter } = invitation;
  return (
    <NarrowPage title={t("invitation.title")}>
      <p className="lead">
        {t(`invitation.${role}`, { inviter: inviter ?? t("organisation.someone"), organisation: name })}
      </p>
      <InvitedReader
        reader={reader}
        here={`/invitations/${token}`}
        seen={t("invitation.public")}
        another={t("invitation.another")}
        form={form}
      />
    </NarrowPage>
  );
}
