import { setTimeout as sleep } from "node:timers/promises";
import { Gauge } from "prom-client";
import { listTasks } from "#app/administration/jobs.server.ts";
import { countMails } from "#app/mail/mail-log.server.ts";
import { uncounted } from "#app/signatures/signing-figures.server.ts";
import { isReady } from "./probes.ts";

/** What the database knows of how Tribune fares. */
type Figures = {
  jobsWaiting: number;
  jobsFailed: number;
  mailsWaiting: number;
  mailsFailing: number;
  uncountedSeconds: number;
};

/** How old figures may be, in milliseconds: several that scrape cost no more than one. */
const freshFor = 10_000;
/** How long a scrape waits for figures, in milliseconds: while all connections are busy it has none, and the next one has these. */
const patience = 500;

/**
 * Tells Prometheus what the database knows: jobs, mails, signatures that wait to be counted. While the database is away
 * the last gauge says so, and the others are not there: an old figure would look like a good one.
 */
export function measureDatabase(): void {
  let asked: { at: number; figures: Promise<Figures | null> } | undefined;
  const now = async (): Promise<Figures | null> => {
    if (!asked || performance.now() - asked.at > freshFor)
      asked = { at: performance.now(), figures: readFigures() };
    return Promise.race([asked.figures, sleep(patience, null, { ref: false })]);
  };
  const gauge = (name: string, help: string, of: (figures: Figures) => number) =>
    new Gauge({
      name,
      help,
      // Without a label it would stand at 0 from the start.
      async collect() {
        const figures = await now();
        this.remove();
        if (figures) this.set(of(figures));
      },
    });
  gauge("tribune_jobs_waiting", "Jobs that wait for their turn", ({ jobsWaiting }) => jobsWaiting);
  gauge("tribune_jobs_failed", "Jobs that nothing tries again", ({ jobsFailed }) => jobsFailed);
  gauge("tribune_mails_waiting", "Mails not sent yet", ({ mailsWaiting }) => mailsWaiting);
  gauge("tribune_mails_failing", "Mails that the mail server refused", ({ mailsFailing }) => mailsFailing);
  gauge(
    "tribune_signatures_uncounted_seconds",
    "For how long the first of the confirmed signatures without a number waits",
    ({ uncountedSeconds }) => uncountedSeconds,
  );
  new Gauge({
    name: "tribune_database_reachable",
    help: "1 while the database answers, else 0",
    async collect() {
      this.set((await isReady()) ? 1 : 0);
    },
  });
}

/** Asks; null when the database is away. Who needs it logs the fault, not who asks how it fares. */
async function readFigures(): Promise<Figures | null> {
  try {
    const [tasks, mails, signatures] = await Promise.all([listTasks(), countMails(), uncounted()]);
    const sum = (of: "waiting" | "failed") => tasks.reduce((all, task) => all + task[of], 0);
    return {
      jobsWaiting: sum("waiting"),
      jobsFailed: sum("failed"),
      mailsWaiting: mails.waiting,
      mailsFailing: mails.failing,
      uncountedSeconds: signatures.seconds,
    };
  } catch {
    return null;
  }
}
