import { setTimeout as sleep } from "node:timers/promises";
import { Counter } from "prom-client";
import { readingFrom } from "#db/reading.ts";
import type { Replicas } from "#db/replicas.ts";
import type { Rendered } from "./page-cache.ts";

/** Renders the public page of a path; `render` may be called twice, each time from the start. */
export type Reader = (path: string, render: () => Promise<Rendered>) => Promise<Rendered>;

/** How long a page may take from a replica before it is asked of the primary, in milliseconds: twice what a page of a busy machine takes. */
const patience = 3000;
/** Papers are shared by all who ask for one while it is made, be they logged in; and they take their time. */
const notFrom = /\.pdf\/*$/i;

const rendered = new Counter({
  name: "tribune_pages_rendered_total",
  help: "Public pages that were rendered, by where their data was read",
  labelNames: ["from"],
});
for (const from of ["primary", "replica"]) rendered.inc({ from }, 0);

/**
 * Renders pages for strangers from a replica that holds all that was heard of, else from the primary. A page that a
 * replica fails to give is rendered again from the primary: nobody is told of it.
 */
export const readerFrom =
  (replicas: Replicas): Reader =>
  async (path, render) => {
    const copy = notFrom.test(path) ? null : await replicas.choose();
    if (copy) {
      try {
        const page = await Promise.race([
          readingFrom(copy.sql, render),
          sleep(patience, null, { ref: false }),
        ]);
        if (!page) copy.failed(new Error(`a page took longer than ${patience} ms`));
        // What is not there may be there by now; and a loader may have taken a fault for an answer.
        else if (page.status === 200 && copy.isSound()) {
          rendered.inc({ from: "replica" });
          return page;
        }
      } catch (fault) {
        // A fault of the page itself comes again, and is told then.
        if (!copy.isSound()) copy.failed(fault);
      }
    }
    rendered.inc({ from: "primary" });
    return render();
  };
