import { commentHtml } from "#app/discussion/comment-html.ts";
import type { Reply, Update } from "./record.ts";

/** An update with its text as HTML, in the way of comments: what somebody wrote holds no headings, pictures or HTML. */
export const showUpdate = ({ body, ...update }: Update) => ({ ...update, html: commentHtml(body) });

/** A reply with its text as HTML; "" when there is only an address. */
export const showReply = ({ body, ...reply }: Reply) => ({ ...reply, html: body && commentHtml(body) });
