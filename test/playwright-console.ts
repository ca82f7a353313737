import type { BrowserContext } from "@playwright/test";

export type ConsoleWatch = {
  /** Watches every page of this context, those that open later too. */
  watch(context: BrowserContext): void;
  /** What the pages complained about so far, without what is allowed. */
  faults(): string[];
};

/**
 * Collects console errors, uncaught errors and violations of the Content-Security-Policy. An error that matches
 * one of `allowed` is none, nor is the line a browser writes when the page itself is a 4xx answer.
 */
export function watchConsole(allowed: RegExp[]): ConsoleWatch {
  const complaints: { text: string; url: string }[] = [];
  const refusedPages = new Set<string>();

  function isAllowed({ text, url }: { text: string; url: string }): boolean {
    if (/^Failed to load resource.* status of 4\d\d/.test(text) && refusedPages.has(url)) return true;
    return allowed.some((pattern) => pattern.test(text) || pattern.test(`${text} (${url})`));
  }

  return {
    watch(context) {
      context.on("console", (message) => {
        const text = message.text();
        // A violation of a report-only policy is no more than a warning to the browser.
        if (message.type() === "error" || /content.security.policy/i.test(text))
          complaints.push({ text, url: message.location().url });
      });
      context.on("weberror", (fault) => {
        const error = fault.error();
        complaints.push({ text: `uncaught ${error.stack ?? error.message}`, url: fault.page()?.url() ?? "" });
      });
      context.on("response", (response) => {
        if (response.request().isNavigationRequest() && response.status() >= 400 && response.status() < 500)
          refusedPages.add(response.url());
      });
    },
    faults: () =>
      complaints.filter((complaint) => !isAllowed(complaint)).map(({ text, url }) => `${text} (${url})`),
  };
}
