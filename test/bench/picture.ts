import { crc32, deflateSync } from 'node:zlib';

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}

/** A grey picture as large and as hard to compress as a photograph, about 20 kB, always the same. */
export function picture(width = 240, height = 135): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  let seed = 1;
  const rows = Buffer.alloc((width + 1) * height);
  for (let place = 0; place < rows.length; place++) {
    seed = (seed * 48_271) % 2_147_483_647;
    rows[place] = place % (width + 1) ? 96 + (place % 64) + (seed % 24) : 0;
  }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
