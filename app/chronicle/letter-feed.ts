import type { Feed, FeedEntry } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay, formatNumber, type Translate } from "#app/languages/translate.ts";
import type { Letter } from "#app/letters/letter.ts";
import type { readRecords } from "./read-records.server.ts";
import type { HistoryEvent } from "./record.ts";
import { showReply, showUpdate } from "./show-records.ts";

type Told = Pick<Letter, "slug" | "title" | "authorName">;
type Records = Awaited<ReturnType<typeof readRecords>>;

const most = 50;

/** All that happened to a letter as a feed: versions, updates, deliveries, replies, official ones among them, its end. */
export function letterFeed(letter: Told, records: Records, t: Translate, language: Language): Feed {
  const page = `/letters/${letter.slug}`;
  const events = [...records.history].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most);
  return {
    path: `${page}/feed.atom`,
    page,
    title: letter.title,
    language,
    entries: events.map((event) => entryOf(event, letter, records, t, language)),
  };
}

function entryOf(
  event: HistoryEvent,
  letter: Told,
  { updates, replies }: Records,
  t: Translate,
  language: Language,
): FeedEntry {
  const page = `/letters/${letter.slug}`;
  const { id, at, words, name, count } = event;
  const author = letter.authorName;
  const found = { id: page, path: page, at };
  switch (event.event) {
    case "published":
      return { ...found, title: t("history.published", { author }), path: page, id: `${page}/versions/1` };
    case "version": {
      const path = `${page}/versions/${id}`;
      const title = t("history.version", { number: id, author });
      return { ...found, id: path, path, title, author, summary: words };
    }
    case "update": {
      const update = updates.find((each) => each.id === id);
      const path = `${page}/updates/${id}`;
      return { ...found, id: path, path, title: words, author, html: update && showUpdate(update).html };
    }
    case "delivered": {
      const path = `${page}/delivery#delivery-${id}`;
      const title = t("history.delivered", { name, count, number: formatNumber(language, count) });
      return { ...found, id: path, path, title };
    }
    case "reply": {
      const reply = replies.find((each) => each.id === id);
      const path = `${page}/replies/${id}`;
      const title = t("history.reply", { name: [name, words].filter(Boolean).join(", ") });
      return { ...found, id: path, path, title, author: name, html: reply && showReply(reply).html };
    }
    default: {
      const title =
        event.event === "closed" && event.by === "clock"
          ? t("history.closed.clock")
          : t(`history.${event.event}`, { author });
      const until = event.closesOn
        ? `${t("history.reopened.until")} ${formatCalendarDay(language, event.closesOn)}`
        : "";
      const summary = [event.event === "reopened" ? words : "", until].filter(Boolean).join(" ");
      // Such an event has no page of its own: its moment tells it from the others of its kind.
      const path = `${page}/history`;
      return { id: `${path}#${event.event}-${at.getTime()}`, path, at, title, summary };
    }
  }
}
