import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { safeNext } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export function loader({ request }: LoaderFunctionArgs) {
  return { back: safeNext(new URL(request.url).searchParams.get("back")) };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("report.done.title");

export default function Reported() {
  const { back } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("report.done.title")}>
      <p className="lead">{t("report.done.text")}</p>
      <p>{t("report.done.mail")}</p>
      <p>{t("report.done.none")}</p>
      <p>
        <a href={back}>{t("report.done.back")}</a> · <a href="/moderation/log">{t("publicLog.title")}</a> ·{" "}
        <a href="/moderation/reasons">{t("report.reasons")}</a>
      </p>
    </NarrowPage>
  );
}
