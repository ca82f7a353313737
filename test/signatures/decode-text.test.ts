import { expect, test } from "vitest";
import { decodeText } from "#app/signatures/decode-text.ts";
import { utf16 } from "./signature-files.ts";

test.each([
  ["UTF-8", Buffer.from("Œdipe, 5 €\n")],
  ["UTF-8 with a mark", Buffer.from("\uFEFFŒdipe, 5 €\n")],
  ["UTF-16 little-endian", utf16("Œdipe, 5 €\n", false)],
  ["UTF-16 big-endian", utf16("Œdipe, 5 €\n", true)],
  ["windows-1252", Buffer.from("\x8Cdipe, 5 \x80\n", "latin1")],
])("%s is read, and its mark is no part of the text", (_encoding, bytes) => {
  expect(decodeText(bytes)).toBe("Œdipe, 5 €\n");
});

test("text that is UTF-8 is never taken for windows-1252, however many accents it has", () => {
  expect(decodeText(Buffer.from("é".repeat(1000)))).toBe("é".repeat(1000));
});

test.each([
  ["a spreadsheet's archive", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
  ["UTF-16 without a mark", [0x41, 0x00, 0x42, 0x00]],
  ["half of a UTF-16 sign", [0xff, 0xfe, 0x41]],
  ["half of a surrogate pair", [0xff, 0xfe, 0x00, 0xd8]],
])("%s is no text", (_what, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeNull();
});

test("a stray NUL is taken out of a text", () => {
  const text = `${"name,email\nAda,\n".repeat(20)}Bob\0,\n`;
  expect(decodeText(Buffer.from(text))).toBe(text.replace("\0", ""));
});

test("no bytes are an empty text", () => {
  expect(decodeText(new Uint8Array())).toBe("");
});
