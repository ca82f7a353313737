import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { contentSecurityPolicy, setSecurityHeaders } from "#app/server/security-headers.ts";

const environment = process.env.NODE_ENV;
afterEach(() => {
  process.env.NODE_ENV = environment;
});

const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]));

describe("the policy of a page", () => {
  test("allows files of our own alone, and nobody to frame it", () => {
    const policy = directives(contentSecurityPolicy());
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("form-action")).toBe("'self'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.get("frame-ancestors")).toBe("'none'");
  });

  test("names a nonce for scripts only", () => {
    const policy = directives(contentSecurityPolicy("abc="));
    expect(policy.get("script-src")).toBe("'self' 'nonce-abc='");
    expect(policy.get("style-src")).toBe("'self'");
  });

  test.each(["production", "test"] as const)("allows nothing unsafe when NODE_ENV is %j", (name) => {
    process.env.NODE_ENV = name;
    expect(contentSecurityPolicy("abc=")).not.toMatch(/unsafe|\bws:|\*|https?:/);
  });
});

test("https is asked for ever after where Tribune is reached by it, and only there", () => {
  const headersOf = (secure: boolean) => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    setSecurityHeaders(response, secure);
    return response.getHeaders();
  };
  expect(headersOf(true)["strict-transport-security"]).toMatch(/^max-age=\d{8,}/);
  expect(headersOf(false)).not.toHaveProperty("strict-transport-security");
  expect(headersOf(false)).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "content-security-policy": contentSecurityPolicy(),
  });
});
