import { NextResponse } from "next/server";

export const dynamic = "force-dynamic";

/** The process is up. Says nothing of the database: a balancer that restarts on this must not restart because of that. */
export function GET() {
  return NextResponse.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
