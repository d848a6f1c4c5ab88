/** People who came to the standing pages and mostly did not stay: accounts without a face. Nobody of that name exists. */
export const passersBy = {
  luckyreels: "Lucky Reels Desk",
  essays: "Essay Helpline 24",
  slimtea: "SlimTea Official",
  coins: "CoinSignals Vip",
  visas: "Fast Visa Agent",
  lenses: "Designer Lenses Outlet",
  thunder: "Thunder of Truth",
  bertram: "Bertram Oxley-Finch",
  sideburn: "Captain Sideburn",
  marl: "K. Marl",
  petrichor: "petrichor",
  wendell: "Wendell Crake",
  ottoline: "Ottoline Burr",
  pike: "The Pike",
} as const;

export type PasserBy = keyof typeof passersBy;
const isPasserBy = (key: string): key is PasserBy => key in passersBy;
export const passerByKeys = Object.keys(passersBy).filter(isPasserBy);
