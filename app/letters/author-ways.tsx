import { useWords } from "#app/ui/words.tsx";
import type { Letter } from "./letter.ts";

/** What its author, who reviews signatures and an official may do with a letter, as lines of the list of ways. */
export function AuthorWays({
  letter,
  own,
  reviews,
  replies,
}: {
  letter: Pick<Letter, "slug" | "open" | "state">;
  own: boolean;
  reviews: boolean;
  /** Whether the reader is an official who may record a reply. */
  replies: boolean;
}) {
  const { t } = useWords();
  const page = `/letters/${letter.slug}`;
  const ways = [
    own && letter.open ? { href: `${page}/revise`, label: t("revise.link") } : null,
    reviews ? { href: `${page}/signatures/review`, label: t("review.way") } : null,
    replies && letter.state !== "archived" ? { href: `${page}/replies#record`, label: t("reply.new") } : null,
    own ? { href: `${page}/webhooks`, label: t("webhooks.title") } : null,
    own ? { href: `${page}/manage`, label: t("manage.link") } : null,
  ];
  return (
    <>
      {ways.map((way) =>
        way ? (
          <li key={way.href}>
            <a href={way.href}>{way.label}</a>
          </li>
        ) : null,
      )}
    </>
  );
}
