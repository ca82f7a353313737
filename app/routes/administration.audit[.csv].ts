import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { eventFilter } from "#app/administration/event-filter.ts";
import { eventColumns, eventLine } from "#app/administration/export-events.ts";
import { listEvents } from "#app/administration/list-events.server.ts";
import { administratorOf } from "#app/requests/administrator.server.ts";

/** What administrators did, streamed, as UTF-8 with a header row, the newest first; filtered as its page is. */
export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const filter = eventFilter(new URL(args.request.url).searchParams);
  async function* lines() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${eventColumns.join(",")}\r\n`);
    for (let before: number | null = null; ;) {
      const { events, next } = await listEvents({ ...filter, before, count: 1000 });
      yield encoder.encode(events.map((event) => `${eventLine(event)}\r\n`).join(""));
      if (next === null) return;
      before = next;
    }
  }
  return new Response(createReadableStreamFromReadable(Readable.from(lines())), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="tribune-administration.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
