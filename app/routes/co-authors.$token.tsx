import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitedReader } from "#app/accounts/invited-reader.tsx";
import { acceptInvitation, readInvitation } from "#app/co-authors/accept-invitation.server.ts";
import { refusedForm } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { accountOf, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const token = args.params.token ?? "";
  const headers = secretPageHeaders;
  const { account } = await visitorOf(args);
  const invitation = await readInvitation(token, account);
  return data({ invitation, token, loggedIn: account !== null }, { status: invitation ? 200 : 404, headers });
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
  if (result.outcome === "joined") return redirect(`/letters/${result.slug}/draft?after=joined`, 303);
  // Its page says what is wrong: unknown by now, or made for somebody else.
  return redirect(`/co-authors/${encodeURIComponent(token)}`, 303);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("coAuthors.invitation.title");

export default function CoAuthorInvitation() {
  const { invitation, token, loggedIn } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!invitation)
    return (
      <NarrowPage title={t("invitation.unknown.title")}>
        <p>{t("invitation.unknown.text")}</p>
        <p>
          <a href="/letters/mine">{t("mine.title")}</a>
        </p>
      </NarrowPage>
    );
  const { role, title, inviter, organisation, mine } = invitation;
  return (
    <NarrowPage title={t("coAuthors.invitation.title")}>
      <p className="lead">
        {t(`coAuthors.invitation.${role}`, { inviter: inviter ?? t("organisation.someone"), title })}{" "}
        {organisation ? t("coAuthors.invitation.for", { organisation }) : null}
      </p>
      <InvitedReader
        reader={mine ? "invited" : loggedIn ? "another" : "stranger"}
        here={`/co-authors/${token}`}
        seen={t("coAuthors.invitation.seen")}
        another={
          organisation ? t("coAuthors.invitation.notSpeaking", { organisation }) : t("invitation.another")
        }
        form={form}
      />
    </NarrowPage>
  );
}
