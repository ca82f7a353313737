import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { compose, quote } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

/** The page of what is told, the letter, and the signature's own page, where such mails are stopped. */
type Links = { page: string; letter: string; own: string };

const foot = ({ page, letter, own }: Links) =>
  [
    "mail.news.page",
    { link: page },
    "mail.news.letter",
    { link: letter },
    "mail.news.stop",
    { link: own },
  ] as const;

/**
 * An author's update, whole, to a signatory who asked to be kept informed.
 * @param values of the signatory and the letter; the author as the letter names them
 */
export const newUpdateMessage = (
  language: Language,
  values: { name: string; title: string; author: string },
  update: { title: string; body: string },
  links: Links,
): Message =>
  compose(
    language,
    "letter-update",
    "mail.update.subject",
    ["mail.update.text", { text: quote(`${update.title}\n\n${update.body}`) }, ...foot(links)],
    { ...values, update: update.title },
  );

/**
 * What an addressee replied, to a signatory who asked to be kept informed, and who wrote it down.
 * @param reply.body as much of it as a mail takes; may be empty when there is an address
 * @param reply.official the body of the official who recorded it, null when the author did
 */
export const newReplyMessage = (
  language: Language,
  values: { name: string; title: string; author: string },
  reply: {
    name: string;
    office: string;
    day: string;
    body: string;
    address: string;
    official: string | null;
  },
  links: Links,
): Message =>
  compose(
    language,
    "letter-reply",
    "mail.reply.subject",
    [
      "mail.reply.text",
      ...(reply.body === "" ? [] : [{ text: quote(reply.body) }]),
      ...(reply.address === "" ? [] : (["mail.reply.address", { link: reply.address }] as const)),
      reply.official === null ? "mail.reply.author" : "mail.reply.official",
      ...foot(links),
    ],
    {
      ...values,
      who: [reply.name, reply.office].filter(Boolean).join(", "),
      day: formatCalendarDay(language, reply.day),
      body: reply.official ?? "",
    },
  );

/** Tells an author that an official has recorded a reply to their letter. @param values.body whom the official works for */
export const replyRecordedMessage = (
  language: Language,
  values: { name: string; title: string; body: string },
  link: string,
): Message =>
  compose(
    language,
    "reply-recorded",
    "mail.replyRecorded.subject",
    ["mail.replyRecorded.text", { link }],
    values,
  );
