import { addressesIn, type Example, hostOf, type Trait, traitsOf } from "@/lib/comments/screening/learned/behaviour";
import { type Chunk, chunksOf } from "@/lib/comments/screening/learned/words";

/** Places for features: hashing bounds what a model can grow to, whatever is written. */
export const places = 2 ** 18;
/** One place more, for what is true of every comment. */
export const width = places + 1;
export const bias = places;

/** What counts how much, found by measurement (docs/decisions/0022-a-helper-that-learns-here.md). */
const weightOf = { word: 3, characters: 1, address: 0.2, trait: 0.15 } as const;
const shortest = 2;
const longest = 5;

/** A feature and where it stands: the chunks of the text that have it, or the trait that it is. */
export interface Features {
  at: number[];
  value: number[];
  /** How many of them, from the first, are of words and characters: their length is made alike. The rest stand as they are. */
  textual: number;
}

/** Told of every occurrence, for explanations. */
type Witness = (place: number, source: number | Trait) => void;

const seed = {
  word: 0x811c9dc5,
  pair: 0x2f0b4c47,
  apart: 0x5bd1e995,
  characters: 0x9747b28c,
  host: 0x1b873593,
  trait: 0x38495ab5,
};

const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
const run = (hash: number, text: string) => {
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return hash;
};
/** FNV-1a with the last mixing of MurmurHash3, so that all bits of a place depend on all letters. */
function placeOf(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) & (places - 1);
}

const space = 32;
const pieces = /[\p{L}\p{N}\p{M}_']+|[^\s\p{L}\p{N}\p{M}_']+/gu;

/** The features of one comment, each place once. */
export function featuresOf(example: Example, witness?: Witness): Features {
  const chunks = chunksOf(example.text);
  const found = new Collected(witness);
  ofWords(chunks, found);
  ofCharacters(chunks, found);
  found.textual = found.at.length;
  ofManners(example, chunks, found);
  return { at: found.at, value: found.value, textual: found.textual };
}

/** In which collection a place was last met: faster than a set, and never emptied. */
const lastMet = new Uint32Array(places);
let collections = 0;

class Collected {
  at: number[] = [];
  value: number[] = [];
  textual = 0;
  private readonly mine = ++collections;
  constructor(private readonly witness: Witness | undefined) {}

  add(hash: number, value: number, source: number | Trait): void {
    const place = placeOf(hash);
    this.witness?.(place, source);
    if (lastMet[place] === this.mine) return;
    lastMet[place] = this.mine;
    this.at.push(place);
    this.value.push(value);
  }
}

/** Words and runs of signs, one, two, and two with one between them. */
function ofWords(chunks: readonly Chunk[], found: Collected): void {
  let before: { word: string; chunk: number } | undefined;
  let beforeThat: { word: string; chunk: number } | undefined;
  for (const [chunk, { read }] of chunks.entries()) {
    for (const [word] of read.matchAll(pieces)) {
      found.add(run(seed.word, word), weightOf.word, chunk);
      for (const [other, kind] of [[before, seed.pair] as const, [beforeThat, seed.apart] as const]) {
        if (!other) continue;
        const hash = run(step(run(kind, other.word), space), word);
        found.add(hash, weightOf.word, chunk);
        if (other.chunk !== chunk) found.add(hash, weightOf.word, other.chunk);
      }
      beforeThat = before;
      before = { word, chunk };
    }
  }
}

/** Two to five characters in a row, never over a space: what is spelt a little otherwise still looks alike. */
function ofCharacters(chunks: readonly Chunk[], found: Collected): void {
  for (const [chunk, { read }] of chunks.entries()) {
    const last = read.length + 2;
    const unit = (at: number) => (at === 0 || at === last - 1 ? space : read.charCodeAt(at - 1));
    for (let from = 0; from + shortest <= last; from++) {
      let hash = step(seed.characters, unit(from));
      for (let to = from + 1; to < last && to - from < longest; to++) {
        hash = step(hash, unit(to));
        found.add(hash, weightOf.characters, chunk);
      }
    }
  }
}

function ofManners(example: Example, chunks: readonly Chunk[], found: Collected): void {
  const addresses = addressesIn(chunks);
  for (const address of addresses) found.add(run(seed.host, hostOf(address)), weightOf.address, "links");
  if (addresses.length > 0) found.add(seed.host, weightOf.address, "links");
  for (const [trait, value] of traitsOf(example, chunks, addresses.length))
    if (value > 0) found.add(run(seed.trait, trait), value * weightOf.trait, trait);
}
