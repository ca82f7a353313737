/** What a file answers whose letter, text or organisation is not there: files have no page that says so. */
export const notThere = (): Response =>
  new Response("There is no such file.\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
