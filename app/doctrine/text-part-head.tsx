import type { ReactNode } from "react";
import type { NamedText } from "./named-text.server.ts";

/** The head of a page that belongs to a doctrine text: its title leads back to it. It is never typeset. */
export function TextPartHead({
  text,
  title,
  children,
}: {
  text: Pick<NamedText, "slug" | "title" | "language">;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="letter-part-head">
      <p className="kicker">
        <a href={`/doctrine/${text.slug}`} lang={text.language}>
          {text.title}
        </a>
        {children}
      </p>
      <h1>{title}</h1>
    </header>
  );
}
