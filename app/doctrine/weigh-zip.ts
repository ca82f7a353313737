import { inflateRawSync } from "node:zlib";
import { Unreadable } from "./parsed-provision.ts";

/** What all parts of a file may have together, unpacked, in bytes. */
const largest = 60 * 1024 * 1024;
const mostParts = 5000;
const endMark = 0x06054b50;
const partMark = 0x02014b50;

/**
 * Unpacks every part of a zip file, as its directory names them, only to see how large they are: what the directory
 * says of their size is its own word, and whoever unpacks the whole afterwards would find out too late.
 * @param look is shown the parts that `wanted` names, unpacked
 * @returns the names of the parts
 * @throws {Unreadable} when the file is no zip file, or its parts are larger than 60 MB together
 */
export function weighZip(
  bytes: Uint8Array,
  wanted = /^$/,
  look: (name: string, part: Buffer) => void = () => undefined,
): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endMark)
    throw new Unreadable("not-well-formed", "is no whole zip file");
  const parts = file.readUInt16LE(end + 10);
  // Who unpacks afterwards reads the directory where it would begin by its size, and goes on for as long as parts are
  // listed, or believes a larger record (zip64): one that can be read in two ways would be weighed in one and unpacked
  // in the other.
  const begins = file.readUInt32LE(end + 16);
  const disks = file.readUInt32LE(end + 4) + file.readUInt16LE(end + 8);
  if (disks !== parts || begins + file.readUInt32LE(end + 12) !== end)
    throw new Unreadable("not-well-formed", "has a broken directory");
  if (parts > mostParts) throw new Unreadable("too-large", `has ${parts} parts`);
  const names: string[] = [];
  let left = largest;
  let at = begins;
  try {
    for (let part = 0; part < parts; part++) {
      if (file.readUInt32LE(at) !== partMark)
        throw new Unreadable("not-well-formed", "has a broken directory");
      const [method, packed, name] = [at + 10, at + 20, at + 28].map((place, which) =>
        which === 1 ? file.readUInt32LE(place) : file.readUInt16LE(place),
      ) as [number, number, number];
      const header = file.readUInt32LE(at + 42);
      names.push(file.toString("utf8", at + 46, at + 46 + name));
      const data = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
      const stored = file.subarray(data, data + packed);
      const whole = method === 0 ? stored : unpacked(stored, left);
      left -= method === 0 ? packed : whole.byteLength;
      if (left < 0) throw new Unreadable("too-large", "is larger than 60 MB when unpacked");
      if (wanted.test(names.at(-1) ?? "")) look(names.at(-1) ?? "", whole);
      at += 46 + name + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
  } catch (fault) {
    if (fault instanceof RangeError) throw new Unreadable("not-well-formed", "has a broken directory");
    throw fault;
  }
  if (at !== end) throw new Unreadable("not-well-formed", "has parts that its directory does not count");
  return names;
}

function unpacked(packed: Uint8Array, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (fault) {
    const { code = "" } = fault as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE")
      throw new Unreadable("too-large", "is larger than 60 MB when unpacked");
    throw new Unreadable("not-well-formed", "has a part that cannot be unpacked");
  }
}
