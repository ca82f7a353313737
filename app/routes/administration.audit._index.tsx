import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acts } from "#app/administration/act.ts";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { EventList } from "#app/administration/event-list.tsx";
import { eventFilter } from "#app/administration/event-filter.ts";
import { listActors, listEvents } from "#app/administration/list-events.server.ts";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { Select } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const before = pageKey(searchParams.get("before"));
  const filter = eventFilter(searchParams);
  const [listed, actors] = await Promise.all([listEvents({ ...filter, before }), listActors()]);
  return { ...listed, actors, act: filter.acts?.[0] ?? null, by: filter.by, paged: before !== null };
}

export const meta: MetaFunction = phraseTitle("administration.audit.title");

export default function AdministrationAudit() {
  const { events, next, actors, act, by, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const page = (path: string, before?: number) => {
    const query = new URLSearchParams({
      ...(act ? { act } : {}),
      ...(by ? { by: String(by) } : {}),
      ...(before ? { before: String(before) } : {}),
    });
    return `${path}${query.size > 0 ? `?${query}` : ""}`;
  };
  const here = "/administration/audit";
  return (
    <ConsolePage here={here} title={t("administration.audit.title")}>
      <p className="lead">{t("administration.audit.lead")}</p>
      <form action={here} role="search" className="console-filter">
        <Select
          name="act"
          label="administration.audit.act"
          placeholder={t("administration.all")}
          defaultValue={act ?? ""}
          optional
          choices={acts.map((each) => ({ value: each, label: t(`administration.act.${each}`) }))}
        />
        <Select
          name="by"
          label="administration.audit.who"
          placeholder={t("administration.all")}
          defaultValue={by ? String(by) : ""}
          optional
          choices={actors.map(({ id, name }) => ({
            value: String(id),
            label: name ?? t("administration.account.deleted"),
          }))}
        />
        <button className="button">{t("administration.filter")}</button>
      </form>
      <EventList events={events} />
      <NextPage href={next === null ? null : page(here, next)} first={paged ? page(here) : null} />
      <p>
        <a href={page("/administration/audit.csv")}>{t("administration.audit.csv")}</a>
      </p>
    </ConsolePage>
  );
}
