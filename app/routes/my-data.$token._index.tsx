import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readDataLink } from "#app/personal-data/ask-for-data.server.ts";
import { HeldDataView } from "#app/personal-data/held-data-view.tsx";
import { NoData } from "#app/personal-data/no-data.tsx";
import { readHeldData } from "#app/personal-data/read-held-data.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const link = await readDataLink(token);
  const headers = secretPageHeaders;
  if (!link) return data({ held: null, token, erased: null, done: false }, { status: 404, headers });
  if (link.email === null)
    return data({ held: null, token, erased: "all" as const, done: false }, { headers });
  const done = new URL(request.url).searchParams.has("erased");
  return data({ held: await readHeldData(link.email), token, erased: null, done }, { headers });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("myData.title");

export default function MyDataPage() {
  const { held, token, erased, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (!held) return <NoData erased={erased === "all"} />;
  return (
    <NarrowPage title={t("myData.title")}>
      {done ? <Notice>{t("myData.erased")}</Notice> : null}
      <HeldDataView held={held} base={`/my-data/${token}`} />
    </NarrowPage>
  );
}
