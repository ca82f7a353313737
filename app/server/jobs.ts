import {
  Logger,
  parseCrontab,
  run,
  type Runner,
  type Task,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { EventEmitter } from "node:events";
import { Pool, type PoolClient } from "pg";
import { sweepAccounts } from "#app/accounts/change-account.server.ts";
import { nameBodies } from "#app/identity/name-bodies.server.ts";
import { sweepOfficials } from "#app/identity/official.server.ts";
import { sweepIdentities } from "#app/identity/unlink-identity.server.ts";
import { tellNews } from "#app/chronicle/tell-news.server.ts";
import { closeDueLetters } from "#app/letters/close-letter.server.ts";
import { tellSignatories } from "#app/letters/tell-signatories.server.ts";
import { queueWrittenMails } from "#app/mail/queue-mail.server.ts";
import { openTransport, sendMails } from "#app/mail/send-mail.server.ts";
import { publishDue } from "#app/drafts/plan-publication.server.ts";
import { sweepCoAuthorInvitations } from "#app/co-authors/invite-co-author.server.ts";
import { sweepInvitations } from "#app/organisations/change-member.server.ts";
import { checkDomains } from "#app/organisations/check-domains.server.ts";
import { sweepProofMails } from "#app/organisations/prove-address.server.ts";
import { sweepImports } from "#app/doctrine/keep-import.server.ts";
import { mailNotices } from "#app/notices/mail-notices.server.ts";
import { tellByClock } from "#app/notices/tell-by-clock.server.ts";
import { tellFollowers } from "#app/notices/tell-followers.server.ts";
import { sweepDigests, writeDigests } from "#app/notices/write-digests.server.ts";
import { sweepLimits } from "#app/requests/limit.server.ts";
import { keepToRetention } from "#app/personal-data/keep-to-retention.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { carryOut } from "#app/signatures/invalidate-signatures.server.ts";
import { directUrl } from "#db/addresses.ts";
import { keepDoing } from "./keep-doing.ts";
import { log } from "./log.ts";
import { deliverDue } from "#app/webhooks/deliver.server.ts";
import { freeJobsOf, freeJobsOfTheDead, freeOldJobs, holdLiving } from "./orphaned-jobs.ts";
import type { Settings } from "./settings.ts";
import { inSpan } from "./spans.ts";

export type Jobs = { stop: () => Promise<void> };

/** How often new signatures are numbered and counted: readers see a count that is two seconds old at most. */
const countEvery = 1000;
/** How long between two batches of mails of a new version, an update or a reply: 250 a second leave room for the mails of those who sign. */
const tellEvery = 2000;
/** How often who wants it at once is mailed what they were told. */
const mailNoticesEvery = 5000;
/** How often programs are told: signatures of five seconds go together anyway. */
const deliverEvery = 2000;
/** How often mails are taken to the queue: nobody waits longer for a mail because a job takes many of them. */
const queueEvery = 200;

/** How often the jobs of processes that are gone are looked for, and for how long these must have had them, in seconds. */
const deadEvery = 10_000;
const deadAfter = 10;
/** No job takes so long, in seconds: one that is locked since then was left by a worker that is dead. */
const orphanedAfter = 600;

/** Starts what happens outside requests: the sequencer, mail, and what the clock asks for. */
export function startJobs(settings: Settings): Jobs {
  const transport = settings.SMTP_URL ? openTransport(settings.SMTP_URL, settings.dkim) : undefined;
  const from = settings.MAIL_FROM ?? `tribune@${new URL(settings.PUBLIC_URL ?? "http://localhost").hostname}`;
  const origin = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const tasks: TaskList = {
    "send-mails": (ids) => (transport ? sendMails(ids as number[], transport, from) : undefined),
    "recount-signatures": async () => {
      const corrected = await recountSignatures();
      if (corrected > 0) log.warn({ letters: corrected }, "counts differed from the rows and were corrected");
    },
    "invalidate-signatures": (invalidation) => carryOut((invalidation as { id: number }).id),
    "free-jobs": () => freeOldJobs(orphanedAfter),
    "close-letters": async () => void (await closeDueLetters()),
    "publish-letters": async () => void (await publishDue()),
    "tell-by-clock": () => tellByClock(),
    "write-digests": async () => {
      while ((await writeDigests(origin)) === "told");
    },
    "check-domains": async () => void (await checkDomains(origin)),
    sweep: async () => {
      await sweepAccounts();
      await sweepLimits();
      await sweepDigests();
      await sweepImports();
      await sweepInvitations();
      await sweepCoAuthorInvitations();
      await sweepProofMails();
      await sweepIdentities();
      await sweepOfficials();
    },
    "keep-to-retention": () => keepToRetention(),
    "name-bodies": async () => {
      for (const why of await nameBodies()) log.warn({ why }, "the register of bodies did not answer");
    },
  };
  const runner = keepRunning(tasks, settings.embedded);
  const loops = [keepDoing(countSignatures, countEvery, "signatures cannot be counted at the moment")];
  loops.push(
    keepDoing(tellSignatories, tellEvery, "signatories cannot be told of a new version at the moment"),
  );
  loops.push(
    keepDoing(tellNews, tellEvery, "signatories cannot be told of an update or a reply at the moment"),
  );
  loops.push(keepDoing(tellFollowers, tellEvery, "followers cannot be told of news at the moment"));
  loops.push(
    keepDoing(() => mailNotices(origin), mailNoticesEvery, "notices cannot be mailed at the moment"),
  );
  loops.push(keepDoing(() => deliverDue(origin), deliverEvery, "webhooks cannot be delivered at the moment"));
  loops.push(
    keepDoing(
      async () => {
        await freeJobsOfTheDead(deadAfter);
        return "done";
      },
      deadEvery,
      "jobs of processes that are gone cannot be given back at the moment",
    ),
  );
  if (transport) loops.push(keepDoing(queueWrittenMails, queueEvery, "mails cannot be queued at the moment"));
  return {
    async stop() {
      await Promise.all([runner, ...loops].map((each) => each.stop()));
      transport?.close();
    },
  };
}

/** The same tasks, each a span where traces are asked for; what a job is given is not told. */
const recorded = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, Task] => [
      name,
      (payload, it) =>
        inSpan("consumer", `job ${name}`, { "tribune.job.attempt": it.job.attempts }, async () =>
          task?.(payload, it),
        ),
    ]),
  );

const quietLogger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ job: true }, message);
});

/**
 * graphile-worker gives up after some failures in a row; the database may come back, so it is started again.
 * @param alone whether no other process works on this database: what is locked at the start is then orphaned
 */
function keepRunning(taskList: TaskList, alone: boolean): Jobs {
  let stopping = false;
  let runner: Runner | undefined;
  const own = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  // Which of the two a job is locked by depends on how jobs are fetched.
  events.on("worker:create", ({ worker }) => begins(worker.workerId));
  events.on("pool:create", ({ workerPool }) => begins(workerPool.id));
  /** The connection that says which of our workers live. */
  let living: PoolClient | undefined;
  const begins = (worker: string) => {
    own.add(worker);
    // A fault is the connection's, which is told there.
    living?.query(holdLiving.text, holdLiving.values(worker)).catch(() => undefined);
  };
  let hurt = false;
  // A connection was lost: what its worker was at is noted nowhere, and it would keep it locked. All begin anew.
  const onLost = () => {
    hurt = true;
    void runner?.stop().catch(() => undefined);
  };
  const loop = async () => {
    while (!stopping) {
      hurt = false;
      const pool = openPool(onLost);
      try {
        await (alone ? freeOldJobs(0) : freeJobsOf([...own]));
        own.clear();
        living = await pool.connect();
        runner = await run({
          pgPool: pool,
          concurrency: 6,
          noHandleSignals: true,
          events,
          pollInterval: 2000,
          logger: quietLogger,
          taskList: recorded(taskList),
          parsedCronItems: parseCrontab(
            [
              "*/10 * * * * recount-signatures",
              "*/5 * * * * close-letters",
              "* * * * * publish-letters",
              "* * * * * tell-by-clock",
              "*/5 * * * * write-digests",
              "*/5 * * * * free-jobs",
              "17 * * * * sweep",
              "7 3 * * * keep-to-retention",
              "*/5 * * * * name-bodies",
              "41 * * * * check-domains",
            ].join("\n"),
          ),
        });
        // While it started nobody had a runner to tell.
        if (stopping || hurt) await runner.stop();
        await runner.promise;
      } catch (fault) {
        log.warn({ err: fault }, "the job queue stopped and starts again");
      } finally {
        runner = undefined;
        // Closed and not given back: with it goes what it says.
        living?.release(true);
        living = undefined;
        void pool.end().catch(() => undefined);
      }
      if (!stopping) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping = true;
      await runner?.stop().catch(() => undefined);
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 5000))]);
    },
  };
}

/**
 * The connections of the job queue. It would open them itself, but takes its ear off them before it closes them: a
 * database that goes away at that moment would end the process.
 */
function openPool(onLost: () => void): Pool {
  const pool = new Pool({ connectionString: directUrl(), max: 8 });
  // What was asked over such a connection fails by itself, and is told there.
  const onFault = (fault: Error) => {
    log.warn({ job: true }, fault.message);
    onLost();
  };
  pool.on("error", onFault).on("connect", (client) => client.on("error", onFault));
  return pool;
}
