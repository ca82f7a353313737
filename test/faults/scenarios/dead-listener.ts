import { ask } from "../../asking.ts";
import { comesTo, expect, type Scenario } from "../scenario.ts";

/** The connection that hears of changes is ended: pages must neither stay old nor stay uncached. */
export const deadListener: Scenario = {
  name: "a listener that died",
  async run(installation) {
    const { url, letter } = installation;
    const page = `/letters/${letter.slug}`;
    const isKept = async () => /s-maxage/.test(String((await ask(url, page)).headers["cache-control"]));
    await comesTo("the page is kept", isKept);
    const title = `Told to nobody ${Date.now()}`;
    const ended = await installation.ask(async (sql) => {
      const rows = await sql<{ ended: boolean }[]>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = 'tribune page changes'`;
      await sql`update letters set title = ${title} where id = ${letter.id}`;
      return rows.length;
    });
    expect(ended > 0, "no listener was found");
    const right = await comesTo("the new title", async () => (await ask(url, page)).text.includes(title));
    const kept = await comesTo("the page is kept again", isKept);
    return `the page was right ${right} s and kept again ${kept} s later`;
  },
};
