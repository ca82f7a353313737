import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { logInAt } from "../asking.ts";
import { root } from "../program.ts";
import { latencyText } from "./ask-openly.ts";
import { type Bench, page } from "./bench.ts";
import { account, letters } from "./data.ts";
import { runCrowd } from "./crowd-run.ts";
import { load, type Round } from "./load.ts";
import { signScript } from "./signing.ts";

type Frame = { functionName: string; url: string; lineNumber: number };
type ProfileNode = { id: number; callFrame: Frame; children?: number[] };
type Profile = {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
};

/** Between two samples, in microseconds. */
const interval = 500;

/** Tells where the server's time goes, by V8's profiler, while one thing is asked over and over. */
export async function profile(bench: Bench): Promise<void> {
  const { stage, seconds } = bench;
  await stage.serve(inspected);
  const cookie = await logInAt(stage.url, account);
  const address = inspectorOf(stage);
  const headers = { "Accept-Encoding": "gzip, deflate, br", Cookie: cookie };
  const letter = stage.url + page(letters.small.slug);
  const form = stage.url + page(letters.signed.slug, "/sign");
  const subjects: [what: string, ask: (seconds: number) => Promise<Round>][] = [
    ["The letter page, signed in", (length) => load(letter, { seconds: length, headers })],
    [
      "Signing",
      async (length) => load(form, { seconds: length, script: await signScript(stage.url, length) }),
    ],
  ];
  for (const [what, ask] of subjects) {
    await ask(2);
    let round: Round | undefined;
    const before = await processorSeconds(stage.pid());
    const seen = await profileWhile(address, async () => void (round = await ask(seconds)));
    const answers = (round?.perSecond ?? 0) * seconds;
    const each = (1000 * ((await processorSeconds(stage.pid())) - before)) / answers;
    console.log(`\n${what}: ${answers.toFixed(0)} answers, ${each.toFixed(2)} ms of a core for each`);
    if (round?.failed) console.log(`${round.failed} failed`);
    await tell(what, seen);
    await sleep(500);
  }
  await profileCrowd(bench);
}

const inspected = { NODE_OPTIONS: "--inspect=127.0.0.1:0" };

function inspectorOf({ log }: Bench["stage"]): string {
  const address = /ws:\/\/127\.0\.0\.1:\S+/.exec(log())?.[0];
  if (!address) throw new Error("the server's inspector did not open");
  return address;
}

/** The crowd as it is measured: what it signs, confirms, reads and is mailed, together. */
async function profileCrowd(bench: Bench): Promise<void> {
  let seen: Profile | undefined;
  let share = 0;
  const run = await runCrowd(bench, {
    environment: inspected,
    async around(ask) {
      const before = await processorSeconds(bench.stage.pid());
      seen = await profileWhile(inspectorOf(bench.stage), ask);
      share = ((await processorSeconds(bench.stage.pid())) - before) / bench.crowdSeconds;
    },
  });
  if (!seen) return;
  console.log(`\nThe crowd: ${share.toFixed(2)} of a core; signing ${latencyText(run.signing)}`);
  console.log(`reading ${latencyText(run.reading)}`);
  await tell("The crowd", seen);
}

async function tell(what: string, seen: Profile): Promise<void> {
  console.log(report(seen));
  const file = join(root, ".cache", `${what.toLowerCase().replace(/\W+/g, "-")}.cpuprofile`);
  await writeFile(file, JSON.stringify(seen));
  console.log(`All of it, for a browser's developer tools: ${file}`);
}

/** Processor time of a process so far, in seconds; its threads included. Linux counts it in hundredths. */
async function processorSeconds(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [user, system] = status.slice(status.lastIndexOf(")")).split(" ").slice(12, 14);
  return (Number(user) + Number(system)) / 100;
}

async function profileWhile(address: string, work: () => Promise<void>): Promise<Profile> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the server's inspector cannot be reached")));
  });
  let asked = 0;
  const call = (method: string, params = {}) =>
    new Promise<unknown>((resolve) => {
      const id = ++asked;
      const onMessage = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: unknown };
        if (answer.id !== id) return;
        socket.removeEventListener("message", onMessage);
        resolve(answer.result);
      };
      socket.addEventListener("message", onMessage);
      socket.send(JSON.stringify({ id, method, params }));
    });
  await call("Profiler.enable");
  await call("Profiler.setSamplingInterval", { interval });
  await call("Profiler.start");
  await work();
  const { profile } = (await call("Profiler.stop")) as { profile: Profile };
  socket.close();
  return profile;
}

/** Whose code a function is: a package or ours; null for Node's own, which works for whoever called it. */
function ownerOf({ url }: Frame): string | null {
  const inside = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inside) return inside;
  if (url.includes("/build/")) return "the built application";
  return url.startsWith("file:") ? "Tribune's server" : null;
}

/** Whose work each node of the profile is: its own code's, else that of the nearest caller. */
function ownersOf(nodes: ProfileNode[]): Map<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const owner = (id: number): string => {
    const frame = frames.get(id);
    if (frame?.functionName.startsWith("(") && frame.functionName !== "(anonymous)")
      return frame.functionName;
    const parent = parents.get(id);
    return (frame && ownerOf(frame)) ?? (parent === undefined ? "Node" : owner(parent));
  };
  return new Map(nodes.map(({ id }) => [id, owner(id)]));
}

function report({ nodes, samples, timeDeltas }: Profile): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map<string, number>();
  const ownerOfNode = ownersOf(nodes);
  const owners = new Map<string, number>();
  let busy = 0;
  samples.forEach((id, index) => {
    const frame = frames.get(id);
    // A longer gap is a moment in which the machine did something else, and no time of this function.
    const time = Math.min(timeDeltas[index] ?? 0, 2 * interval);
    if (!frame || frame.functionName === "(idle)") return;
    busy += time;
    const place =
      frame.url === "" ? "" : ` ${frame.url.split("/").slice(-2).join("/")}:${frame.lineNumber + 1}`;
    const name = `${frame.functionName || "(anonymous)"}${place}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
    const owner = ownerOfNode.get(id) ?? "Node";
    owners.set(owner, (owners.get(owner) ?? 0) + time);
  });
  const top = (times: Map<string, number>, most: number) =>
    [...times]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `  ${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`)
      .join("\n");
  return `For whom, what Node does counting for its caller:\n${top(owners, 12)}\nSelf time of functions:\n${top(functions, 15)}`;
}
