import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDiscussion } from "#app/discussion/discussion.server.ts";
import type { Place } from "#app/discussion/place.ts";
import { readNews } from "#app/discussion/read-thread.server.ts";
import { pageKey } from "./page-key.ts";

/** Proxies and browsers give up on a connection that says nothing for a minute. */
const breathEvery = 25_000;

/**
 * What is added to a discussion while somebody reads it, as Server-Sent Events: each a comment's id and what it
 * answers (0: the letter or the provision). A browser that was cut off says by Last-Event-ID where it stood, a page by
 * `after`. With more readers than one process can hold, 204 tells the browser to stay quiet.
 */
export async function tellNews({ request, context }: LoaderFunctionArgs, place: Place) {
  const discussion = await readDiscussion(place);
  if (!discussion) throw new Response(null, { status: 404 });
  const news = context.commentNews;
  if (news.isFull()) return new Response(null, { status: 204 });
  const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  const after = pageKey(asked) ?? discussion.lastCommentId;
  const missed = after < discussion.lastCommentId ? await readNews(discussion.id, after) : [];
  let leave: () => void;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const bytes = new TextEncoder();
      const write = (text: string) => controller.enqueue(bytes.encode(text));
      // What was read from the rows may be told by the listener once more.
      const told = new Set<number>();
      const tell = (comment: { id: number; parentId: number }) => {
        if (told.has(comment.id)) return;
        told.add(comment.id);
        write(`id: ${comment.id}\ndata: ${JSON.stringify(comment)}\n\n`);
      };
      write("retry: 5000\n\n");
      missed.forEach(tell);
      const breath = setInterval(() => write(": still here\n\n"), breathEvery);
      const unfollow = news.follow(discussion.id, tell);
      leave = () => {
        clearInterval(breath);
        unfollow();
      };
    },
    cancel: () => leave(),
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // nginx would keep the events until they fill a buffer.
      "X-Accel-Buffering": "no",
    },
  });
}
