import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayReadKeptMails } from "#app/mail/kept-mails.server.ts";
import { listKeptMails } from "#app/mail/send-mail.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  if (!mayReadKeptMails(account, args.context)) throw notFound();
  return { mails: await listKeptMails() };
}

export const meta: MetaFunction = phraseTitle("keptMails.title");

export default function KeptMails() {
  const { mails } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("keptMails.title")}</h1>
      <p>{t("keptMails.text")}</p>
      {mails.length === 0 ? <p>{t("keptMails.none")}</p> : null}
      {mails.map((mail) => (
        <article key={mail.id} className="kept-mail">
          <h2>{mail.subject}</h2>
          <p className="quiet">
            {mail.to} · <Moment at={mail.createdAt} />
          </p>
          <div className="kept-mail-body">
            {mail.body.split("\n").map((text, index) => (
              <p key={index}>{/^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : text}</p>
            ))}
          </div>
        </article>
      ))}
    </main>
  );
}
