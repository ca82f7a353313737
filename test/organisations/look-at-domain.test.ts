import { once } from "node:events";
import { createSocket } from "node:dgram";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lookAtDomain } from "#app/organisations/look-at-domain.server.ts";
import { type NameServer, startNameServer } from "../name-server.ts";
import { startWebServer, type WebServer } from "./web-server.ts";

const token = "abcdefghijklmnopqrstuvwxyz-_0123";
const another = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_0123";
const domain = "proved.example";
let names: NameServer;
let site: WebServer;
beforeAll(async () => {
  names = await startNameServer();
  site = await startWebServer();
});
afterAll(async () => {
  await names.close();
  await site.close();
});
beforeEach(() => {
  names.texts.clear();
  names.addresses.clear();
  names.silent.clear();
  site.answerWith((_request, response) => response.writeHead(404).end());
});
const look = (of = domain) => lookAtDomain(of, token, { nameServers: [names.address], web: site.web });
/** As the application looks, which trusts no address of this machine. */
const lookAsItIs = () => lookAtDomain(domain, token, { nameServers: [names.address] });

describe("in DNS", () => {
  const record = (...texts: string[]) => names.texts.set(`_tribune.${domain}`, texts);

  test("the token in a TXT record proves the domain", async () => {
    expect(await look()).toEqual({ outcome: "not-found" });
    record(`tribune=${token}`);
    expect(await look()).toEqual({ outcome: "found", method: "dns" });
  });

  test("among other records, in a long one, or after one for another organisation", async () => {
    record("v=spf1 -all", `tribune=${another}`, `tribune=${token}`);
    expect(await look()).toEqual({ outcome: "found", method: "dns" });
  });

  test("a record with another token is told apart from none", async () => {
    record(`tribune=${another}`);
    expect(await look()).toEqual({ outcome: "wrong-token" });
    record(`tribune=${token}x`);
    expect(await look()).toEqual({ outcome: "wrong-token" });
    record("v=spf1 -all", token);
    expect(await look()).toEqual({ outcome: "not-found" });
  });

  test("a record at the domain itself is not the one that is asked for", async () => {
    names.texts.set(domain, [`tribune=${token}`]);
    expect(await look()).toEqual({ outcome: "not-found" });
  });

  test("a name server that never answers is not waited for for long", { timeout: 20_000 }, async () => {
    names.silent.add(domain);
    expect(await look()).toEqual({ outcome: "no-answer" });
  });

  test("nor is one that is not there", { timeout: 20_000 }, async () => {
    const socket = createSocket("udp4");
    await once(socket.bind(0, "127.0.0.1"), "listening");
    const { port } = socket.address();
    socket.close();
    expect(await lookAtDomain(domain, token, { nameServers: [`127.0.0.1:${port}`] })).toEqual({
      outcome: "no-answer",
    });
  });
});

describe("in a file of the website", () => {
  const file = (text: string, type = "text/plain") =>
    site.answerWith((request, response) => {
      const right = request.url === "/.well-known/tribune.txt" && request.headers.host?.startsWith(domain);
      response.writeHead(right ? 200 : 404, { "Content-Type": type }).end(text);
    });
  beforeEach(() => names.addresses.set(domain, "127.0.0.1"));

  test.each([token, `${token}\n`, `${another}\r\n${token}\r\n`, `tribune=${token}`])(
    "the token on a line of its own proves the domain (%j)",
    async (text) => {
      file(text);
      expect(await look()).toEqual({ outcome: "found", method: "well-known" });
    },
  );

  test("another token is told apart from a page that is shown for everything", async () => {
    file(`${another}\n`);
    expect(await look()).toEqual({ outcome: "wrong-token" });
    file(`<!doctype html><title>${token}</title>`, "text/html");
    expect(await look()).toEqual({ outcome: "not-found" });
  });

  test("DNS counts although the file is wrong", async () => {
    file(another);
    names.texts.set(`_tribune.${domain}`, [`tribune=${token}`]);
    expect(await look()).toEqual({ outcome: "found", method: "dns" });
  });

  test("addresses of private networks are not asked at all", async () => {
    let asked = 0;
    site.answerWith((_request, response) => {
      asked++;
      response.end(token);
    });
    for (const address of ["127.0.0.1", "10.0.0.7", "169.254.169.254", "192.168.1.1", "0.0.0.0"]) {
      names.addresses.set(domain, address);
      expect(await lookAsItIs(), address).toEqual({ outcome: "refused-address" });
    }
    expect(asked).toBe(0);
    // The same question reaches the server when its address is let through.
    names.addresses.set(domain, "127.0.0.1");
    expect((await look()).outcome).toBe("found");
  });

  test("one redirect is followed to the same host, none elsewhere", async () => {
    const redirect = (first: string, then?: string) => {
      let asked = 0;
      site.answerWith((request, response) => {
        asked++;
        const to =
          request.url === "/.well-known/tribune.txt" ? first : request.url === "/there" ? then : undefined;
        if (to) response.writeHead(302, { Location: to }).end();
        else response.end(token);
      });
      return () => asked;
    };
    redirect("/elsewhere");
    expect((await look()).outcome, "the same host").toBe("found");
    const twice = redirect("/there", "/elsewhere");
    expect((await look()).outcome, "twice").toBe("not-found");
    expect(twice()).toBe(2);
    names.addresses.set("other.example", "127.0.0.1");
    for (const to of [
      "https://other.example/",
      "//other.example/",
      `http://${domain}/`,
      `https://${domain}:8443/`,
      "https://127.0.0.1/",
      "http://[",
    ]) {
      const asked = redirect(to);
      expect((await look()).outcome, to).toBe("not-found");
      expect(asked(), to).toBe(1);
    }
  });

  test(
    "a file that is too large is not read on, one that never ends is not waited for",
    { timeout: 20_000 },
    async () => {
      file(`${"x\n".repeat(40_000)}${token}`);
      expect((await look()).outcome).toBe("not-found");
      file(`${"x\n".repeat(20_000)}${token}`);
      expect((await look()).outcome, "a large one that is small enough").toBe("found");
      site.answerWith((_request, response) => void response.writeHead(200).write(`${token}\n`));
      expect((await look()).outcome).toBe("not-found");
    },
  );

  test("a certificate for another name proves nothing", async () => {
    names.addresses.set("strange.example", "127.0.0.1");
    site.answerWith((_request, response) => response.end(token));
    expect((await look("strange.example")).outcome).toBe("not-found");
    expect((await look("other.example")).outcome, "without an address").toBe("not-found");
  });
});
