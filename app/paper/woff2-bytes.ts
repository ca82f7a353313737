/** Reads numbers from bytes, one after the other. */
export class Reader {
  at = 0;
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
  byte(): number {
    return this.bytes.readUInt8(this.at++);
  }
  short(): number {
    return this.bytes.readUInt16BE((this.at += 2) - 2);
  }
  signed(): number {
    return this.bytes.readInt16BE((this.at += 2) - 2);
  }
  long(): number {
    return this.bytes.readUInt32BE((this.at += 4) - 4);
  }
  take(length: number): Buffer {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  /** UIntBase128: seven bits a byte, the highest says that more follow. */
  base128(): number {
    for (let value = 0; ;) {
      const next = this.byte();
      value = value * 128 + (next & 127);
      if (next < 128) return value;
    }
  }
  /** 255UInt16: small numbers in one byte. */
  packed(): number {
    const code = this.byte();
    if (code === 253) return this.short();
    if (code === 255) return this.byte() + 253;
    return code === 254 ? this.byte() + 506 : code;
  }
}
