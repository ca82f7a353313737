import { stances } from "#app/discussion/comment.ts";
import type { MessageType } from "#app/webhooks/webhook.ts";
import {
  address,
  count,
  hash,
  moment,
  object,
  oneOf,
  type Operation,
  orNull,
  type Parameter,
  type Schema,
  text,
} from "./schema.ts";

const letter = { letter: text("Its slug.") };
const page = (what: string) => ({ ...letter, url: address(`The page of ${what}.`) });
const confirmed = count("How many signatures are confirmed.");

/** What each message says, and what is in its `data`. */
const messages: Record<MessageType, { operationId: string; summary: string; data: Record<string, Schema> }> =
  {
    "signature.confirmed": {
      operationId: "signatureConfirmed",
      summary: "Signatures were confirmed and counted; those of some seconds are one message",
      data: {
        ...page("the letter"),
        from: count("The first number that was given since the last message."),
        to: count("The last one."),
        signatures: confirmed,
        organisations: count("How many organisations are among them."),
      },
    },
    "letter.version-published": {
      operationId: "versionPublished",
      summary: "A new version of the letter was published",
      data: { ...page("the version"), number: count("Of the version; the first is 1."), sha256: hash },
    },
    "letter.milestone": {
      operationId: "milestoneReached",
      summary: "The letter has a round number of signatures",
      data: { ...page("the letter"), signatures: count("100, 500, 1,000 and so on to 1,000,000.") },
    },
    "letter.closed": {
      operationId: "letterClosed",
      summary: "The letter takes no more signatures",
      data: { ...page("the letter"), signatures: confirmed },
    },
    "comment.posted": {
      operationId: "commentPosted",
      summary: "The letter was commented in public",
      data: {
        ...page("the comment"),
        id: count(),
        parent: orNull(count("The comment that it answers.")),
        stance: oneOf(stances),
      },
    },
    "reply.recorded": {
      operationId: "replyRecorded",
      summary: "A reply of an addressee was recorded",
      data: { ...page("the reply"), id: count() },
    },
    test: {
      operationId: "webhookTested",
      summary: "An author had a test sent; nothing has happened",
      data: letter,
    },
  };

const inHeader = (name: string, description: string, schema: Schema): Parameter => ({
  ...{ name, in: "header", required: true, description, schema },
});

const headers: Parameter[] = [
  inHeader("webhook-id", "Names the message; the same when it is sent again.", {
    ...text(),
    pattern: "^msg_[0-9a-f-]{36}$",
  }),
  inHeader("webhook-timestamp", "When it was sent, in seconds since 1970; refuse what is minutes away.", {
    ...text(),
    pattern: "^[0-9]+$",
  }),
  inHeader(
    "webhook-signature",
    "`v1,` and the HMAC-SHA256 in base64 of `webhook-id.webhook-timestamp.body`, by the bytes whose base64 stands behind `whsec_`. More than one may stand there, with a space between them.",
    { ...text(), pattern: "^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*$" },
  ),
];

/** What the answers of a receiver do. */
const responses = {
  "2XX": { description: "Delivered, when it comes within ten seconds." },
  410: { description: "The receiver wants no more: the webhook is switched off, and its author mailed." },
  default: {
    description:
      "Not delivered, as when nothing answers; redirects are not followed. It is tried again after 1, 5 and 30 minutes, 2, 5, 8 and 10 hours. After five days without success the webhook is switched off.",
  },
};

const sent = (type: string, { operationId, summary, data }: (typeof messages)[MessageType]): Operation => ({
  ...{ operationId, summary, tags: ["webhooks"], parameters: headers },
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: object({
          type: { ...text(), const: type },
          timestamp: moment("When it happened."),
          data: object(data),
        }),
      },
    },
  },
  responses,
});

/** What is told to programs of a letter's authors, by type: the `webhooks` of an OpenAPI 3.1 document. */
export const webhooks: Record<string, { post: Operation }> = Object.fromEntries(
  Object.entries(messages).map(([type, message]) => [type, { post: sent(type, message) }]),
);
