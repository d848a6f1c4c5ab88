// What `scripts/` needs before the process itself starts: bundled to one module of its own.
export { demonstrate, demoPassword, wantsDemonstration } from "@/server/demonstration";
export { migrate } from "@/server/migrations";
export { holdPostgres } from "@/server/postgres/embedded";
export { agreeOnSecrets, isEmpty, makeSetupToken } from "@/server/secrets";
