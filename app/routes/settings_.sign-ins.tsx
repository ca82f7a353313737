import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeOneSession, closeOtherSessions, listSessions } from "#app/accounts/session.server.ts";
import { SessionList } from "#app/accounts/session-list.tsx";
import { type Period, retention } from "#app/personal-data/retention.ts";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, forbidden } from "#app/requests/visitor.server.ts";
import { listSignIns } from "#app/sign-ins/list-sign-ins.server.ts";
import { SignInList } from "#app/sign-ins/sign-in-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account, sessionHash } = await accountOf(args);
  const search = new URL(args.request.url).searchParams;
  const before = pageKey(search.get("before"));
  const [sessions, log] = await Promise.all([
    listSessions(account.id, sessionHash),
    listSignIns(account.id, before),
  ]);
  return { ...log, sessions, later: before !== null, after: search.get("after") };
}

export async function action(args: ActionFunctionArgs) {
  const { account, sessionHash } = await accountOf(args);
  const { intent, session } = typedValues(await args.request.formData());
  if (sessionHash === null) throw forbidden();
  if (intent === "others") {
    await closeOtherSessions(account.id, sessionHash);
    return redirect("/settings/sign-ins?after=others", 303);
  }
  if (intent !== "session") throw forbidden();
  await closeOneSession(account.id, session ?? "");
  return redirect("/settings/sign-ins?after=session", 303);
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction = phraseTitle("signIns.title");

const kept: Period | null = retention.find(({ rule }) => rule === "signIns")?.after ?? null;
const months = kept?.months ?? 0;

export default function SignIns() {
  const { sessions, signIns, next, later, after } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("signIns.title")}>
      {after === "session" ? <Notice>{t("settings.after.session")}</Notice> : null}
      {after === "others" ? <Notice>{t("signIns.after.others")}</Notice> : null}
      <p>{t("signIns.lead", { count: months })}</p>
      <p>
        <a href="/settings/passkeys">{t("passkeys.open")}</a>
      </p>
      {later ? null : (
        <section className="stack" aria-labelledby="sessions">
          <h2 id="sessions">{t("settings.sessions")}</h2>
          <SessionList sessions={sessions} page="/settings/sign-ins" />
        </section>
      )}
      <section className="stack" aria-labelledby="log">
        <h2 id="log">{t("signIns.log")}</h2>
        <SignInList signIns={signIns} />
        <NextPage
          href={next ? `/settings/sign-ins?before=${next}` : null}
          first={later ? "/settings/sign-ins" : null}
        />
      </section>
    </NarrowPage>
  );
}
