import type { ServerResponse } from "node:http";
import { type Language } from "#app/languages/language.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";

/** "busy" is a 503 too: the database is there, but too much is asked of it at this moment. So is "read-only": nothing is written for a while. */
export type PlainStatus = 400 | 403 | 405 | 413 | 500 | 503 | "busy" | "read-only";
/** What to try again: a form with what was typed in it, or without `fields` a page to read. */
export type Retry = { path: string; fields?: URLSearchParams };

const phrases: Record<PlainStatus, { title: Phrase; text: Phrase }> = {
  400: { title: "plain.400.title", text: "plain.400.text" },
  403: { title: "plain.403.title", text: "plain.403.text" },
  405: { title: "plain.405.title", text: "plain.405.text" },
  413: { title: "plain.413.title", text: "plain.413.text" },
  500: { title: "plain.500.title", text: "plain.500.text" },
  503: { title: "plain.503.title", text: "plain.503.text" },
  busy: { title: "plain.busy.title", text: "plain.busy.text" },
  "read-only": { title: "plain.readOnly.title", text: "plain.readOnly.text" },
};
export const codeOf = (status: PlainStatus) => (typeof status === "string" ? 503 : status);

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Fields that are never written back into a page. */
const secret = /password/i;

/**
 * A page that needs neither Remix nor the database: what a reader sees when one of them is what fails.
 * @param retry what was asked for: a form is written back as a form to send again, so that nothing typed is lost
 */
export function plainPage(page: {
  status: PlainStatus;
  language: Language;
  stylesheets: string[];
  reference?: string;
  retry?: Retry;
}): string {
  const t = translator(page.language);
  const { title, text } = phrases[page.status];
  const fields = [...(page.retry?.fields ?? [])].filter(([name]) => !secret.test(name));
  const kept = fields
    .map(([name, value]) =>
      // The editor's document is nothing to look at; the writer finds it again in the editor.
      !value.startsWith('{"type":"doc"') && (value.length > 80 || value.includes("\n"))
        ? `<textarea name="${escape(name)}" aria-label="${escape(name)}" rows="8">\n${escape(value)}</textarea>`
        : `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
    )
    .join("\n");
  const again = page.retry?.fields
    ? `<form method="post" action="${escape(page.retry.path)}" class="stack"><p>${escape(t("plain.kept"))}</p>${kept}
<p><button class="button">${escape(t("plain.again"))}</button></p></form>`
    : `${page.retry ? `<p><a class="button" href="${escape(page.retry.path)}">${escape(t("plain.again"))}</a></p>` : ""}
<p><a href="/">${escape(t("plain.home"))}</a></p>`;
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escape(t(title))} · Tribune</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${page.stylesheets.map((href) => `<link rel="stylesheet" href="${escape(href)}">`).join("\n")}
</head>
<body>
<header class="masthead"><div class="masthead-inner"><a class="wordmark" href="/">Tribune</a></div></header>
<main class="page narrow stack">
<p class="kicker">${codeOf(page.status)}</p>
<h1>${escape(t(title))}</h1>
<p>${escape(t(text))}</p>
${page.reference ? `<p class="quiet">${escape(t("plain.reference", { reference: page.reference }))}</p>` : ""}
${again}
</main>
</body>
</html>
`;
}

/**
 * Seconds after which to come back. A database takes some five to restart; when too much is asked, those who were
 * refused together should not come back together.
 */
export const comeBackIn = {
  503: () => 5,
  busy: () => 2 + Math.floor(Math.random() * 4),
  "read-only": () => 300,
};

/** Answers with a plain page; a 503 says when to come back. */
export function sendPlainPage(
  response: ServerResponse,
  page: Parameters<typeof plainPage>[0],
  method: string | undefined,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const html = plainPage(page);
  const { status } = page;
  response.writeHead(codeOf(status), {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(html),
    "Content-Language": page.language,
    "Cache-Control": "no-store",
    ...(status === 503 || typeof status === "string" ? { "Retry-After": String(comeBackIn[status]()) } : {}),
    // The rest of a body that was refused is not read: the connection ends with the answer.
    ...(status === 413 ? { Connection: "close" } : {}),
  });
  response.end(method === "HEAD" ? undefined : html);
}
