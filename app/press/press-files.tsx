import type { Logo } from "#app/organisations/organisation.ts";
import { useWords } from "#app/ui/words.tsx";

/** What somebody who writes about a letter may take with them. @param page the letter's address */
export function PressFiles({
  page,
  card,
  author,
}: {
  page: string;
  card: string;
  author: { name: string; logo: Logo | null } | null;
}) {
  const { t } = useWords();
  const files = [
    { href: `${page}.pdf`, words: t("press.files.pdf") },
    { href: `${page}.json`, words: t("press.files.json") },
    { href: `${page}/signatures.csv`, words: t("press.files.csv") },
    { href: card, words: t("press.files.card") },
    { href: `${page}/badge.svg`, words: t("press.files.badge") },
    ...(author?.logo
      ? [{ href: `/images/${author.logo.sha256}`, words: t("press.files.logo", { name: author.name }) }]
      : []),
  ];
  return (
    <ul>
      {files.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
