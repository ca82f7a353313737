import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../asking.ts";
import { expect, type Scenario, signAtOnce, signOnce, timed } from "../scenario.ts";

const freeze = 4000;

/** Signals processes; one that has ended meanwhile is let be. */
function signal(processes: number[], name: NodeJS.Signals): void {
  for (const pid of processes)
    try {
      process.kill(pid, name);
    } catch {
      // Workers of PostgreSQL come and go.
    }
}

/** Neither answers nor hangs up: what a machine looks like that has stopped for a moment. */
export const frozenDatabase: Scenario = {
  name: "frozen PostgreSQL",
  impossible: () => (process.platform === "linux" ? undefined : "processes are found through /proc"),
  async run(installation) {
    const { url, letter } = installation;
    const processes = await installation.databaseProcesses();
    signal(processes, "SIGSTOP");
    try {
      const crowd = signAtOnce(installation, 400);
      await sleep(1000);
      const kept = await timed(ask(url, `/letters/${letter.slug}`));
      const ready = await timed(ask(url, "/readyz"));
      expect(ready.status === 503, `/readyz says ${ready.status}`);
      await sleep(Math.max(0, freeze - 1000 - kept.ms - ready.ms));
      signal(processes, "SIGCONT");
      const { signed, refused, longestRefusal } = await crowd;
      expect(refused >= 300, `only ${refused} of 400 were told to come back`);
      expect(signed + refused === 400, "some got another answer");
      return `${refused} of 400 told to come back, the last after ${longestRefusal} ms; a page ${kept.status} in ${kept.ms} ms`;
    } finally {
      signal(processes, "SIGCONT");
    }
  },
};

export const frozenApp: Scenario = {
  name: "frozen app",
  async run(installation) {
    const pid = installation.pid();
    process.kill(pid, "SIGSTOP");
    const asked = signOnce(installation);
    await sleep(freeze);
    process.kill(pid, "SIGCONT");
    const { status } = await asked;
    expect(status === 303, `who asked meanwhile got ${status}`);
    return "who asked meanwhile was answered";
  },
};
