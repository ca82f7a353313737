import { Encoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { sampleAccounts } from "#db/seed/sample-accounts.ts";
import { sharedName } from "#app/together/message.ts";
import { mostSeats } from "#app/together/drafting.server.ts";
import { textName } from "#app/together/shared-text.ts";
import { ask, logInAt, post } from "../asking.ts";
import { socketAs, Typist, until } from "../typist.ts";
import { useTribune } from "./tribune.ts";

const tribune = useTribune();
const person = (name: string) => {
  const found = sampleAccounts.find((account) => account.name.startsWith(name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

let owen: string;
let camille: string;
let slug: string;
let letterId: number;
let ids: { owen: number; camille: number };
const typists: Typist[] = [];

beforeAll(async () => {
  owen = await logInAt(tribune.url(), person("Owen"));
  camille = await logInAt(tribune.url(), person("Camille"));
  const accounts = await tribune.sql()<{ id: string; email: string }[]>`select id, email from accounts`;
  const idOf = (email: string) => Number(accounts.find((account) => account.email === email)?.id);
  ids = { owen: idOf(person("Owen").email), camille: idOf(person("Camille").email) };
});

beforeEach(async () => {
  await tribune.sql()`delete from rate_limits`;
  const { headers } = await post(
    tribune.url(),
    "/letters/new",
    {
      title: `Together ${typists.length} ${Math.random()}`,
      text: "Begun.",
      authorKind: "person",
      language: "en",
    },
    { Cookie: owen },
  );
  slug = String(headers.location).split("/")[2] ?? "";
  const [letter] = await tribune.sql()<{ id: string }[]>`select id from letters where slug = ${slug}`;
  letterId = Number(letter?.id);
});

afterEach(() => {
  for (const typist of typists.splice(0)) typist.leave();
});

async function sit(cookie: string, name: number | string = letterId): Promise<Typist> {
  const typist = new Typist(tribune.url(), cookie, name);
  typists.push(typist);
  return typist.ready();
}
const invite = (role: string) => tribune.sql()`
  insert into co_authors (letter_id, account_id, role) values (${letterId}, ${ids.camille}, ${role})
  on conflict (letter_id, account_id) do update set role = excluded.role`;
const storedText = async () => {
  const [letter] = await tribune.sql()<{ text: string }[]>`
    select draft::text as text from letters where id = ${letterId}`;
  return letter?.text ?? "";
};

/** Tries a handshake. @returns the status of the answer, 101 when it was let in */
function handshake(headers: Record<string, string>, path = "/collab"): Promise<number> {
  const socket = new WebSocket(`${tribune.url().replace("http", "ws")}${path}`, { headers });
  return new Promise((resolve) => {
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("open", () => {
      socket.close();
      resolve(101);
    });
    socket.once("error", () => undefined);
  });
}

describe("who is let in", () => {
  test("a page of ours with a session, and nobody else", async () => {
    const Origin = tribune.url();
    expect(await handshake({ Origin, Cookie: owen })).toBe(101);
    expect(await handshake({ Origin })).toBe(401);
    expect(await handshake({ Origin, Cookie: "session=made-up" })).toBe(401);
    expect(await handshake({ Cookie: owen })).toBe(403);
    expect(await handshake({ Origin: "https://evil.example", Cookie: owen })).toBe(403);
    expect(await handshake({ Origin, Cookie: owen }, "/letters")).toBe(404);
  });

  test("co-authors of that very draft", async () => {
    expect((await sit(camille)).ending).toBe("not-allowed");
    for (const name of ["letters/0", "letters/999999", `letters/${letterId}x`, "", "letters/1;drop", slug])
      expect((await sit(owen, name)).ending, name).toBe("not-allowed");
    expect((await sit(owen)).text).toBe("Begun.");
  });

  test("a published letter is no draft", async () => {
    const [open] = await tribune.sql()<{ id: string }[]>`
      select l.id from letters l join co_authors c on c.letter_id = l.id
      where l.state = 'open' and c.account_id = ${ids.owen} limit 1`;
    expect((await sit(owen, Number(open?.id))).ending).toBe("not-allowed");
  });

  test("an account has so many pages and no more, and none is lost to those that are gone", async () => {
    const Socket = socketAs(camille, tribune.url());
    const sockets = Array.from(
      { length: mostSeats },
      () => new Socket(`${tribune.url().replace("http", "ws")}/collab`),
    );
    await Promise.all(sockets.map((socket) => once(socket, "open")));
    const crowd = await Promise.all(
      Array.from({ length: 100 }, () => handshake({ Origin: tribune.url(), Cookie: camille })),
    );
    expect(crowd.every((status) => status === 429)).toBe(true);
    expect(await handshake({ Origin: tribune.url(), Cookie: owen })).toBe(101);
    for (const socket of sockets) socket.close();
    await until(async () => (await handshake({ Origin: tribune.url(), Cookie: camille })) === 101);
  });
});

describe("writing together", () => {
  test("each sees what the other types, all of it is stored, and the draft says it", async () => {
    await invite("editor");
    const [one, other] = [await sit(owen), await sit(camille)];
    one.type(" From Owen.");
    await until(() => other.text.includes("From Owen."));
    other.type(" From Camille.");
    await until(() => one.text === "Begun. From Owen. From Camille.");
    await other.settled();
    const rows = await tribune.sql()`select 1 from draft_updates where letter_id = ${letterId}`;
    const folded = await storedText();
    expect(rows.count > 0 || folded.includes("From Camille.")).toBe(true);
    await until(async () => (await storedText()).includes("Begun. From Owen. From Camille."));
    const [letter] = await tribune.sql()<
      { by: string }[]
    >`select edited_by as by from letters where id = ${letterId}`;
    expect(Number(letter?.by)).toBe(ids.camille);
  });

  test("whoever opens it sees what was typed a moment ago, with a page or without JavaScript", async () => {
    const one = await sit(owen);
    one.type(" This very moment.");
    await one.settled();
    const { text } = await ask(tribune.url(), `/letters/${slug}/edit`, { headers: { Cookie: owen } });
    expect(text).toContain("Begun. This very moment.");
    expect((await sit(owen)).text).toBe("Begun. This very moment.");
  });

  test("what a form saves shows at once to those who type, and takes nothing from what it does not touch", async () => {
    const one = await sit(owen);
    const page = await ask(tribune.url(), `/letters/${slug}/edit`, { headers: { Cookie: owen } });
    const revision = /name="revision"[^>]* value="(\d+)"/.exec(page.text)?.[1] ?? "";
    const fields = { title: "By a form", text: "Begun.\n\nBy a form.", authorKind: "person", language: "en" };
    const saved = await post(
      tribune.url(),
      `/letters/${slug}/edit`,
      { ...fields, revision },
      { Cookie: owen },
    );
    expect(saved.status).toBe(303);
    await until(() => one.text === "Begun.\nBy a form.");
    one.type(" Typed.");
    await one.settled();
    await until(async () => (await storedText()).includes("Begun. Typed."));
    // The form of before does not know of it.
    const late = await post(
      tribune.url(),
      `/letters/${slug}/edit`,
      { ...fields, revision },
      { Cookie: owen },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain("Begun. Typed.");
  });

  test("what a page could not send over its connection comes with a form and merges", async () => {
    const one = await sit(owen);
    const apart = new Y.Doc();
    Y.applyUpdate(apart, Y.encodeStateAsUpdate(one.shared));
    const before = Y.encodeStateVector(apart);
    one.type(" Online.");
    await one.settled();
    const line = (apart.getXmlFragment(textName).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    line.insert(0, "Offline. ");
    const update = Buffer.from(Y.encodeStateAsUpdate(apart, before)).toString("base64");
    const fields = {
      live: "1",
      title: "Merged",
      authorKind: "person",
      language: "en",
      revision: "1",
      update,
    };
    const send = (given: object) =>
      post(tribune.url(), `/letters/${slug}/autosave`, { ...fields, ...given }, { Cookie: owen });
    expect((await send({})).status).toBe(200);
    await until(() => one.text === "Offline. Begun. Online.");
    // Again, as after an answer that was lost; its fields were changed since, and the text is none the worse.
    expect((await send({ title: "Merged again" })).status).toBe(409);
    expect(one.text).toBe("Offline. Begun. Online.");
    expect((await send({ update: Buffer.from("no update").toString("base64") })).status).toBe(400);
  });

  test("changes of the fields are told to all", async () => {
    const one = await sit(owen);
    const fields = { live: "1", title: "Another title", authorKind: "person", language: "en", revision: "1" };
    await post(tribune.url(), `/letters/${slug}/autosave`, fields, { Cookie: owen });
    await until(() =>
      one.told.some((message) => message && "fields" in message && message.fields.title === "Another title"),
    );
  });

  test("carets are signed by the server", async () => {
    await invite("editor");
    const [one, other] = [await sit(owen), await sit(camille)];
    other.provider.setAwarenessField("user", { name: "The minister", account: 1, colour: 3 });
    other.provider.setAwarenessField("cursor", { anchor: null, head: null });
    const seen = () =>
      one.provider.awareness?.getStates().get(other.shared.clientID) as { user?: object } | undefined;
    await until(() => seen()?.user);
    expect(seen()?.user).toEqual({
      name: person("Camille").name,
      account: ids.camille,
      colour: ids.camille % 8,
    });
  });
});

describe("who may not any more", () => {
  test("is cut off at once: a removed co-author, who does not get in again", async () => {
    await invite("editor");
    const other = await sit(camille);
    const removed = await post(
      tribune.url(),
      `/letters/${slug}/co-authors`,
      { intent: "remove", account: String(ids.camille) },
      { Cookie: owen },
    );
    expect(removed.status).toBe(303);
    await until(() => other.ending === "not-allowed");
    expect((await sit(camille)).ending).toBe("not-allowed");
  });

  test("a reader reads along and changes nothing", async () => {
    await invite("reader");
    const [one, reader] = [await sit(owen), await sit(camille)];
    expect(reader.scope).toBe("readonly");
    one.type(" Read this.");
    await until(() => reader.text.includes("Read this."));
    reader.type(" By a reader.");
    await reader.settled();
    one.type(" Still.");
    await one.settled();
    expect(one.text).toBe("Begun. Read this. Still.");
    expect(await storedText()).not.toContain("By a reader.");
  });

  test("in read-only mode nothing is typed, whoever types is told, and what was typed comes afterwards", async () => {
    const readOnly = async (on: boolean) => {
      await tribune.sql()`update running_settings set read_only = ${on}`;
      const path = `/letters/${slug}/edit`;
      // Every process hears of it; its own banner says that it has.
      await until(
        async () =>
          (
            await ask(tribune.url(), path, { headers: { Cookie: owen, "Accept-Language": "en" } })
          ).text.includes("read-only mode") === on,
      );
    };
    const one = await sit(owen);
    const before = one.text;
    await readOnly(true);
    expect((await sit(owen)).text, "it can be read").toBe(before);
    one.type(" Too early.");
    await until(() => one.ending === "read-only");
    expect(await storedText()).not.toContain("Too early.");
    // From now on it may come: whoever typed it has it still, and connects again.
    await readOnly(false);
    const again = await sit(owen);
    again.type(" In time.");
    await again.settled();
    expect(again.text).toContain(" In time.");
    await until(async () => (await storedText()).includes("In time."));
  });

  test("another role begins at once", async () => {
    await invite("editor");
    const other = await sit(camille);
    expect(other.scope).toBe("read-write");
    await invite("reader");
    await until(() => other.ending === "role-changed");
    await until(() => other.scope === "readonly");
  });

  test("a session that was ended", async () => {
    const session = await logInAt(tribune.url(), person("Owen"));
    const one = await sit(session);
    await post(tribune.url(), "/logout", {}, { Cookie: session });
    await until(() => one.ending === "logged-out");
    expect(await handshake({ Origin: tribune.url(), Cookie: session })).toBe(401);
  });

  test("a draft that is deleted, or published, is one no more", async () => {
    const one = await sit(owen);
    await post(tribune.url(), `/letters/${slug}/edit`, { intent: "delete" }, { Cookie: owen });
    await until(() => one.ending === "no-draft");
  });
});

/** A message as the protocol has it: the document, "sync", "update", the change. */
function message(update: Uint8Array, name = sharedName(letterId)): Uint8Array {
  const encoder = new Encoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, 0);
  writeVarUint(encoder, 2);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}
const changeOf = (make: (shared: Y.Doc) => void): Uint8Array => {
  const shared = new Y.Doc();
  make(shared);
  return Y.encodeStateAsUpdate(shared);
};
const element = (name: string, attributes: Record<string, string> = {}, text = "") =>
  changeOf((shared) => {
    const made = new Y.XmlElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    if (text) made.insert(0, [new Y.XmlText(text)]);
    shared.getXmlFragment(textName).insert(0, [made]);
  });

describe("what is no change of a letter", () => {
  test.each([
    ["bytes that are no update", () => new Uint8Array([1, 2, 3, 255, 255, 255, 255, 9])],
    ["nothing", () => new Uint8Array()],
    ["a node that no letter has", () => element("script", {}, "alert(1)")],
    [
      "another text beside the draft",
      () => changeOf((shared) => shared.getText("other").insert(0, "hidden")),
    ],
    [
      "a document in the document",
      () => changeOf((shared) => shared.getMap(textName).set("sub", new Y.Doc())),
    ],
    ["bytes in it", () => changeOf((shared) => shared.getMap(textName).set("bytes", new Uint8Array(1000)))],
    [
      "a mark that no letter has",
      () =>
        changeOf((shared) => {
          const line = new Y.XmlText();
          shared.getXmlFragment(textName).insert(0, [line]);
          line.insert(0, "text", { blink: {} });
        }),
    ],
    [
      "the end of something whose beginning nobody has",
      () => {
        const shared = new Y.Doc();
        const line = new Y.XmlText();
        shared.getXmlFragment(textName).insert(0, [line]);
        line.insert(0, "the beginning");
        const before = Y.encodeStateVector(shared);
        line.insert(line.length, " and the end");
        return Y.encodeStateAsUpdate(shared, before);
      },
    ],
  ])("%s is refused, and nobody else notices", async (_name, make) => {
    await invite("editor");
    const [one, other] = [await sit(owen), await sit(camille)];
    other.send(message(make()));
    await until(() => other.ending === "refused");
    one.type(" Undisturbed.");
    await one.settled();
    expect(one.text).toBe("Begun. Undisturbed.");
    await until(async () => (await storedText()).includes("Begun. Undisturbed."));
    expect([...one.shared.share.keys()]).toEqual([textName]);
  });

  test("a message over a megabyte ends the connection, and a text frame does", async () => {
    const Socket = socketAs(owen, tribune.url());
    for (const [sent, code] of [
      [new Uint8Array(1024 * 1024 + 1), 1009],
      ["text", 1003],
    ] as const) {
      const socket = new Socket(`${tribune.url().replace("http", "ws")}/collab`);
      await once(socket, "open");
      socket.send(sent);
      expect((await once(socket, "close"))[0]).toBe(code);
    }
    expect((await ask(tribune.url(), "/healthz")).status).toBe(200);
  });

  test("noise of every kind does not end the process", async () => {
    const Socket = socketAs(owen, tribune.url());
    for (let round = 0; round < 20; round++) {
      const socket = new Socket(`${tribune.url().replace("http", "ws")}/collab`);
      await once(socket, "open");
      for (let each = 0; each < 20; each++)
        socket.send(
          Uint8Array.from({ length: round * 5 }, (_, at) => (at * 31 + round * 7 + each * 13) % 256),
        );
      socket.close();
    }
    expect((await sit(owen)).text).toBe("Begun.");
  });

  test("a link that no letter may have keeps the draft as it was, and all are told, until it is gone", async () => {
    const one = await sit(owen);
    const line = (one.shared.getXmlFragment(textName).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    line.format(0, 5, { link: { href: "javascript:alert(1)" } });
    const faults = () => one.told.flatMap((told) => (told && "fault" in told ? [told.fault] : []));
    await until(() => faults().at(-1) === "bad-link");
    expect(await storedText()).not.toContain("javascript");
    const publish = await ask(tribune.url(), `/letters/${slug}/draft`, { headers: { Cookie: owen } });
    expect(publish.text).not.toContain("javascript");
    line.format(0, 5, { link: null });
    one.type(" Mended.");
    await until(() => faults().at(-1) === null);
    await until(async () => (await storedText()).includes("Mended."));
  });
});

test("a draft that was typed a lot is one state again, and nothing of it is lost", async () => {
  const one = await sit(owen);
  for (let each = 0; each < 300; each++) {
    one.type(` ${each}`);
    if (each % 50 === 0) await sleep(1);
  }
  await one.settled();
  await until(async () => (await storedText()).includes(" 299"));
  await until(
    async () => (await tribune.sql()`select 1 from draft_updates where letter_id = ${letterId}`).count === 0,
  );
  one.leave();
  expect((await sit(owen)).text).toBe(one.text);
});
