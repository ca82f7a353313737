import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import type { DkimKey } from "#app/mail/send-mail.server.ts";

const names = ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_KEY_FILE"] as const;

/**
 * How mails are signed: all three settings or none. The key is read now, so that a wrong one stops the start.
 * @returns `wrong` has one line for each setting that is wrong and says what would be right
 */
export function readDkim(
  settings: Partial<Record<(typeof names)[number], string>>,
): { key: DkimKey | undefined } | { wrong: string } {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: file } = settings;
  if (domainName && keySelector && file) {
    const read = readKey(file);
    if ("wrong" in read) return { wrong: `DKIM_KEY_FILE ${read.wrong}.` };
    return { key: { domainName, keySelector, privateKey: read.privateKey } };
  }
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === names.length) return { key: undefined };
  const all = names.join(", ");
  return {
    wrong: missing
      .map((name) => `${name} is not set; right would be ${all} all three, or none of them.`)
      .join("\n"),
  };
}

/** Receivers ignore signatures by shorter keys (RFC 8301, section 3.2). */
const shortestKey = 1024;

/**
 * The private key in a file, PEM, by which mails are signed.
 * @returns `wrong` says what is wrong with it and what would be right
 */
function readKey(file: string): { privateKey: string } | { wrong: string } {
  let privateKey: string;
  try {
    privateKey = readFileSync(file, "utf8");
  } catch {
    return { wrong: `${file} cannot be read; right would be the file of a private key in PEM` };
  }
  const right = "right would be what `openssl genrsa 2048` prints";
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(privateKey);
    if (asymmetricKeyType !== "rsa") return { wrong: `${file} holds no RSA key; ${right}` };
    if ((asymmetricKeyDetails?.modulusLength ?? 0) < shortestKey)
      return { wrong: `${file} holds an RSA key below ${shortestKey} bits; ${right}` };
  } catch {
    return { wrong: `${file} holds no private key in PEM; ${right}` };
  }
  return { privateKey };
}
