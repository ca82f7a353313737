import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSigned, type Signed } from "#app/letters/version.ts";
import { readReceiptFile, verifyReceipt } from "#app/signatures/verify-receipt.ts";
import { projectRoot } from "#db/migrate.ts";
import { paragraph } from "../made-up.ts";

const signed: Signed = {
  title: "L’été des règles",
  language: "fr",
  document: paragraph("Nous demandons des règles « lisibles »."),
  translations: [],
};
let folder: string;
let server: Server;
let url: string;
/** What the server answers with; null: 404. */
let served: string | null;
let version: { letter: string; number: number; sha256: string; signed: Signed };
let receipt: Record<string, string | number | null>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tribune-receipt-"));
  server = createServer((_request, response) => {
    response.writeHead(served === null ? 404 : 200).end(served ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sha256 = await hashSigned(signed);
  version = { letter: `${url}/letters/ete`, number: 2, sha256, signed };
  receipt = {
    ...{ letter: version.letter, title: signed.title, version: 2, sha256, name: "Zoé", level: null },
    versionUrl: `${version.letter}/versions/2.json`,
    ...{ signedAt: "2026-11-25T20:00:00.000Z", confirmedAt: "2026-11-25T20:01:00.000Z", state: "confirmed" },
  };
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function file(content: unknown): Promise<string> {
  const path = join(folder, `${++files}.json`);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
function run(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = join(projectRoot(), "app", "signatures", "verify-receipt.cli.ts");
  return new Promise((resolve) =>
    execFile(process.execPath, [command, ...args], { env: process.env }, (fault, out, err) =>
      resolve({ code: Number(fault?.code ?? 0), out, err }),
    ),
  );
}
const verify = (kept: Record<string, unknown>, text: unknown) =>
  verifyReceipt(
    readReceiptFile(JSON.stringify(kept)) ?? (undefined as never),
    typeof text === "string" ? text : JSON.stringify(text),
  );

describe("a receipt", () => {
  test("holds when the text hashes to what it names, in whatever order its keys stand", async () => {
    expect(await verify(receipt, version)).toEqual({ outcome: "holds", sha256: version.sha256 });
    const shuffled = { ...version, signed: Object.fromEntries(Object.entries(signed).reverse()) };
    expect((await verify(receipt, shuffled)).outcome).toBe("holds");
  });

  test("does not hold against a tampered text, even one that was given a hash of its own", async () => {
    const tampered = { ...version, signed: { ...signed, title: "L’hiver des règles" } };
    const sha256 = await hashSigned(tampered.signed);
    expect(await verify(receipt, tampered)).toEqual({ outcome: "tampered", sha256, claimed: version.sha256 });
    expect(await verify(receipt, { ...tampered, sha256 })).toEqual({ outcome: "other-text", sha256 });
    expect((await verify({ ...receipt, sha256 }, version)).outcome).toBe("other-text");
  });

  test("does not hold against another version, another letter, another title", async () => {
    expect(await verify(receipt, { ...version, number: 1 })).toEqual({ outcome: "other-version", number: 1 });
    const letter = "https://elsewhere.example/letters/ete";
    expect(await verify(receipt, { ...version, letter })).toEqual({ outcome: "other-letter", letter });
    expect(await verify({ ...receipt, title: "Another" }, version)).toMatchObject({ outcome: "other-title" });
    for (const none of ["<!doctype html>", {}, { ...version, signed: null }])
      expect(await verify(receipt, none)).toEqual({ outcome: "not-a-version" });
  });

  test("is a receipt with all its fields and an address of the web, or none", () => {
    expect(readReceiptFile(JSON.stringify(receipt))).toEqual(receipt);
    for (const none of [
      { title: "T" },
      { ...receipt, versionUrl: "file:///etc/passwd" },
      { ...receipt, sha256: "x" },
    ])
      expect(readReceiptFile(JSON.stringify(none))).toBeNull();
    expect(readReceiptFile("no JSON")).toBeNull();
  });
});

// A start of Node each, some of them at once.
test(
  "the command says what holds and what does not, and what could not be checked",
  { timeout: 60_000 },
  async () => {
    served = JSON.stringify(version);
    const [kept, tampered, withdrawn] = [
      await file(receipt),
      await file({ ...version, signed: { ...signed, language: "en" } }),
      await file({ ...receipt, state: "withdrawn" }),
    ];
    const [fetched, changed, taken] = await Promise.all([
      run([kept]),
      run([kept, "--version", tampered]),
      run([withdrawn]),
    ]);
    expect(fetched).toMatchObject({ code: 0, err: "" });
    expect(fetched.out).toContain(`version 2 of “${signed.title}”`);
    expect(fetched.out).toContain(version.sha256);
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining("was changed")]);
    expect([taken.code, taken.out]).toEqual([0, expect.stringMatching(/withdrawn for Zoé.*\n.*not counted/)]);

    served = null;
    const unreachable = await file({
      ...receipt,
      versionUrl: "http://127.0.0.1:9/letters/ete/versions/2.json",
    });
    const [missing, away, nowhere] = await Promise.all([
      run([kept]),
      run([unreachable]),
      run([join(folder, "nowhere.json")]),
    ]);
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining("(404)")]);
    expect([away.code, away.err]).toEqual([3, expect.stringMatching(/cannot be reached.*--version/)]);
    expect([nowhere.code, nowhere.err]).toEqual([3, expect.stringContaining("does not exist")]);

    const [none, unknown, help] = await Promise.all([run([]), run(["--unknown"]), run(["--help"])]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("Which receipt?")]);
    expect(unknown.code).toBe(2);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining("Exit code")]);
  },
);
