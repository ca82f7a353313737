import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAll, useFolder, utf16, writeIn } from "./signature-files.ts";

const folder = useFolder();

test("JSON: an array, or an object that holds one", async () => {
  const people = [
    { name: "A", company: "X" },
    "B",
    { Prénom: "C", Nom: "D", age: 3 },
    { name: ["E"] },
    { name: "\ud800" },
  ];
  for (const value of [people, { exported: "2023", signatures: people }]) {
    const { signatures, refused, notes } = await readAll(
      await writeIn(folder(), "people.json", JSON.stringify(value)),
    );
    expect(signatures.map(({ name }) => name)).toEqual(["A", "C D"]);
    expect(refused).toEqual([
      { where: "entry 2", reason: "is not an object with columns" },
      { where: "entry 4", reason: '"name" holds no text' },
      { where: "entry 5", reason: '"name" holds a character that is none' },
    ]);
    expect(notes).toEqual(['Columns Tribune has no use for: "age".']);
  }
});

test("YAML: an array or several documents, each scalar as typed", async () => {
  const array = await readAll(
    await writeIn(folder(), "a.yaml", "- name: Null\n  country: NO\n  role: 007\n- nom: ~\n- nom: Yes\n"),
  );
  expect(array.signatures.map(({ name, country, role }) => [name, country, role])).toEqual([
    ["Null", "NO", "007"],
    ["Yes", "", ""],
  ]);
  expect(array.refused).toEqual([{ where: "entry 2", reason: "no name" }]);
  const several = await readAll(
    await writeIn(folder(), "b.yml", "---\nname: A\n---\nname: [B\nrole: c\n---\nname: D\n---\n"),
  );
  expect(several.signatures.map(({ name }) => name)).toEqual(["A", "D"]);
  expect(several.refused).toEqual([
    expect.objectContaining({ where: expect.stringMatching(/^line [34]$/) as string }),
  ]);
});

test("a folder in every encoding, with broken files among the good ones", async () => {
  const path = join(folder(), "signatories");
  await mkdir(join(path, "more"), { recursive: true });
  const files: Record<string, string | Uint8Array> = {
    "1.yaml": "name: Ana\naffiliation: Université\n",
    "2.yml": Buffer.from("\uFEFFname: Béa\n"),
    "3.yaml": Buffer.from("name: Cl\xE9a \x80\n", "latin1"),
    "4.yaml": utf16("name: Dùne\n", false),
    "5.json": utf16('{"name": "Eßer"}', true),
    "6.yaml": "name: [Flo\nrole: none\n",
    "7.json": '{"name": ',
    "8.yaml": "",
    "9.yaml": "role: nobody\n",
    "a.yaml": Buffer.from([0x89, 0x50, 0, 1]),
    "b.yaml": "- just a text\n",
    ".hidden.yaml": "name: Hidden\n",
    "README.md": "# Signatories\n",
  };
  for (const [name, content] of Object.entries(files)) await writeIn(path, name, content);
  const { signatures, refused, notes } = await readAll(path);
  expect(signatures.map(({ name }) => name)).toEqual(["Ana", "Béa", "Cléa €", "Dùne", "Eßer"]);
  expect(refused.map(({ where, reason }) => [where, reason.slice(0, 16)]).sort()).toEqual([
    ["6.yaml", "is not YAML: Flo"],
    ["7.json", "is not JSON: Une"],
    ["8.yaml", "is empty"],
    ["9.yaml", "names no one: it"],
    ["a.yaml", "is not a text fi"],
    ["b.yaml", "is not an object"],
  ]);
  expect(notes).toEqual(['Neither YAML nor JSON, not read: "README.md", "more".']);
});
