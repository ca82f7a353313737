import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { HiddenNotice, OwnHidden } from "#app/moderation/hidden-view.tsx";
import { hiddenKinds, readHidden } from "#app/moderation/read-hidden.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** RFC 7725. */
const unavailableForLaw = 451;

/** What answers at every address of something hidden (app/server/http-server.ts): it is gone, for a reason that is public. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const kind = hiddenKinds.find((each) => searchParams.has(each));
  if (!kind) throw notFound();
  const slug = searchParams.get(kind) ?? "";
  const { account } = await visitorOf(args);
  const hidden = await readHidden(kind, slug, account?.id ?? 0);
  if (!hidden) throw notFound();
  const event = hidden.law ? "removed-for-law" : "organisation-hidden";
  const log = kind === "letter" ? `/moderation/log?letter=${slug}` : `/moderation/log?event=${event}`;
  const { passages } = hidden.own?.document ? await readCitedPassages(hidden.own.document) : { passages: [] };
  return data({ hidden, log, passages }, { status: hidden.law ? unavailableForLaw : 410 });
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction<typeof loader> = phraseTitle("hidden.title");

export default function HiddenPage() {
  const { hidden, log, passages } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("hidden.title")}>
      <HiddenNotice {...hidden} log={log} />
      {hidden.own ? <OwnHidden own={hidden.own} passages={passages} /> : null}
    </NarrowPage>
  );
}
