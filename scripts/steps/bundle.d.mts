import type { BuildOptions } from "esbuild";

export function bundle(): Promise<string>;
export function bundling(entryPoints: { in: string; out: string }[], outdir: string): BuildOptions;
