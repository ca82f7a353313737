import { createServer } from "node:http";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { readImage } from "#app/letters/store-image.server.ts";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import { drawLogo } from "#app/organisations/logo.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import {
  listOrganisations,
  readEvents,
  readOrganisation,
} from "#app/organisations/read-organisation.server.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";
import { makeOrganisation } from "./organisation-with-members.ts";

useDatabase();

const picture = (width: number, height: number, background = "#1d3f72") =>
  sharp({ create: { width, height, channels: 3, background } });
const svg = (inside: string, size = 'width="64" height="32"', before = "") =>
  new TextEncoder().encode(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}</svg>`,
  );
const square = '<rect width="64" height="32" fill="#ff0000"/>';

async function drawn(bytes: Uint8Array) {
  const logo = await drawLogo(bytes);
  if (logo === "not-an-image") throw new Error(logo);
  const { data, info } = await sharp(logo.data).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
  const { format } = await sharp(logo.data).metadata();
  return {
    format,
    width: info.width,
    height: info.height,
    middle: [...data.subarray(middle, middle + 3)],
    bytes: logo.data,
  };
}

test.each(["png", "jpeg", "webp", "avif", "gif"] as const)(
  "a %s becomes WebP of 512 pixels at most",
  async (format) => {
    expect(await drawn(await picture(1000, 500).toFormat(format).toBuffer())).toMatchObject({
      ...{ format: "webp", width: 512, height: 256 },
    });
    const small = await drawn(await picture(40, 30).toFormat(format).toBuffer());
    expect([small.width, small.height]).toEqual([40, 30]);
  },
);

describe("a drawing", () => {
  test("is drawn in full size, however small it says it is, and transparent where it is", async () => {
    const logo = await drawn(svg(square));
    expect(logo).toMatchObject({ format: "webp", width: 512, height: 256 });
    expect(logo.middle[0]).toBeGreaterThan(240);
    expect(logo.middle[1]).toBeLessThan(15);
    const half = await drawLogo(svg('<rect width="32" height="32" fill="red"/>'));
    expect(half !== "not-an-image" && (await sharp(half.data).metadata()).hasAlpha).toBe(true);
  });

  test("leaves nothing of a script or a link behind", async () => {
    const bytes = svg(
      `<script>alert(1)</script><a xlink:href="javascript:alert(2)">${square}</a>
      <foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(3)"/></foreignObject>`,
    );
    const { format, bytes: kept } = await drawn(bytes);
    expect(format).toBe("webp");
    expect(kept.toString("latin1")).not.toMatch(/script|alert|href/);
  });

  test("fetches nothing from elsewhere", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    try {
      await drawLogo(
        svg(
          `<image href="${address}" width="64" height="32"/><image xlink:href="${address}" width="64" height="32"/>
          <style>@import url("${address}"); rect { fill: url("${address}#a") }</style>
          <use href="${address}#b"/><rect width="9" height="9"/>`,
          undefined,
          `<?xml-stylesheet href="${address}" type="text/css"?>`,
        ),
      );
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });

  test("reads no file of this machine", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tribune-logo-"));
    const green = join(folder, "secret.png");
    await writeFile(green, await picture(64, 32, "#00ff00").png().toBuffer());
    await writeFile(join(folder, "secret.txt"), "<rect width='64' height='32' fill='#00ff00'/>");
    try {
      // The picture can be read, and is seen when it stands in the drawing itself.
      const inside = `data:image/png;base64,${(await picture(64, 32, "#00ff00").png().toBuffer()).toString("base64")}`;
      const image = (href: string) => `${square}<image href="${href}" width="64" height="32"/>`;
      expect((await drawn(svg(image(inside)))).middle[1]).toBeGreaterThan(240);
      for (const href of [pathToFileURL(green).href, green, `../../../../../../../..${green}`, "secret.png"])
        expect((await drawn(svg(image(href)))).middle[0], href).toBeGreaterThan(240);
      const doctype = `<!DOCTYPE svg [<!ENTITY x SYSTEM "${pathToFileURL(join(folder, "secret.txt")).href}">]>`;
      const entity = await drawLogo(svg(`${square}&x;`, undefined, doctype));
      if (entity !== "not-an-image") expect((await drawn(entity.data)).middle[0]).toBeGreaterThan(240);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("cannot grow out of entities or out of what it says its size is", async () => {
    const entities = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? "<!ENTITY e0 \"<rect width='1' height='1'/>\">"
        : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
    ).join("");
    expect(await drawLogo(svg("&e11;", undefined, `<!DOCTYPE svg [${entities}]>`))).toBe("not-an-image");
    expect(await drawLogo(svg(square, 'width="100000" height="100000"'))).toBe("not-an-image");
    for (const size of ['width="1" height="32000"', 'width="0" height="0"', 'width="-5" height="5"', ""]) {
      const logo = await drawLogo(svg(square, size));
      if (logo !== "not-an-image")
        expect(Math.max(logo.info.width, logo.info.height), size).toBeLessThanOrEqual(512);
    }
  });
});

test.each([
  ["text", new TextEncoder().encode("hello")],
  ["nothing", new Uint8Array()],
  ["a page", new TextEncoder().encode("<!doctype html><p>x")],
  ["a drawing that is cut short", svg(square).subarray(0, 90)],
])("%s is no logo", async (_what, bytes) => expect(await drawLogo(bytes)).toBe("not-an-image"));

describe("of an organisation", () => {
  let owner: Account;
  let organisation: Organisation;
  beforeEach(async () => {
    owner = await makeAccount();
    organisation = await makeOrganisation(owner);
  });
  const edit = (logo?: Uint8Array | null, by = owner) =>
    editOrganisation(organisation.id, by, { ...organisation, another: false }, logo);
  const logo = async () => (await readOrganisation(organisation.slug))?.logo;

  test("is stored, shown, kept when nothing is said of it, and taken away", async () => {
    expect((await edit(await picture(100, 50).png().toBuffer())).outcome).toBe("edited");
    const kept = await logo();
    expect(kept).toMatchObject({ width: 100, height: 50 });
    expect((await readImage(kept?.sha256 ?? ""))?.mediaType).toBe("image/webp");
    const { organisations } = await listOrganisations("", null);
    expect(organisations.find(({ id }) => id === organisation.id)?.logo).toEqual(kept);
    await edit();
    expect(await logo()).toEqual(kept);
    const edits = async () =>
      (await readEvents(organisation.id)).filter(({ event }) => event === "edited").length;
    expect(await edits(), "nothing was changed the second time").toBe(1);
    await edit(null);
    expect(await logo()).toBeNull();
    expect(await edits()).toBe(2);
  });

  test("is not what a stranger sends, or what is no picture", async () => {
    const bytes = await picture(10, 10).png().toBuffer();
    expect((await edit(bytes, await makeAccount())).outcome).toBe("forbidden");
    expect((await edit(new TextEncoder().encode("x"))).outcome).toBe("not-an-image");
    expect(await logo()).toBeNull();
  });
});
