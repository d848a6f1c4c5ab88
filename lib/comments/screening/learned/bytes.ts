import { places, width } from "@/lib/comments/screening/learned/features";
import type { Model } from "@/lib/comments/screening/learned/model";

const magic = 0x52_4a_4c_31;
/** Raised whenever features or their meaning change: an older model then says nothing, and is trained anew. */
export const version = 1;
const header = 4 + 2 + 2 * 4 + 3 * 8 + 4;
const finest = 32_767;
const rarest = 16;

/**
 * A model as bytes: a header, then for each place that says something its distance from the one before (a varint), its weight in 16 bits and
 * its rarity in 8. A quarter of a megabyte for a thousand decisions. Little-endian.
 */
export function toBytes({ weights, rarity, calibration, decisions, bad }: Model): Uint8Array {
  const known = Array.from({ length: width }, (_, place) => place).filter(
    (place) => (weights[place] ?? 0) !== 0 || (rarity[place] ?? 0) !== 0,
  );
  const largest = known.reduce((most, place) => Math.max(most, Math.abs(weights[place] ?? 0)), 1e-9);
  const bytes = new Uint8Array(header + known.length * (3 + 2 + 1));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, version, true);
  view.setUint32(6, decisions, true);
  view.setUint32(10, bad, true);
  view.setFloat64(14, calibration.slope, true);
  view.setFloat64(22, calibration.offset, true);
  view.setFloat64(30, largest, true);
  view.setUint32(38, known.length, true);
  let next = header;
  let before = -1;
  for (const place of known) {
    for (let gap = place - before; ; gap >>>= 7) {
      bytes[next++] = gap < 128 ? gap : (gap & 127) | 128;
      if (gap < 128) break;
    }
    before = place;
    view.setInt16(next, Math.round((finest * (weights[place] ?? 0)) / largest), true);
    bytes[next + 2] = Math.min(255, Math.round((255 * (rarity[place] ?? 0)) / rarest));
    next += 3;
  }
  return bytes.slice(0, next);
}

/** The model that was written, or null for bytes that are not one of this version, whole and in order. */
export function fromBytes(bytes: Uint8Array): Model | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < header || view.getUint32(0, true) !== magic || view.getUint16(4, true) !== version) return null;
  const [weights, rarity] = [new Float32Array(width), new Float32Array(places)];
  const largest = view.getFloat64(30, true);
  const count = view.getUint32(38, true);
  let next = header;
  let place = -1;
  for (let known = 0; known < count; known++) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const part = bytes[next++];
      if (part === undefined || shift > 14) return null;
      gap |= (part & 127) << shift;
      if (part < 128) break;
    }
    place += gap;
    if (gap === 0 || place >= width || next + 3 > bytes.length) return null;
    weights[place] = (largest * view.getInt16(next, true)) / finest;
    if (place < places) rarity[place] = (rarest * (bytes[next + 2] ?? 0)) / 255;
    next += 3;
  }
  const calibration = { slope: view.getFloat64(14, true), offset: view.getFloat64(22, true) };
  if (next !== bytes.length || ![largest, calibration.slope, calibration.offset].every(Number.isFinite)) return null;
  return { weights, rarity, calibration, decisions: view.getUint32(6, true), bad: view.getUint32(10, true) };
}
