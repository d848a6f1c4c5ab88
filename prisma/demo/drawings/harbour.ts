import type { Palette } from "@/prisma/demo/drawings/palette";
import { canvas, circle, line, moved, rect, ring, shape, stroke, times, water } from "@/prisma/demo/drawings/shapes";

function crane(x: number, ground: number, tall: number, reach: number, dark: string): string {
  const top = -tall;
  const braces = Math.floor(tall / 95) - 1;
  return moved(
    x,
    ground,
    line(-34, 0, -34, top + 60, dark, 6),
    line(34, 0, 34, top + 60, dark, 6),
    times(braces, (index) => {
      const y = -40 - index * 92;
      return line(-34, y, 34, y - 78, dark, 4) + line(34, y, -34, y - 78, dark, 4);
    }),
    line(-reach * 0.42, top + 60, reach, top + 60, dark, 7),
    stroke(
      `M${-reach * 0.38} ${top + 60}L0 ${top - 20}L${reach * 0.94} ${top + 60}M0 ${top - 20}V${top + 60}`,
      dark,
      4,
    ),
    rect(-reach * 0.42 - 6, top + 60, 66, 50, dark),
    line(reach * 0.86, top + 60, reach * 0.86, top + 210, dark, 3),
    rect(reach * 0.86 - 26, top + 210, 52, 30, dark),
    rect(-70, -16, 140, 16, dark),
  );
}

/** A ferry with nobody on her, between the cranes of another trade. */
export function ferry({ pale, sky, mist, mid, dark }: Palette): string {
  const hull = "M700 520H1330L1278 640H770Q735 590 700 520Z";
  return canvas(
    sky,
    circle(1290, 196, 74, mist),
    shape("M0 560Q220 430 470 470T900 470T1330 450T1600 490V650H0Z", mist),
    crane(300, 622, 470, 360, dark),
    crane(1440, 640, 330, 170, dark),
    rect(0, 620, 620, 34, dark),
    shape("M800 520L864 440H1236V520Z", mid),
    shape("M930 440V382H1130V440Z", mid),
    rect(1040, 306, 62, 78, dark),
    rect(1040, 328, 62, 14, pale),
    line(966, 382, 966, 290, dark, 4),
    line(966, 300, 880, 440, dark, 2),
    times(8, (index) => rect(884 + index * 42, 464, 24, 24, pale)),
    times(4, (index) => rect(948 + index * 24, 398, 14, 18, pale)),
    shape(hull, dark),
    shape("M716 546H1318L1312 562H724Z", pale),
    times(9, (index) => circle(836 + index * 50, 594, 7, mid)),
    line(620, 632, 722, 560, dark, 3),
    rect(0, 654, 1600, 246, sky),
    times(5, (index) => rect(90 + index * 120, 654, 18, 40, dark)),
    shape("M770 640H1278L1262 656H786Z", mid),
    water(656, 900, mid, 7),
  );
}

/** The mouth of a silting river, three islands, and eleven miles between. */
export function islandsChart({ pale, sky, mist, mid, dark }: Palette): string {
  const great = "M1090 330Q1150 250 1250 282T1340 390Q1330 480 1230 500T1080 440Q1060 380 1090 330Z";
  const little = "M1190 610Q1240 570 1300 604T1306 690Q1250 730 1196 694T1190 610Z";
  const fenna = "M1424 236Q1462 216 1480 248T1452 300Q1420 300 1412 270Z";
  const mainland = "M0 0H420Q470 120 400 210T470 360L486 476Q520 560 460 660T520 900H0Z";
  const around = (d: string) => stroke(d, mist, 64) + stroke(d, sky, 56) + stroke(d, mist, 30) + stroke(d, sky, 24);
  return canvas(
    sky,
    around(great),
    around(little),
    around(fenna),
    stroke("M440 0Q500 130 432 214T496 360M512 476Q556 566 496 664T560 900", mist, 4),
    stroke("M480 0Q545 140 474 220T536 368M552 470Q600 570 540 670T610 900", mist, 3),
    times(15, (index) => line(80 + index * 100, 18, 80 + index * 100, 34, mid, 3)),
    times(8, (index) => line(1566, 70 + index * 110, 1582, 70 + index * 110, mid, 3)),
    shape(mainland, mid),
    shape("M0 556Q150 560 210 500T360 420Q430 396 470 330L486 500Q430 470 380 480T256 548T0 612Z", sky),
    shape("M0 572Q160 574 226 514T368 440Q440 424 500 404L500 428Q440 448 376 460T246 534T0 596Z", mist),
    stroke("M380 446Q410 428 440 440T500 418", dark, 3, "4 8"),
    rect(330, 370, 62, 30, dark),
    rect(346, 350, 16, 20, dark),
    [great, little, fenna].map((island) => shape(island, mid)).join(""),
    stroke("M1110 380Q1180 330 1260 370", pale, 3),
    stroke("M506 416L1080 400", dark, 4, "2 14"),
    circle(1082, 400, 11, dark),
    circle(1206, 622, 7, dark),
    circle(1426, 286, 7, dark),
    stroke("M1090 420Q1120 560 1198 620M1096 390Q1300 200 1420 284", mid, 3, "2 12"),
    moved(
      830,
      700,
      ring(0, 0, 78, mid, 3),
      shape("M0 -112L18 0H-18Z", dark),
      shape("M0 112L18 0H-18Z", mid),
      shape("M112 0L0 12V-12Z", mid),
      shape("M-112 0L0 12V-12Z", mid),
      circle(0, 0, 8, pale),
    ),
    stroke("M16 16H1584V884H16Z", dark, 4),
  );
}
