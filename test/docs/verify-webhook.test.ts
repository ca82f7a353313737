import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { signatureOf } from "#app/webhooks/send-message.server.ts";
import { root } from "../program.ts";

type Verify = (secret: string, headers: Record<string, string>, body: string) => boolean;

test("the lines of docs/api.md tell our messages from others", async () => {
  const guide = await readFile(join(root, "docs/api.md"), "utf8");
  const code = guide
    .split("```js\n")
    .map((part) => part.split("```")[0])
    .find((part) => part?.includes("function isFromTribune"));
  expect(code).toBeDefined();
  const address = `data:text/javascript,${encodeURIComponent(code ?? "")}`;
  const { isFromTribune } = (await import(/* @vite-ignore */ address)) as { isFromTribune: Verify };

  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const body = '{"type":"test","data":{"letter":"é"}}';
  const now = Math.floor(Date.now() / 1000);
  const headersAt = (time: number, by = secret) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(time),
    "webhook-signature": signatureOf(by, "msg_1", time, body),
  });
  const right = headersAt(now);
  expect(isFromTribune(secret, right, body)).toBe(true);
  const more = { ...right, "webhook-signature": `v1,AAAA ${right["webhook-signature"]}` };
  expect(isFromTribune(secret, more, body)).toBe(true);

  expect(isFromTribune(secret, right, `${body} `)).toBe(false);
  expect(isFromTribune(secret, { ...right, "webhook-id": "msg_2" }, body)).toBe(false);
  expect(isFromTribune(secret, headersAt(now - 600), body)).toBe(false);
  expect(isFromTribune(secret, headersAt(now, `whsec_${"B".repeat(43)}=`), body)).toBe(false);
  expect(isFromTribune(secret, {}, body)).toBe(false);
});
