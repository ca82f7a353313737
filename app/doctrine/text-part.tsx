import { useWords } from "#app/ui/words.tsx";
import {
  type DoctrineText,
  entryHref,
  type OutlineEntry,
  type ProvisionCounts,
  textHref,
} from "./doctrine-text.ts";
import type { Repealed } from "./reading-order.ts";
import { annotateHref, ProvisionBody } from "./provision-body.tsx";
import { Named } from "./provision-head.tsx";
import { provisionLabel, provisionName } from "./provision-name.ts";

/** A provision as the text's page shows it. */
export type ShownProvision = OutlineEntry & {
  body: string;
  counts: ProvisionCounts | null;
  repealed: Repealed["entry"][];
};

type Props = {
  text: Pick<DoctrineText, "slug" | "language" | "revisions">;
  /** The revision's day for addresses; null for the newest. */
  revision: string | null;
  /** The first anchor of this part. */
  part: string;
  provisions: ShownProvision[];
  /** Whether there is a revision before, against which changes are told. */
  changes: boolean;
  before: OutlineEntry | null;
  after: OutlineEntry | null;
};

/** A part of a text: its provisions in the order of reading, with the ways to the parts around it. */
export function TextPart({ text, revision, part, provisions, changes, before, after }: Props) {
  const { t } = useWords();
  const top = Math.min(...provisions.map(({ depth }) => depth));
  const way = (entry: OutlineEntry, rel: "prev" | "next") => (
    <a href={textHref(text.slug, { revision, part: entry.slug })} rel={rel}>
      {t(rel === "prev" ? "doctrine.part.before" : "doctrine.part.after", {
        name: provisionLabel(entry, text.language),
      })}
    </a>
  );
  return (
    <section className="text-part" data-text-part={part}>
      {before ? <p className="part-way part-before">{way(before, "prev")}</p> : null}
      {provisions.map((provision) => (
        <Provision
          key={provision.id}
          text={text}
          revision={revision}
          part={part}
          provision={provision}
          level={provision.depth - top}
          changes={changes}
        />
      ))}
      <script type="module" src="/annotate.js" />
      {after ? <p className="part-way part-after">{way(after, "next")}</p> : null}
    </section>
  );
}

function Provision({
  text,
  revision,
  part,
  provision,
  level,
  changes,
}: Pick<Props, "text" | "revision" | "part" | "changes"> & { provision: ShownProvision; level: number }) {
  const { t } = useWords();
  const { slug, address, kind, title, change, counts, body, descendants, repealed } = provision;
  const Heading = (["h2", "h3", "h4", "h5", "h6"] as const)[level] ?? "h6";
  const name = provisionName(provision, text.language);
  // What a revision repealed has no name in it: it is read in the one before.
  const had =
    revision === null ? null : (text.revisions.find(({ dated }) => dated < revision)?.dated ?? null);
  const own = entryHref(text.slug, provision, revision);
  return (
    <>
      <div
        id={slug}
        className={`provision provision-${kind} ${descendants > 0 ? "provision-heading" : "provision-piece"} level-${level}`}
        data-provision={address}
      >
        <Heading lang={text.language}>
          <a href={own}>
            <Named entry={provision} language={text.language} />
          </a>{" "}
          <a
            className="provision-link"
            href={textHref(text.slug, { revision, part, at: slug })}
            aria-label={t("doctrine.link", { name: name || title })}
          >
            §
          </a>
        </Heading>
        {changes && change !== "kept" ? (
          <p className={`provision-change provision-change-${change}`}>{t(`doctrine.change.${change}`)}</p>
        ) : null}
        {counts ? <Marks href={own} counts={counts} /> : null}
        <div className="provision-words" lang={text.language}>
          <ProvisionBody
            text={body}
            annotate={annotateHref(text.slug, slug, revision ?? text.revisions[0]?.dated ?? "")}
          />
        </div>
      </div>
      {repealed.map((entry) => (
        <p key={entry.id} className="provision-gone">
          <a href={entryHref(text.slug, entry, had)}>
            {t("doctrine.change.repealedHere", { name: provisionName(entry, text.language) || entry.title })}
          </a>
        </p>
      ))}
    </>
  );
}

/** In the margin: how many comments, letters and official answers there are, each leading to them. */
function Marks({ href, counts }: { href: string; counts: ProvisionCounts }) {
  const { t, number } = useWords();
  const { comments, letters, answers } = counts;
  const marks = [
    {
      key: "discussion",
      count: comments,
      words: t("letter.comments", { count: comments, number: number(comments) }),
    },
    {
      key: "letters",
      count: letters,
      words: t("doctrine.letters", { count: letters, number: number(letters) }),
    },
    {
      key: "disposition",
      count: answers,
      words: t("doctrine.answers", { count: answers, number: number(answers) }),
    },
  ].filter(({ count }) => count > 0);
  return (
    <ul className="provision-marks">
      {marks.map(({ key, words }) => (
        <li key={key}>
          <a href={`${href}#${key}`} className={`mark-${key}`}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
