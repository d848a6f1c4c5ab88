import { NextResponse } from "next/server";
import { isReady } from "@/lib/readiness";

export const dynamic = "force-dynamic";

/** The database answers and has every table of this version. */
export async function GET() {
  const ready = await isReady();
  const headers = { "cache-control": "no-store", ...(!ready && { "retry-after": "5" }) };
  return NextResponse.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503, headers });
}
