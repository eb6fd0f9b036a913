// Links as the page writes them, and zips as nobody should.

import { deflateRawSync, inflateRawSync } from "node:zlib";

/** What stands after `#` for a draft. */
export function link(draft) {
  const text = Buffer.from(typeof draft === "string" ? draft : JSON.stringify(draft));
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(checksum(text) & 0xffff);
  return `1:${Buffer.concat([sum, deflateRawSync(text)]).toString("base64url")}`;
}

/** The draft of an address. */
export function linked(address) {
  const letters = address.split("#1:")[1];
  return letters === "" ? {} : JSON.parse(inflateRawSync(Buffer.from(letters, "base64url").subarray(2)));
}

/** A zip of one file; `size` is what it claims to unpack to. */
export function zip(name, text, { flags = 0, method = 8, size = text.length } = {}) {
  const bytes = Buffer.from(text);
  const packed = method === 8 ? deflateRawSync(bytes) : bytes;
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(checksum(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  const file = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, entry, end]);
}

function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
