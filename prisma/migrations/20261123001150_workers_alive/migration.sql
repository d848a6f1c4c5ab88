-- Which workers live. What a dead one held is given to others within seconds, not after graphile-worker's four hours.

CREATE TABLE "workers" (
  "id" TEXT NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "workers_pkey" PRIMARY KEY ("id")
);
