import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import type { Letter } from "./letter.ts";

type Way = { to: string; label: Phrase; text: Phrase };

const tell: Way[] = [
  { to: "updates#record", label: "update.new", text: "manage.update.text" },
  { to: "delivery#record", label: "delivery.new", text: "manage.delivery.text" },
  { to: "replies#record", label: "reply.new", text: "manage.reply.text" },
];
const revise: Way = { to: "revise", label: "revise.title", text: "manage.revise.text" };
const signatures: Way[] = [
  { to: "signatures/review", label: "review.way", text: "manage.review.text" },
  { to: "signatures/pins", label: "pins.link", text: "manage.pins.text" },
];
const close: Way = { to: "close", label: "close.title", text: "manage.close.text" };
const reopen: Way = { to: "reopen", label: "reopen.title", text: "reopen.text" };
const archive: Way = { to: "archive", label: "archive.title", text: "archive.text" };
const unarchive: Way = { to: "archive", label: "unarchive.title", text: "unarchive.text" };

/** All that the author of a published letter can do with it, in its present state. */
export function LetterWork({ letter }: { letter: Pick<Letter, "slug" | "open" | "state"> }) {
  const { t } = useWords();
  const state = letter.open ? "open" : letter.state === "archived" ? "archived" : "closed";
  const states = { open: [close], closed: [reopen, archive], archived: [unarchive] };
  return (
    <>
      <section className="stack" aria-labelledby="tell">
        <h2 id="tell">{t("manage.tell")}</h2>
        {state === "archived" ? <p>{t("record.archived")}</p> : <Ways slug={letter.slug} ways={tell} />}
      </section>
      <section className="stack" aria-labelledby="text">
        <h2 id="text">{t("manage.text")}</h2>
        <Ways slug={letter.slug} ways={letter.open ? [revise, ...signatures] : signatures} />
      </section>
      <section className="stack" aria-labelledby="state">
        <h2 id="state">{t("manage.state")}</h2>
        <p>{t(`manage.state.${state}`)}</p>
        <Ways slug={letter.slug} ways={states[state]} />
      </section>
    </>
  );
}

function Ways({ slug, ways }: { slug: string; ways: Way[] }) {
  const { t } = useWords();
  return (
    <ul className="rows">
      {ways.map(({ to, label, text }) => (
        <li key={to}>
          <a href={`/letters/${slug}/${to}`}>{t(label)}</a>
          <p className="quiet">{t(text)}</p>
        </li>
      ))}
    </ul>
  );
}
