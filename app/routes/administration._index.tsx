import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/accounts/account.ts";
import { countAccounts } from "#app/accounts/manage-accounts.server.ts";
import { BarChart } from "#app/administration/bar-chart.tsx";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { DayChart } from "#app/administration/day-chart.tsx";
import { findingsOf } from "#app/administration/health.ts";
import { HealthList } from "#app/administration/health-list.tsx";
import { readHealth } from "#app/administration/read-health.server.ts";
import { countComments } from "#app/discussion/count-comments.server.ts";
import { countLetters } from "#app/letters/count-letters.server.ts";
import { countOrganisations } from "#app/organisations/count-organisations.server.ts";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { signaturesADay } from "#app/signatures/signing-figures.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const [health, letters, days, comments, accounts, organisations] = await Promise.all([
    readHealth(),
    countLetters(),
    signaturesADay(),
    countComments(),
    countAccounts(),
    countOrganisations(),
  ]);
  return { findings: findingsOf(health), letters, days, comments, accounts, organisations };
}

export const meta: MetaFunction = phraseTitle("administration.title");

const states = ["draft", "open", "closed", "archived"] as const;
const levels = ["declared", "mailed", "domain", "federated"] as const;

export default function Administration() {
  const { findings, letters, days, comments, accounts, organisations } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const wrong = findings.filter(({ trouble }) => trouble !== null).length;
  const total = (rows: { count: number }[]) => {
    const count = rows.reduce((all, row) => all + row.count, 0);
    return t("administration.figures.total", { count, number: number(count) });
  };
  return (
    <ConsolePage here="/administration" title={t("administration.title")}>
      <section className="stack" aria-labelledby="health">
        <h2 id="health">{t("administration.health.title")}</h2>
        <p className="lead">
          {wrong === 0 ? t("administration.health.well") : t("administration.health.wrong", { count: wrong })}
        </p>
        <HealthList findings={findings} />
      </section>
      <section className="stack" aria-labelledby="figures">
        <h2 id="figures">{t("administration.figures.title")}</h2>
        <div className="console-figures">
          <DayChart days={days} />
          <BarChart
            title={t("administration.figures.letters")}
            text={total(letters)}
            unit={t("administration.figures.state")}
            bars={states.map((state) => ({
              key: state,
              label: t(`administration.state.${state}`),
              count: letters.find((row) => row.state === state)?.count ?? 0,
            }))}
          />
          <BarChart
            title={t("administration.figures.organisations")}
            text={total(organisations)}
            unit={t("administration.figures.level")}
            bars={levels.map((level) => ({
              key: level,
              label: t(`administration.level.${level}`),
              count: organisations.find((row) => row.level === level)?.count ?? 0,
            }))}
          />
          <BarChart
            title={t("administration.figures.accounts")}
            text={total(accounts)}
            unit={t("administration.accounts.role")}
            bars={roles.map((role) => ({
              key: role,
              label: t(`administration.role.${role}`),
              count: accounts.find((row) => row.role === role)?.count ?? 0,
            }))}
          />
          <BarChart
            title={t("administration.figures.comments")}
            text={total([{ count: comments.all }])}
            unit={t("administration.figures.period")}
            bars={[
              { key: "recent", label: t("administration.figures.recent"), count: comments.recent },
              {
                key: "before",
                label: t("administration.figures.before"),
                count: comments.all - comments.recent,
              },
            ]}
          />
        </div>
      </section>
    </ConsolePage>
  );
}
