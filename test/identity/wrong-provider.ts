import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a provider made by hand says; a test changes one thing at a time. */
export type Lies = {
  idToken?: Record<string, unknown>;
  info?: Record<string, unknown>;
  /** Signs that token with a key that is not among its keys. */
  forged?: "id" | "info";
  /** User information as plain JSON instead of a signed JWT. */
  plainInfo?: boolean;
  discovery?: Record<string, unknown>;
  /** Answers of a path instead of the right one: a status, a body, or never. */
  answers?: Record<string, { status?: number; body?: string } | "never">;
};

export type WrongProvider = {
  issuer: string;
  lies: Lies;
  /** What it says of the person, unless it lies. */
  person: Record<string, unknown>;
  nonce: string;
  close: () => Promise<void>;
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(claims: Record<string, unknown>, key: KeyObject): string {
  const head = `${encode({ alg: "RS256", typ: "JWT", kid: "one" })}.${encode(claims)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(key).toString("base64url")}`;
}

/** A provider whose every word can be made wrong; right by itself. It gives the code `code` to whoever asks. */
export async function startWrongProvider(clientId: string): Promise<WrongProvider> {
  const [right, foreign] = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
  if (!right || !foreign) throw new Error("no keys");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: WrongProvider = {
    issuer,
    lies: {},
    person: { sub: "wanda" },
    nonce: "",
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const json = (response: ServerResponse, body: unknown, type = "application/json") => {
    response.setHeader("Content-Type", type);
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  server.on("request", (request, response) => {
    const { lies, person } = provider;
    const path = new URL(request.url ?? "/", issuer).pathname;
    const other = lies.answers?.[path];
    if (other === "never") return;
    if (other) {
      response.statusCode = other.status ?? 200;
      return json(response, other.body ?? "{}");
    }
    const now = Math.floor(Date.now() / 1000);
    const common = { iss: issuer, aud: clientId, sub: person.sub, iat: now, exp: now + 300 };
    switch (path) {
      case "/.well-known/openid-configuration":
        return json(response, {
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/me`,
          jwks_uri: `${issuer}/keys`,
          token_endpoint_auth_methods_supported: ["client_secret_post"],
          userinfo_signing_alg_values_supported: ["RS256"],
          ...lies.discovery,
        });
      case "/keys":
        return json(response, {
          keys: [{ ...right.publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }],
        });
      case "/token":
        return json(response, {
          access_token: "token",
          token_type: "Bearer",
          id_token: sign(
            { ...common, nonce: provider.nonce, ...lies.idToken },
            (lies.forged === "id" ? foreign : right).privateKey,
          ),
        });
      case "/me": {
        const info = { ...common, ...person, ...lies.info };
        if (lies.plainInfo) return json(response, info);
        return json(
          response,
          sign(info, (lies.forged === "info" ? foreign : right).privateKey),
          "application/jwt",
        );
      }
      default:
        response.statusCode = 404;
        return json(response, {});
    }
  });
  return provider;
}
