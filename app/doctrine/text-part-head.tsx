import { type DoctrineText, textHref } from "./doctrine-text.ts";

/** The head of a page that belongs to a doctrine text: its title leads back to it. It is never typeset. */
export function TextPartHead({
  text,
  title,
}: {
  text: Pick<DoctrineText, "slug" | "title" | "language">;
  title: string;
}) {
  return (
    <header className="letter-part-head">
      <p className="kicker">
        <a href={textHref(text.slug)} lang={text.language}>
          {text.title}
        </a>
      </p>
      <h1>{title}</h1>
    </header>
  );
}
