import { type BrowserContext, type BrowserContextOptions, type Page, test as base } from "@playwright/test";
import postgres from "postgres";
import { findRunningEmbeddedPostgres } from "#db/embedded-postgres.ts";
import { type Mailbox, startMailbox } from "../mailbox.ts";
import { type ConsoleWatch, watchConsole } from "../playwright-console.ts";
import { createDataDir, startServer } from "../tribune-server.ts";

export { expect } from "@playwright/test";
export { expectAccessible } from "../playwright-accessibility.ts";

/** A real Tribune with sample content, an embedded PostgreSQL and a mail server, shared by a worker's stories. */
export type Tribune = {
  url: string;
  mailbox: Mailbox;
  dataDir: string;
  /** What the server has written so far. */
  log: () => string;
  /** Questions to its database. Connected at the first call, closed after the worker's last story. */
  sql: () => postgres.Sql;
};

type Fixtures = {
  /**
   * Console messages that this test may cause: `test.use({ allowedConsole: [/one|other/] })`. One pattern only:
   * Playwright takes a list of two for a value and its options.
   */
  allowedConsole: RegExp[];
  consoleWatch: ConsoleWatch;
  /** Attaches what the server wrote to the report of a test that fails. */
  serverLog: void;
  /** One more person: a page in a browser context of its own, watched like `page` and closed after the test. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** A page where JavaScript is off. */
  noScriptPage: Page;
};

type WorkerFixtures = {
  /** Settings of the server beside the usual: `test.use({ settings: { … } })` at the top of a file. */
  settings: Record<string, string>;
  tribune: Tribune;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { scope: "worker", option: true }],

  tribune: [
    async ({ settings }, provide) => {
      const mailbox = await startMailbox();
      const { dataDir, remove } = await createDataDir();
      let connection: postgres.Sql | undefined;
      try {
        const server = await startServer(dataDir, {
          // Who signs without JavaScript waits, but not for a test.
          ...{ SMTP_URL: mailbox.url, SLOW_SIGNING_SECONDS: "1" },
          ...settings,
        });
        const databaseUrl = await findRunningEmbeddedPostgres(dataDir);
        if (!databaseUrl)
          throw new Error(`No PostgreSQL runs in ${dataDir}. Tribune wrote:\n${server.log()}`);
        const sql = () => (connection ??= postgres(databaseUrl, { max: 2, onnotice: () => undefined }));
        await provide({ url: server.url, mailbox, dataDir, log: server.log, sql });
        await connection?.end({ timeout: 5 });
        await server.stop();
      } finally {
        await mailbox.close();
        await remove();
      }
    },
    { scope: "worker", timeout: 120_000 },
  ],

  // What other stories did in the last minutes is no reason to refuse this one anything.
  baseURL: async ({ tribune }, provide) => {
    await tribune.sql()`delete from rate_limits`;
    await provide(tribune.url);
  },
  allowedConsole: [[], { option: true }],

  serverLog: [
    async ({ tribune }, provide, test) => {
      await provide();
      if (test.status !== test.expectedStatus)
        await test.attach("what the server wrote last", { body: tribune.log().slice(-4000) });
    },
    { auto: true },
  ],

  consoleWatch: [
    async ({ allowedConsole }, provide) => {
      if (!Array.isArray(allowedConsole))
        throw new Error("allowedConsole takes one pattern in a list; join several by |.");
      const consoleWatch = watchConsole(allowedConsole);
      await provide(consoleWatch);
      const faults = consoleWatch.faults();
      if (faults.length > 0) throw new Error(`The browser's console complained:\n  ${faults.join("\n  ")}`);
    },
    { auto: true },
  ],

  context: async ({ context, consoleWatch }, provide) => {
    consoleWatch.watch(context);
    await provide(context);
  },

  visitor: async ({ browser, consoleWatch }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      consoleWatch.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  noScriptPage: async ({ visitor }, provide) => provide(await visitor({ javaScriptEnabled: false })),
});
