import { Resolver } from "node:dns";
import proxyAddress from "proxy-addr";
import { z } from "zod";
import type { DkimKey } from "#app/mail/send-mail.server.ts";
import { readDkim } from "./dkim-key.ts";
import { defaultSiretSearch, readIssuer } from "#app/identity/identity.ts";
import { logLevels } from "./log.ts";

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

const url = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && isOneOf(protocols, new URL(value)), {
    message: `is not an address that Tribune can use; right would be for example ${example}`,
    abort: true,
  });

const isOneOf = (protocols: string[], { protocol, hostname, searchParams }: URL) =>
  // PostgreSQL's host may stand in the query: a socket's folder.
  protocols.includes(protocol) && (hostname !== "" || searchParams.has("host"));

/** Whether the server can compile them: "10.0.0.0/99" has the form of a network and is none. */
function areNetworks(list: string[]): boolean {
  if (!list.every((entry) => /^(loopback|linklocal|uniquelocal|[0-9a-f:.]+(\/\d{1,3})?)$/i.test(entry)))
    return false;
  try {
    proxyAddress.compile(list);
    return true;
  } catch {
    return false;
  }
}

/** Whether node:dns can ask them: addresses, each with a port or without. */
function areNameServers(list: string[]): boolean {
  try {
    new Resolver().setServers(list);
    return true;
  } catch {
    return false;
  }
}

const Environment = z.object({
  PORT: z.coerce
    .number("is not a number; right would be a port from 0 to 65535, for example 3000")
    .int("is not a whole number; right would be for example 3000")
    .min(0, "is below 0; right would be a port from 0 to 65535")
    .max(65535, "is above 65535; right would be a port from 0 to 65535")
    .default(3000),
  HOST: z.string().min(1, "is empty; right would be for example 127.0.0.1").default("127.0.0.1"),
  DATABASE_URL: url(
    ["postgres:", "postgresql:"],
    "postgres://tribune:secret@db.example.org:5432/tribune",
  ).optional(),
  DATABASE_DIRECT_URL: url(
    ["postgres:", "postgresql:"],
    "postgres://tribune:secret@db.example.org:5432/tribune",
  ).optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .default("")
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine(
      (urls) => urls.every((one) => URL.canParse(one) && isOneOf(["postgres:", "postgresql:"], new URL(one))),
      {
        message:
          "is not a list of addresses of PostgreSQL; right would be for example " +
          "postgres://tribune:secret@db2.example.org/tribune, postgres://tribune:secret@db3.example.org/tribune",
      },
    ),
  DATA_DIR: z.string().min(1, "is empty; right would be a folder, for example .data").default(".data"),
  PUBLIC_URL: url(["http:", "https:"], "https://tribune.example.org")
    .refine((value) => new URL(value).pathname === "/" && !new URL(value).search, {
      message: "has a path; right would be the bare address, for example https://tribune.example.org",
    })
    .transform((value) => new URL(value).origin)
    .optional(),
  REDIS_URL: url(["redis:", "rediss:"], "redis://redis.example.org:6379").optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:secret@mail.example.org:465").optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\s]+@[^<>@\s]+$/, "is not an address; right would be for example tribune@example.org")
    .optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "is not a domain; right would be for example example.org")
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(
      /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i,
      "is not a selector; right would be what stands before ._domainkey, for example tribune",
    )
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
  SECRET_KEY: z
    .string()
    .min(32, "is shorter than 32 characters; right would be what `openssl rand -base64 32` prints")
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(?:mailto:[^<>@\s]+@[^<>@\s]+|https:\/\/\S+)$/,
      "is no way to reach you; right would be for example mailto:security@example.org",
    )
    .optional(),
  SLOW_SIGNING_SECONDS: z.coerce
    .number("is not a number; right would be for example 15")
    .int("is not a whole number; right would be for example 15")
    .min(1, "is below 1; right would be for example 15")
    .max(600, "is above 600; right would be for example 15")
    .default(15),
  OIDC_ISSUER: z
    .string()
    .refine((value) => readIssuer(value, true) === value, {
      message:
        "is no issuer of OpenID Connect; right would be for example https://auth.agentconnect.gouv.fr/api/v2, over https",
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SIRET_SEARCH_URL: url(["http:", "https:"], defaultSiretSearch).optional(),
  DATABASE_POOL: z.coerce
    .number("is not a number; right would be for example 16")
    .int("is not a whole number; right would be for example 16")
    .min(1, "is below 1; right would be for example 16")
    .max(500, "is above 500; right would be for example 16")
    .default(16),
  DNS_SERVERS: z
    .string()
    .refine((value) => areNameServers(value.split(/[\s,]+/).filter(Boolean)), {
      message: "is not a list of name servers; right would be for example 9.9.9.9, 127.0.0.1:5353",
    })
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(["http:", "https:"], "http://127.0.0.1:4318").optional(),
  LOG_LEVEL: z
    .enum(logLevels, `is no level of the log; right would be one of ${logLevels.join(", ")}`)
    .default("info"),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine(areNetworks, {
      message: "is not a list of networks; right would be for example 10.0.0.0/8, loopback",
    }),
});

export type Settings = z.infer<typeof Environment> & {
  /** True when Tribune starts and owns the PostgreSQL under DATA_DIR. */
  embedded: boolean;
  /** True when only this machine can reach Tribune: it listens on loopback and is published nowhere. */
  local: boolean;
  /** How mails are signed, when they are. */
  dkim?: DkimKey;
};

/** Thrown when the environment is wrong; `message` has one line for each wrong setting. */
export class WrongSettings extends Error {}

/**
 * Reads and checks the settings.
 * @throws WrongSettings naming each wrong setting and what would be right.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // An empty variable is one that is not set: that is how compose files write it.
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new WrongSettings(
      parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"),
    );
  const settings = parsed.data;
  const embedded = !settings.DATABASE_URL;
  const published = settings.PUBLIC_URL && !isLoopback(new URL(settings.PUBLIC_URL).hostname);
  if (embedded && !isLoopback(settings.HOST))
    throw new WrongSettings(
      `HOST ${settings.HOST} is open to other machines while DATABASE_URL is not set: the embedded database is ` +
        "for this machine alone. Right would be HOST=127.0.0.1, or a PostgreSQL of your own in DATABASE_URL.",
    );
  checkDatabases(settings);
  const local = isLoopback(settings.HOST) && !published;
  checkProvider(settings, local);
  const dkim = readDkim(settings);
  if ("wrong" in dkim) throw new WrongSettings(dkim.wrong);
  return { ...settings, embedded, local, dkim: dkim.key };
}

/** Another way to a database, and copies of it, are of use only where there is a database of the operator's own. */
function checkDatabases(settings: z.infer<typeof Environment>): void {
  if (settings.DATABASE_DIRECT_URL && !settings.DATABASE_URL)
    throw new WrongSettings(
      "DATABASE_DIRECT_URL is set and DATABASE_URL is not: it leads past a pooler, to the PostgreSQL that DATABASE_URL " +
        "reaches. Right would be both, or DATABASE_URL alone.",
    );
  if (settings.DATABASE_REPLICA_URLS.length > 0 && !settings.DATABASE_URL)
    throw new WrongSettings(
      "DATABASE_REPLICA_URLS is set and DATABASE_URL is not: the embedded database has no replicas. Right would be " +
        "DATABASE_URL with the address of their primary.",
    );
}

const provider = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** The provider of officials: all of it or nothing, and over http only where nobody else is. Nothing is asked of it yet. */
function checkProvider(settings: z.infer<typeof Environment>, local: boolean): void {
  const missing = provider.filter((name) => settings[name] === undefined);
  if (missing.length > 0 && missing.length < provider.length)
    throw new WrongSettings(
      missing
        .map(
          (name) => `${name} is not set; right would be ${provider.join(", ")} all three, or none of them.`,
        )
        .join("\n"),
    );
  if (settings.OIDC_ISSUER?.startsWith("http:") && !local)
    throw new WrongSettings(
      "OIDC_ISSUER is asked over http, which is for trials on this machine alone; right would be an https address.",
    );
}

/** The origins a browser may post from: PUBLIC_URL's, or when it is not set this machine's own. */
export function allowedOrigins(settings: Settings, port: number): Set<string> {
  if (settings.PUBLIC_URL) return new Set([settings.PUBLIC_URL]);
  const hosts = new Set([
    "localhost",
    "127.0.0.1",
    "[::1]",
    settings.HOST.includes(":") ? `[${settings.HOST}]` : settings.HOST,
  ]);
  return new Set([...hosts].map((host) => new URL(`http://${host}:${port}`).origin));
}
