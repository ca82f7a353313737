import { isoCBOR } from "@simplewebauthn/server/helpers";
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/** What a test makes an authenticator, or the browser before it, do otherwise than a right one would. */
type Wrong = {
  origin?: string;
  domain?: string;
  type?: string;
  challenge?: string;
  unverified?: boolean;
  counter?: number;
  handle?: string | null;
  forged?: boolean;
};

/** An authenticator with one passkey, in software: it signs as one of hardware would (ES256). */
export function makeAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32).toString("base64url");
  const domain = new URL(origin).hostname;
  let handle = "";

  const clientData = (type: string, challenge: string, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (flags: number, wrong: Wrong, rest = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrong.counter ?? 0);
    const marks = flags | present | (wrong.unverified ? 0 : verified);
    return Buffer.concat([sha256(wrong.domain ?? domain), Buffer.from([marks]), counter, rest]);
  };

  return {
    id,
    /** A new passkey, as a browser sends it. */
    create(options: { challenge: string; user: { id: string } }, wrong: Wrong = {}): string {
      handle = options.user.id;
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]);
      const idBytes = Buffer.from(id, "base64url");
      const made = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, idBytes.length]),
        idBytes,
        isoCBOR.encode(key),
      ]);
      const authData = new Uint8Array(authenticatorData(attested, wrong, made));
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]);
      const attestationObject = isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]);
      return JSON.stringify({
        ...{ id, rawId: id, type: "public-key" },
        response: {
          clientDataJSON: clientData("webauthn.create", options.challenge, wrong).toString("base64url"),
          attestationObject: Buffer.from(attestationObject).toString("base64url"),
          transports: ["internal", "teleport"],
        },
      });
    },
    /** The passkey shown, as a browser sends it. */
    get({ challenge }: { challenge: string }, wrong: Wrong = {}): string {
      const client = clientData("webauthn.get", challenge, wrong);
      const data = authenticatorData(0, wrong);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      if (wrong.forged) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return JSON.stringify({
        ...{ id, rawId: id, type: "public-key" },
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: wrong.handle === undefined ? handle : wrong.handle,
        },
      });
    },
  };
}
