import { expect, test, vi } from "vitest";
import { ask } from "../asking.ts";
import { elementsOf, textsIn } from "../xml.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const get = (path: string, headers: Record<string, string> = {}) => ask(tribune.url(), path, { headers });
const letter = "/letters/marches-publics-du-numerique-publier-les-contrats";
const doctrine = "/doctrine/informatique-en-nuage-de-l-etat";

test("every feed is well-formed Atom, told by its page and the same again", async () => {
  const [signed] = await tribune.sql()<{ slug: string }[]>`
    select o.slug from signatures s join organisations o on o.id = s.organisation_id
    where s.kind = 'organisation' and s.state = 'confirmed' and s.name_shown and o.merged_into is null limit 1`;
  const organisation = `/organisations/${signed?.slug}`;
  for (const [page, feed] of [
    ["/letters", "/feed.atom"],
    ["/", "/feed.atom"],
    [letter, `${letter}/feed.atom`],
    [doctrine, `${doctrine}/feed.atom`],
    [organisation, `${organisation}/feed.atom`],
    ["/moderation/log", "/moderation/log.atom"],
  ] as const) {
    const { text, headers, status } = await get(feed);
    expect(status, feed).toBe(200);
    expect(headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const elements = elementsOf(text);
    const ids = textsIn(elements, "id");
    expect(ids, feed).toContain(tribune.url() + feed);
    expect(ids.length, feed).toBeGreaterThan(1);
    expect(new Set(ids).size, feed).toBe(ids.length);
    expect((await get(feed)).text).toBe(text);
    expect((await get(page)).text, page).toMatch(
      new RegExp(`<link rel="alternate" type="application/atom\\+xml" href="[^"]*${feed}"`),
    );
  }
});

test("a reader of feeds is told that nothing changed, by the tag and by the date", async () => {
  const path = `${letter}/feed.atom`;
  await get(path);
  await vi.waitUntil(async () => (await get(path)).headers.etag !== undefined, 10_000);
  const { etag, "last-modified": modified } = (await get(path)).headers;
  expect((await get(path, { "If-None-Match": String(etag) })).status).toBe(304);
  expect((await get(path, { "If-Modified-Since": String(modified) })).status).toBe(304);
  const dayBefore = new Date(Date.parse(String(modified)) - 86_400_000).toUTCString();
  expect((await get(path, { "If-Modified-Since": dayBefore })).status).toBe(200);
  // Where a tag is named, the date does not count.
  const other = await get(path, { "If-None-Match": '"other"', "If-Modified-Since": String(modified) });
  expect(other.status).toBe(200);
});

test("a letter's feed tells versions, updates with their text, deliveries and replies", async () => {
  const elements = elementsOf((await get(`${letter}/feed.atom`, { "Accept-Language": "en" })).text);
  const ids = textsIn(elements, "id").map((id) => id.slice(tribune.url().length + letter.length));
  for (const kind of [/^\/versions\/1$/, /^\/updates\/\d+$/, /^\/delivery#delivery-\d+$/, /^\/replies\/\d+$/])
    expect(
      ids.some((id) => kind.test(id)),
      String(kind),
    ).toBe(true);
  expect(textsIn(elements, "content").every((html) => html.startsWith("<p>"))).toBe(true);
  const moments = textsIn(elements, "published");
  expect(moments).toEqual([...moments].sort().reverse());
});

test("a text's feed tells revisions, letters that cite it and dispositions", async () => {
  const elements = elementsOf((await get(`${doctrine}/feed.atom`)).text);
  const ids = textsIn(elements, "id").join("\n");
  for (const kind of [/\?revision=\d{4}-\d\d-\d\d$/m, /#letter-\d+$/m, /#disposition-\d+$/m])
    expect(ids).toMatch(kind);
});

test("drafts and what is not there have no feed", async () => {
  for (const path of [
    "/letters/reversibilite-ce-que-couterait-un-vrai-depart",
    "/letters/none",
    "/doctrine/none",
    "/organisations/none",
  ])
    expect((await get(`${path}/feed.atom`)).status, path).toBe(404);
  expect((await get("/feed.atom")).text).not.toContain("reversibilite");
});

test("the sitemap leads to every part, each part to pages that are there, and robots.txt to the sitemap", async () => {
  const robots = await get("/robots.txt");
  expect(robots.text).toContain(`Sitemap: ${tribune.url()}/sitemap.xml`);
  const index = await get("/sitemap.xml");
  expect(index.headers["content-type"]).toBe("application/xml; charset=utf-8");
  const parts = textsIn(elementsOf(index.text), "loc");
  expect(parts.length).toBeGreaterThanOrEqual(5);
  for (const part of parts) {
    const { text, status } = await get(part.slice(tribune.url().length));
    expect(status, part).toBe(200);
    const places = textsIn(elementsOf(text), "loc");
    expect(text).not.toContain("reversibilite");
    for (const place of places.slice(0, 2))
      expect((await get(place.slice(tribune.url().length))).status, place).toBe(200);
  }
  for (const name of ["letters-2.xml", "drafts-1.xml", "x"])
    expect((await get(`/sitemap/${name}`)).status, name).toBe(404);
});

/** A letter that is signed at this time. */
const open = "/letters/pour-un-cloud-de-confiance-verifiable";

test("the card can be framed by anybody, sets no cookie and reads none; the form to sign cannot", async () => {
  for (const Cookie of ["", "theme=dark; language=fr; session=unknown"]) {
    const { headers, status, text } = await get(`${open}/embed`, { Cookie });
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toMatch(/frame-ancestors \*$/);
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["set-cookie"]).toBeUndefined();
    expect(text).toBe((await get(`${open}/embed`)).text);
    expect(text).toContain(`href="${tribune.url()}${open}/sign"`);
  }
  expect((await get(`${letter}/embed`)).text, "a closed letter is read, not signed").not.toContain("/sign");
  for (const path of [letter, `${letter}/sign`, `${letter}/share`, `${letter}/badge.svg`]) {
    const { headers } = await get(path);
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
});

test("what other sites show may be loaded by them: badge, picture, script", async () => {
  for (const [path, type] of [
    [`${letter}/badge.svg`, /^image\/svg\+xml/],
    [`${letter}/card.png`, /^image\/png/],
    [`${doctrine}/card.png?v=1`, /^image\/png/],
    ["/organisations/hexanuage/card.png", /^image\/png/],
    ["/embed.js", /javascript/],
  ] as const) {
    const { status, headers } = await get(path);
    expect(status, path).toBe(200);
    expect(headers["content-type"], path).toMatch(type);
    expect(headers["cross-origin-resource-policy"], path).toBe("cross-origin");
  }
});

test("oEmbed is found from the letter's page and answers for it", async () => {
  const { text } = await get(letter);
  const href =
    /type="application\/json\+oembed" href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const answer = await get(href.slice(tribune.url().length));
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ type: "rich", version: "1.0" });
  expect((await get(`${href.slice(tribune.url().length)}&format=xml`)).status).toBe(501);
  expect((await get("/oembed?url=https://elsewhere.example/letters/x")).status).toBe(404);
});

test("an instance that is none is refused with what was typed; a good one is led to by a link", async () => {
  const wrong = await get(`${letter}/share?instance=%3Cb%3Enone`);
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('value="&lt;b&gt;none"');
  const right = await get(`${letter}/share?instance=piaille.fr`);
  expect(right.status).toBe(200);
  expect(right.text).toContain('href="https://piaille.fr/share?text=');
});

test("a draft has no card, badge, picture or oEmbed", async () => {
  const draft = "/letters/reversibilite-ce-que-couterait-un-vrai-depart";
  for (const part of ["embed", "badge.svg", "card.png", "share"])
    expect((await get(`${draft}/${part}`)).status, part).toBe(404);
  expect((await get(`/oembed?url=${encodeURIComponent(tribune.url() + draft)}`)).status).toBe(404);
});
