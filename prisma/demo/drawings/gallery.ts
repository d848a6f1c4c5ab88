import sharp from "sharp";
import { graphOverBooks } from "@/prisma/demo/drawings/bookshelf";
import { borderMarket } from "@/prisma/demo/drawings/border-market";
import { canalMarket } from "@/prisma/demo/drawings/canal-market";
import { readingChamber } from "@/prisma/demo/drawings/chamber";
import { committeeRoom } from "@/prisma/demo/drawings/committee-room";
import { ferry, islandsChart } from "@/prisma/demo/drawings/harbour";
import { day, type Palette } from "@/prisma/demo/drawings/palette";
import { anselm, hester, huiqing, noor } from "@/prisma/demo/drawings/portraits";
import { streetSection, tramStreet } from "@/prisma/demo/drawings/streets";
import { waterValley } from "@/prisma/demo/drawings/valley";
import { warehouseNight } from "@/prisma/demo/drawings/warehouse";

type Drawing = (palette: Palette) => string;

/** Pictures of pieces by the name that a piece, or its words, call them. */
export const drawings: ReadonlyMap<string, Drawing> = new Map([
  ["ferry", ferry],
  ["islands-chart", islandsChart],
  ["committee-room", committeeRoom],
  ["reading-chamber", readingChamber],
  ["tram-street", tramStreet],
  ["street-section", streetSection],
  ["warehouse-night", warehouseNight],
  ["water-valley", waterValley],
  ["border-market", borderMarket],
  ["canal-market", canalMarket],
  ["graph-over-books", graphOverBooks],
]);

/** Faces of the authors, by the key of the person. */
export const portraits: ReadonlyMap<string, Drawing> = new Map([
  ["hester", hester],
  ["anselm", anselm],
  ["noor", noor],
  ["huiqing", huiqing],
]);

/** A drawing as PNG, 1600 pixels wide (a portrait 400). Packed loosely: it is encoded anew when it is stored. */
export async function raster(draw: Drawing, palette: Palette = day): Promise<Uint8Array> {
  return sharp(Buffer.from(draw(palette)))
    .png()
    .toBuffer();
}
