import sharp from "sharp";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, logInAt } from "../asking.ts";
import { makeAccount, password } from "../made-up.ts";
import { makeOrganisation } from "../organisations/organisation-with-members.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

let owner: Account;
let cookie: string;
let organisation: string;
beforeAll(async () => {
  owner = await makeAccount({ email: "paints@example.org" });
  cookie = await logInAt(tribune.url(), { email: owner.email, password });
  organisation = (await makeOrganisation(owner, { name: "Painters" })).slug;
}, 120_000);
beforeEach(() => sql`delete from rate_limits`);

const payload = "<script>alert('pw-picture')</script>";
const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
/** A PNG that says it is so large, of few bytes. */
function hugePng(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.alloc(10_000_000));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return joined(mark, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0)));
}
const small = () => sharp({ create: { width: 20, height: 10, channels: 3, background: "#1d3f72" } });
const svg = (inside: string, before = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" onload="alert('pw-picture')"><rect width="40" height="20" fill="red"/>${inside}</svg>`;

/** Files under a name and a type that they are not, or that are two things at once. */
const liars: Record<string, { name: string; type: string; make: () => Promise<Uint8Array> | Uint8Array }> = {
  "a page called PNG": { name: "a.png", type: "image/png", make: () => bytes(`<!doctype html>${payload}`) },
  "a drawing with a script called PNG": { name: "a.png", type: "image/png", make: () => bytes(svg(payload)) },
  "a drawing with a script": { name: "a.svg", type: "image/svg+xml", make: () => bytes(svg(payload)) },
  "a drawing with a page in it": {
    name: "a.svg",
    type: "image/svg+xml",
    make: () =>
      bytes(
        svg(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${payload}</body></foreignObject>`),
      ),
  },
  "a drawing with entities of entities": {
    name: "a.svg",
    type: "image/svg+xml",
    make: () =>
      bytes(
        svg(
          "<text>&j;</text>",
          `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${[..."bcdefghij"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`).join("")}]>`,
        ),
      ),
  },
  "a GIF that is a script": {
    name: "a.gif",
    type: "image/gif",
    make: () => bytes("GIF89a/*\x00\x00\x00\x00*/=1;alert('pw-picture')//"),
  },
  "a GIF with a script behind it": {
    name: "a.gif",
    type: "text/javascript",
    make: async () => joined(await small().gif().toBuffer(), bytes(`*/=1;alert('pw-picture')//`)),
  },
  "a PNG with a page behind it": {
    name: "a.html",
    type: "text/html",
    make: async () => joined(await small().png().toBuffer(), bytes(payload)),
  },
  "a PNG with a page in a comment": {
    name: "a.png",
    type: "image/png",
    make: async () => {
      const png = await small().png().toBuffer();
      const at = 8 + 25;
      return joined(png.subarray(0, at), chunk("tEXt", bytes(`Comment\0${payload}`)), png.subarray(at));
    },
  },
  "a JPEG with a page in its words": {
    name: "a.jpg",
    type: "image/jpeg",
    make: async () =>
      small()
        .withExif({ IFD0: { Copyright: payload } })
        .jpeg()
        .toBuffer(),
  },
  "a JPEG that is a zip file": {
    name: "a.jpg",
    type: "image/jpeg",
    make: async () => joined(await small().jpeg().toBuffer(), bytes(`PK\x03\x04${payload}`)),
  },
  "a PNG of four thousand million points": {
    name: "a.png",
    type: "image/png",
    make: () => hugePng(65_535, 65_535),
  },
  "a PNG of a very long line": { name: "a.png", type: "image/png", make: () => hugePng(2_000_000_000, 1) },
  "a PNG that ends early": { name: "a.png", type: "image/png", make: () => hugePng(7000, 7000) },
  "a PDF called WebP": { name: "a.webp", type: "image/webp", make: () => bytes(`%PDF-1.7\n${payload}`) },
  "a name that climbs": {
    name: "../../public/a.html",
    type: "text/html",
    make: async () => small().png().toBuffer(),
  },
};

async function send(path: string, fields: Record<string, string | File>): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const encoded = new Response(form);
  return ask(tribune.url(), path, {
    method: "POST",
    headers: {
      "Content-Type": encoded.headers.get("content-type") ?? "",
      Origin: tribune.url(),
      Cookie: cookie,
    },
    body: new Uint8Array(await encoded.arrayBuffer()),
  });
}

/** Every picture that is stored, as it is served. */
async function expectHarmlessPictures() {
  const stored = await sql<{ sha256: string }[]>`select sha256 from images`;
  for (const { sha256 } of stored) {
    const { status, headers, text } = await ask(tribune.url(), `/images/${sha256}`);
    expect([status, headers["content-type"], headers["x-content-type-options"]]).toEqual([
      200,
      "image/webp",
      "nosniff",
    ]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(text).not.toMatch(/pw-picture|<script|<svg|%PDF/);
    const [kept] = await sql<{ bytes: Uint8Array }[]>`select bytes from images where sha256 = ${sha256}`;
    const { format, width = 0, height = 0 } = await sharp(kept?.bytes).metadata();
    expect(format).toBe("webp");
    expect(Math.max(width, height)).toBeLessThanOrEqual(2000);
    expect(Buffer.from(kept?.bytes ?? []).toString("latin1")).not.toMatch(/pw-picture|<script/);
  }
}

describe("a picture that is not what it says", { timeout: 60_000 }, () => {
  test.each(Object.keys(liars))("%s", async (what) => {
    const { name, type, make } = liars[what] ?? { name: "", type: "", make: () => new Uint8Array() };
    const file = new File([new Uint8Array(await make())], name, { type });
    const editor = await send("/images/upload", { image: file });
    expect([200, 415], editor.text).toContain(editor.status);
    expect(editor.headers["content-type"]).toContain("application/json");
    const page = await send("/images", { image: file });
    expect(page.status).toBeLessThan(500);
    const logo = await send(`/organisations/${organisation}/edit`, {
      ...{
        name: "Painters",
        sector: "association",
        country: "FR",
        website: "",
        registration: "",
        about: "",
        another: "on",
      },
      logo: file,
    });
    expect(logo.status, logo.text.slice(0, 300)).toBeLessThan(500);
    if (logo.status >= 400) expect(logo.text).toContain('value="Painters"');
    await expectHarmlessPictures();
    expect((await ask(tribune.url(), "/healthz")).status).toBe(200);
  });

  test("and some of them were pictures, so that something was served", async () => {
    expect((await sql`select 1 from images where uploaded_by = ${owner.id}`).count).toBeGreaterThan(0);
  });
});
