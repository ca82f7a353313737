import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ask } from "../../asking.ts";
import { lockTable } from "../../table-lock.ts";
import { expect, type Scenario, signAtOnce, timed } from "../scenario.ts";

/** Every connection of the pool waits for a lock. */
export const exhaustedPool: Scenario = {
  name: "exhausted pool",
  async run(installation) {
    const { url } = installation;
    const seen = await installation.ask(async (sql: postgres.Sql) => {
      const free = await lockTable(sql, "rate_limits");
      const crowd = signAtOnce(installation, 400);
      await sleep(1000);
      const ready = await timed(ask(url, "/readyz"));
      const file = await timed(ask(url, "/favicon.svg"));
      await sleep(2000);
      await free();
      expect(ready.status === 200, `/readyz says ${ready.status} while merely busy`);
      expect(file.status === 200, `a file is answered ${file.status}`);
      return crowd;
    });
    const { signed, refused, longestRefusal } = seen;
    expect(signed > 0 && signed + refused === 400, `${signed} signed, ${refused} told to come back`);
    expect(longestRefusal < 3000, `told to come back after ${longestRefusal} ms`);
    return `${refused} of 400 told to come back, the last after ${longestRefusal} ms; the others signed`;
  },
};
