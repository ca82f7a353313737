import { expect, test } from "vitest";
import * as Y from "yjs";
import { decodePosition, encodePosition } from "#app/margin/relative-position.ts";

const doc = new Y.Doc();
const paragraph = new Y.XmlElement("paragraph");
doc.getXmlFragment("text").insert(0, [paragraph]);
const words = new Y.XmlText("We ask for rules.");
paragraph.insert(0, [words]);

test.each([
  ["in a text, to what is behind it", Y.createRelativePositionFromTypeIndex(words, 3, 0)],
  ["in a text, to what is before it", Y.createRelativePositionFromTypeIndex(words, 6, -1)],
  ["at the end of a text", Y.createRelativePositionFromTypeIndex(words, 17, 0)],
  ["at the beginning of all", Y.createRelativePositionFromTypeIndex(doc.getXmlFragment("text"), 0, -1)],
])("a position %s is read as it was written", (_where, position) => {
  const read = decodePosition(encodePosition(position));
  expect(read && Y.createAbsolutePositionFromRelativePosition(read, doc)).toEqual(
    Y.createAbsolutePositionFromRelativePosition(position, doc),
  );
});

const good = encodePosition(Y.createRelativePositionFromTypeIndex(words, 3, 0));
const bytes = (...values: number[]) => btoa(String.fromCharCode(...values));
const ofRoot = (name: string) => encodePosition(new Y.RelativePosition(null, name, null, 0));
test.each([
  ["empty", ""],
  ["no base64", "$$$"],
  ["cut off", good.slice(0, 4)],
  ["with more behind it", bytes(...Buffer.from(good, "base64"), 0)],
  ["of an unknown kind", bytes(9, 1, 1)],
  ["of another part of the document", ofRoot("__proto__")],
  ["too long", ofRoot("text".repeat(80))],
  ["endless numbers", bytes(0, ...Array<number>(190).fill(255))],
])("what Yjs would not have written is none: %s", (_what, base64) => {
  expect(decodePosition(base64)).toBeNull();
});
