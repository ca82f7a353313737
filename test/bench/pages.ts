import { logInAt } from "../asking.ts";
import { startBareServer } from "./bare.ts";
import { type Bench, type Group, page } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { account, letters } from "./data.ts";
import { load } from "./load.ts";
import { digits, once, type Planned } from "./rows.ts";

const browser = { "Accept-Encoding": "gzip, deflate, br" };

/** Public pages against a bare node:http server that answers with the same bytes. */
export const pages: Group = (bench) => {
  const logIn = once(() => logInAt(bench.stage.url, account));
  return [
    ["letter page", page(letters.small.slug)],
    ["discussion page", page(letters.small.slug, "/discussion")],
  ].flatMap(([what = "", path = ""]): Planned[] => [
    {
      what: `${what}, anonymous, to bare node:http`,
      aim: { least: 0.9 },
      measure: () => toBare(bench, path, browser),
    },
    {
      what: `${what}, signed in, to bare node:http`,
      aim: { least: 0.015 },
      measure: async () => toBare(bench, path, { ...browser, Cookie: await logIn() }),
    },
  ]);
};

async function toBare({ stage, seconds, rounds }: Bench, path: string, headers: Record<string, string>) {
  const url = stage.url + path;
  await load(url, { seconds: 1, headers });
  const bare = await startBareServer(url, headers);
  try {
    const [ours, other] = await byTurns(
      rounds,
      () => load(url, { seconds, headers }),
      () => load(bare.url, { seconds, headers }),
    );
    const size = `${(bare.bytes / 1024).toFixed(0)} KB each`;
    return { figure: ours / other, seen: `${digits(ours)}/s to ${digits(other)}/s, ${size}` };
  } finally {
    bare.stop();
  }
}
