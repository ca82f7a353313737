import { askOpenly, latencyText } from "./ask-openly.ts";
import { type Bench, type Group, page } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { letters } from "./data.ts";
import { load } from "./load.ts";
import { pgbench } from "./pgbench.ts";
import { digits, once } from "./rows.ts";
import { makeProof } from "../proof-of-work.ts";

/** The sign form as a browser sends it. Names differ: many of one name are held, and a crowd has many names. */
const signForm = (name: string, proof: string) =>
  `name=Load+Test+${name}&email=${name}%40example.org&version=1&showName=on&organisation=Bench&proof=${proof}`;

/** Signing by POST until the signature is durable. Mail is written down and not sent: the crowd does that too. */
export const signing: Group = (bench) => {
  const measured = once(() => mostSignatures(bench));
  return [
    {
      what: "signing, POST until durable, to pgbench with 32 clients writing the same rows",
      aim: { least: 0.4 },
      async measure() {
        const [ours, other] = await measured();
        return { figure: ours / other, seen: `${digits(ours)}/s to ${digits(other)}/s` };
      },
    },
    {
      what: "signing at half that load, open loop, p99",
      aim: { below: 50, unit: "ms" },
      async measure() {
        const perSecond = Math.max(1, Math.floor((await measured())[0] / 2));
        await bench.stage.settle();
        const seconds = Math.max(3, bench.seconds) * bench.rounds;
        const [outcome] = await askOpenly({
          url: bench.stage.url,
          seconds,
          streams: [{ name: "sign", perSecond, asks: [signOpenly(letters.signed.slug)] }],
        });
        if (!outcome || outcome.failed > 0)
          throw new Error(`answers were no success: ${JSON.stringify(outcome?.statuses)}`);
        return {
          figure: outcome.p99,
          seen: `${digits(outcome.answeredPerSecond)}/s: ${latencyText(outcome)}`,
        };
      },
    },
  ];
};

/** The ask of the open loop that signs a letter as somebody new from a network of their own. */
export const signOpenly = (slug: string) => ({
  share: 1,
  path: page(slug, "/sign"),
  headers: { "X-Forwarded-For": "{network}" },
  form: signForm("o{n}", "{proof}"),
});

async function mostSignatures({ stage, seconds, rounds }: Bench): Promise<[ours: number, other: number]> {
  const { slug } = letters.signed;
  const [letter] = await stage.sql<{ id: string }[]>`select id from letters where slug = ${slug}`;
  const url = stage.url + page(slug, "/sign");
  await load(url, { seconds: 1, script: await signScript(stage.url, 1) });
  return byTurns(
    rounds,
    async () => load(url, { seconds, script: await signScript(stage.url, seconds) }),
    () => pgbench(stage.databaseUrl, signRows(Number(letter?.id)), seconds),
  );
}

/** Signatures that wrk may send in a second: more than any machine here takes. */
const proofsPerSecond = 3000;

/**
 * Lua for wrk: each request signs as somebody new from a network of their own, with a proof of work that was made
 * beforehand, for each is good once. Were there too few of them, what follows is refused and told as failed.
 */
export async function signScript(origin: string, seconds: number): Promise<string> {
  const made = await Promise.all(Array.from({ length: proofsPerSecond * (seconds + 1) }, makeProof));
  const proofs = made.map(encodeURIComponent);
  return `
local run, n = "${Math.random().toString(36).slice(2)}", 0
local proofs = string.gmatch([[${proofs.join("\n")}]], "%S+")
request = function()
  n = n + 1
  local from = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
  local proof = proofs()
  return wrk.format(proof and "POST" or "PUT", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = "${origin}", ["X-Forwarded-For"] = from,
  }, "${signForm('s" .. run .. "-" .. n .. "', '" .. (proof or "") .. "')}")
end`;
}

/** The rows that signing writes, written by pgbench: signature, event, token, mail. Limits are not among them. */
const signRows = (letterId: number) => `
\\set n random(1, 2000000000)
\\set m random(1, 2000000000)
begin;
insert into signatures (letter_id, version_number, signer_key, name, email, affiliation, name_shown, keep_informed, language, search_text)
values (${letterId}, 1, 'p' || :n || '-' || :m, 'Load Test', 'p' || :n || '-' || :m || '@example.org', 'Bench', true, false, 'en', 'load test bench')
returning id as signature \\gset
insert into signature_events (letter_id, signature_id, event, version_number) values (${letterId}, :signature, 'signed', 1);
insert into signature_tokens (token_hash, letter_id, signature_id) values (md5(:n || '-' || :m), ${letterId}, :signature);
insert into mails (kind, to_address, language, subject, body)
values ('confirm-signature', 'p' || :n || '-' || :m || '@example.org', 'en', 'Confirm your signature', repeat('x', 400));
commit;
`;
