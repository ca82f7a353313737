import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { allowedOrigins, readSettings } from "#app/server/settings.ts";

const messageOf = (environment: Record<string, string>) => {
  try {
    readSettings(environment);
  } catch (fault) {
    return (fault as Error).message;
  }
  return "";
};

describe("each wrong setting is named with what would be right", () => {
  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "3.5"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "localhost:5432"],
    ["DATABASE_DIRECT_URL", "db.example.org"],
    ["DATABASE_DIRECT_URL", "postgres://db/x"],
    ["DATABASE_REPLICA_URLS", "db2.example.org"],
    ["DATABASE_REPLICA_URLS", "postgres://db2/x, mysql://db3/x"],
    ["DATABASE_REPLICA_URLS", "postgres://db2/x"],
    ["PUBLIC_URL", "tribune.example.org"],
    ["PUBLIC_URL", "https://tribune.example.org/path"],
    ["SMTP_URL", "mail.example.org"],
    ["SMTP_URL", "smtp:"],
    ["MAIL_FROM", "Tribune <x>"],
    ["TRUSTED_PROXIES", "my proxy"],
    ["DNS_SERVERS", "dns.example.org"],
    ["DNS_SERVERS", "127.0.0.1:99999"],
    ["TRUSTED_PROXIES", "10.0.0.0/99"],
    ["TRUSTED_PROXIES", "loopback, 1.2.3"],
    ["HOST", "0.0.0.0"],
    ["LOG_LEVEL", "loud"],
    ["DATABASE_POOL", "0"],
    ["DATABASE_POOL", "many"],
    ["SIRET_SEARCH_URL", "recherche-entreprises"],
    ["DKIM_DOMAIN", "tribune"],
    ["DKIM_SELECTOR", "a b"],
    ["OIDC_ISSUER", "auth.example.org"],
    ["OIDC_ISSUER", "http://auth.example.org"],
    ["OIDC_ISSUER", "https://auth.example.org/?tenant=x"],
    ["OIDC_ISSUER", "https://auth.example.org/.well-known/openid-configuration"],
  ])("%s=%s", (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} `));
    expect(message).toMatch(/right would be/i);
  });

  test("all at once, one a line", () => {
    const lines = messageOf({ PORT: "x", SMTP_URL: "y", PUBLIC_URL: "z" }).split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["PORT", "PUBLIC_URL", "SMTP_URL"]);
  });

  test("no message repeats a secret", () => {
    for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_REPLICA_URLS"])
      expect(messageOf({ [name]: "mysql://user:hunter2@db/x" })).not.toContain("hunter2");
  });
});

describe("the provider of officials", () => {
  const whole = {
    OIDC_ISSUER: "https://auth.example.org/api/v2",
    OIDC_CLIENT_ID: "tribune",
    OIDC_CLIENT_SECRET: "hunter2",
  };
  test("is set whole, or not at all", () => {
    expect(messageOf(whole)).toBe("");
    expect(readSettings(whole)).toMatchObject(whole);
    for (const name of Object.keys(whole)) {
      const message = messageOf({ ...whole, [name]: " " });
      expect(message).toMatch(new RegExp(`^${name} is not set; right would be `));
      expect(message).not.toContain("hunter2");
    }
    expect(messageOf({ OIDC_CLIENT_ID: "tribune" }).split("\n")).toHaveLength(2);
  });
  test("speaks http on this machine alone", () => {
    const trial = { ...whole, OIDC_ISSUER: "http://127.0.0.1:4000" };
    expect(messageOf(trial)).toBe("");
    expect(messageOf({ ...trial, PUBLIC_URL: "http://localhost:3000" })).toBe("");
    expect(messageOf({ ...trial, PUBLIC_URL: "https://tribune.example.org" })).toMatch(
      /^OIDC_ISSUER .*https/,
    );
  });
});

test("an empty variable is one that is not set", () => {
  expect(readSettings({ PORT: " ", DATABASE_URL: "", PUBLIC_URL: "" })).toMatchObject({
    PORT: 3000,
    embedded: true,
    local: true,
  });
});

test("a public address or an own database is not this machine alone", () => {
  expect(readSettings({ PUBLIC_URL: "https://tribune.example.org/" })).toMatchObject({
    PUBLIC_URL: "https://tribune.example.org",
    local: false,
  });
  expect(readSettings({ DATABASE_URL: "postgres://db/x", HOST: "0.0.0.0" })).toMatchObject({
    embedded: false,
    local: false,
  });
});

test("forms come from the public address alone; without one from this machine's names", () => {
  const published = readSettings({ PUBLIC_URL: "https://tribune.example.org" });
  expect([...allowedOrigins(published, 3000)]).toEqual(["https://tribune.example.org"]);
  expect([...allowedOrigins(readSettings({}), 3000)]).toEqual([
    "http://localhost:3000",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
  ]);
});

test("a way past a pooler and replicas belong to a database of one's own", () => {
  const DATABASE_URL = "postgres://pooler/x";
  const own = { DATABASE_URL, DATABASE_DIRECT_URL: "postgres://db/x" };
  const settings = readSettings({ ...own, DATABASE_REPLICA_URLS: "postgres://db2/x, postgres://db3/x" });
  expect(settings).toMatchObject({ ...own, DATABASE_REPLICA_URLS: ["postgres://db2/x", "postgres://db3/x"] });
  expect(readSettings({ DATABASE_URL }).DATABASE_REPLICA_URLS).toEqual([]);
});

test("networks of proxies are given apart by commas or spaces, by name or by prefix", () => {
  const { TRUSTED_PROXIES } = readSettings({
    TRUSTED_PROXIES: "10.0.0.0/8, loopback  2001:db8::/32,192.0.2.7",
  });
  expect(TRUSTED_PROXIES).toEqual(["10.0.0.0/8", "loopback", "2001:db8::/32", "192.0.2.7"]);
  expect(readSettings({}).TRUSTED_PROXIES).toEqual([]);
});

test("an address of IPv6 to listen on is an origin in brackets", () => {
  const settings = readSettings({ HOST: "2001:db8::7", DATABASE_URL: "postgres://db/x" });
  expect([...allowedOrigins(settings, 8080)]).toContain("http://[2001:db8::7]:8080");
});

test.each(["0.0.0.0", "::", "192.0.2.7", "tribune.example.org"])(
  "the embedded database is not opened to others by HOST=%s",
  (HOST) => {
    expect(messageOf({ HOST })).toMatch(/^HOST .*DATABASE_URL/s);
    expect(messageOf({ HOST, DATABASE_URL: "postgres://db/x" })).toBe("");
  },
);

test.each(["localhost", "127.0.0.1", "127.9.9.9", "::1"])("HOST=%s is this machine alone", (HOST) => {
  expect(readSettings({ HOST })).toMatchObject({ embedded: true, local: true });
});

describe("the key that mails are signed with", () => {
  const folder = mkdtempSync(join(tmpdir(), "dkim-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const given = (file: string) => ({
    DKIM_DOMAIN: "tribune.example.org",
    DKIM_SELECTOR: "tribune",
    DKIM_KEY_FILE: file,
  });
  const keyFile = (name: string, pem: string) => {
    const file = join(folder, name);
    writeFileSync(file, pem);
    return file;
  };
  const encoding = { type: "pkcs8", format: "pem" } as const;

  test("is read at the start", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export(encoding).toString();
    const { dkim } = readSettings(given(keyFile("right.pem", pem)));
    expect(dkim).toEqual({ domainName: "tribune.example.org", keySelector: "tribune", privateKey: pem });
    expect(readSettings({}).dkim).toBeUndefined();
  });

  test("is refused when it is none, of another kind, too short, or not whole", () => {
    const short = generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey.export(encoding).toString();
    const edwards = generateKeyPairSync("ed25519").privateKey.export(encoding).toString();
    expect(messageOf(given(keyFile("none.pem", "a key")))).toMatch(
      /DKIM_KEY_FILE .*no private key.*right would/,
    );
    expect(messageOf(given(keyFile("short.pem", short)))).toMatch(/below 1024 bits/);
    expect(messageOf(given(keyFile("edwards.pem", edwards)))).toMatch(/no RSA key/);
    const { DKIM_DOMAIN, DKIM_SELECTOR } = given("");
    expect(messageOf({ DKIM_DOMAIN, DKIM_SELECTOR })).toMatch(/^DKIM_KEY_FILE is not set; right would be/);
  });
});
