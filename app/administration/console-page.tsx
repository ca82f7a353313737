import type { ReactNode } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";

const ways: { href: string; label: Phrase }[] = [
  { href: "/administration", label: "administration.overview" },
  { href: "/administration/settings", label: "administration.settings.title" },
  { href: "/administration/moderation", label: "pipeline.title" },
  { href: "/administration/jobs", label: "administration.jobs.title" },
  { href: "/administration/mails", label: "administration.mails.title" },
  { href: "/administration/accounts", label: "administration.accounts.title" },
  { href: "/administration/organisations", label: "administration.organisations.title" },
  { href: "/administration/retention", label: "administration.retention.title" },
  { href: "/administration/audit", label: "administration.audit.title" },
];

/** A page of the console with the ways to the others; `here` is the way that it belongs to. */
export function ConsolePage({ here, title, children }: { here: string; title: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <main id="main" className="page stack">
      <nav className="console-ways" aria-label={t("administration.title")}>
        <ul>
          {ways.map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={href === here ? "page" : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
