import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type JWK } from "oidc-provider";

/** What the provider says of somebody who logs in there. */
export type Person = Record<string, unknown>;

export type RealProvider = {
  issuer: string;
  clientId: string;
  secret: string;
  /** Its people by what they type to log in; tests change it as they like. */
  people: Map<string, Person>;
  /** Every query it was sent to begin with. */
  asked: URLSearchParams[];
  close: () => Promise<void>;
};

const client = { clientId: "tribune", secret: "a secret of the client, long enough" };

/** The provider that speaks for officials asks for these and signs what it says of a person, as ProConnect does. */
const claims = {
  openid: ["sub"],
  email: ["email", "email_verified"],
  given_name: ["given_name"],
  usual_name: ["usual_name"],
  uid: ["uid"],
  siret: ["siret"],
};

/**
 * Starts a real provider of OpenID Connect (oidc-provider) on a free port of this machine. Who comes sees a form that
 * asks for a name of `people`, or may say no; there is no second question.
 * @param signed whether what it says of a person is a signed JWT
 */
export async function startProvider(
  redirect: string,
  { signed }: { signed: boolean },
): Promise<RealProvider> {
  const people = new Map<string, Person>();
  const asked: URLSearchParams[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.secret,
        redirect_uris: [redirect],
        token_endpoint_auth_method: "client_secret_post",
        ...(signed ? { userinfo_signed_response_alg: "RS256" as const } : {}),
      },
    ],
    jwks: { keys: [{ ...(key as JWK), use: "sig", alg: "RS256", kid: "one" }] },
    cookies: { keys: ["a key of the provider in a test"] },
    scopes: Object.keys(claims),
    claims,
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: signed } },
    interactions: { url: (_context, { uid }) => `/enter/${uid}` },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: login, ...people.get(login) }),
    }),
    async loadExistingGrant(context) {
      const { client: asking, session } = context.oidc;
      if (!asking || !session?.accountId) return undefined;
      const grant = new context.oidc.provider.Grant({
        clientId: asking.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope(Object.keys(claims).join(" "));
      await grant.save();
      return grant;
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    renderError: (context, out) =>
      void (context.body = `provider: ${out.error} ${out.error_description ?? ""}`),
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/auth") asked.push(url.searchParams);
    if (url.pathname === "/favicon.ico") response.writeHead(204).end();
    else if (url.pathname.startsWith("/enter/")) void enter(provider, request, response);
    else void answer(request, response);
  });
  return { issuer, ...client, people, asked, close: () => closeServer(server) };
}

async function enter(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Provider</title><form method="post">
      <label>Who are you? <input name="login"></label><button name="go" value="in">Log in there</button>
      <button name="go" value="no">Say no</button></form></html>`);
    return;
  }
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const fields = new URLSearchParams(body);
  const result =
    fields.get("go") === "no"
      ? { error: "access_denied", error_description: "The person said no" }
      : { login: { accountId: fields.get("login") ?? "" } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Goes through the provider as a browser does, and types `login` where it asks.
 * @returns the address of ours that it leads back to
 */
export async function passThrough(address: string, login: string, back: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(address);
  let form: string | undefined;
  for (let steps = 0; steps < 10; steps++) {
    if (url.href.startsWith(back)) return url;
    const answer = await fetch(url, {
      redirect: "manual",
      method: form === undefined ? "GET" : "POST",
      body: form,
      headers: {
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" }),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    const text = await answer.text();
    form = undefined;
    if (location) url = new URL(location, url);
    else if (url.pathname.startsWith("/enter/"))
      form = new URLSearchParams(login === "no" ? { go: "no" } : { go: "in", login }).toString();
    else throw new Error(`${url.pathname} answers ${answer.status}: ${text.slice(0, 500)}`);
  }
  throw new Error(`the provider never led back to ${back}`);
}
