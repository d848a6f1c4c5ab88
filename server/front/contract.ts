import type { IncomingHttpHeaders } from "node:http";
import { cookiesIn, type RequestHeaders } from "@/lib/api-request";
import type { HttpResponse } from "@/lib/http-response";
import type { RouteModule } from "@/lib/openapi";
import { processState } from "@/lib/process-state";
import type { Handler } from "@/lib/route";

interface Branch {
  fixed: Map<string, Branch>;
  named?: { name: string; branch: Branch };
  module?: RouteModule;
}

interface Call {
  handler: Handler;
  params: Record<string, string>;
}

interface ContractRequest {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer<ArrayBuffer>;
}

/**
 * Calls the routes of the HTTP contract without Next in between (docs/decisions/0016): same modules, same ladder, a third of the time.
 * What it does not know (other methods, other paths) is Next's to answer.
 */
export class Contract {
  private root: Branch | undefined;

  /** Reads the routes, so that the first request need not wait for them. */
  async prepare(): Promise<void> {
    const routes = await processState().routes?.();
    if (!routes) return;
    const root: Branch = { fixed: new Map() };
    for (const [path, module] of Object.entries(routes)) branchAt(root, path).module = module;
    this.root = root;
  }

  /** The reply of the route, or null where there is none for this method and path. */
  async reply({ method, path, query, headers, body }: ContractRequest): Promise<HttpResponse | null> {
    const call = this.callFor(method, path);
    if (!call) return null;
    return call.handler.reply(
      {
        method,
        url: new URL(query === "" ? path : `${path}?${query}`, "http://site.invalid"),
        headers: readable(headers),
        cookies: cookiesIn(headers.cookie),
        body,
      },
      call.params,
    );
  }

  /** The methods that a path takes; none where there is no route. */
  methodsAt(path: string): string[] {
    const { module } = this.placeOf(path);
    return methods.filter((method) => module?.[method]);
  }

  private callFor(method: string, path: string): Call | null {
    const { module, params } = this.placeOf(path);
    const handler = method === "HEAD" ? module?.GET : byMethod(module, method);
    return handler ? { handler, params } : null;
  }

  private placeOf(path: string): { module: RouteModule | undefined; params: Record<string, string> } {
    const params: Record<string, string> = {};
    let branch = this.root;
    for (const segment of segmentsOf(path)) {
      const { fixed, named }: Branch = branch ?? { fixed: new Map() };
      branch = fixed.get(segment) ?? (segment === "" ? undefined : named?.branch);
      if (named && branch === named.branch) params[named.name] = decodeURIComponent(segment);
    }
    return { module: branch?.module, params };
  }
}

const segmentsOf = (path: string) => path.split("/").slice(1);

function branchAt(root: Branch, path: string): Branch {
  let branch = root;
  for (const segment of segmentsOf(path)) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    const next: Branch = (name ? branch.named?.branch : branch.fixed.get(segment)) ?? { fixed: new Map() };
    if (name) branch.named = { name, branch: next };
    else branch.fixed.set(segment, next);
    branch = next;
  }
  return branch;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

function byMethod(module: RouteModule | undefined, method: string): Handler | undefined {
  const known = methods.find((name) => name === method);
  return known && module?.[known];
}

function readable(headers: IncomingHttpHeaders): RequestHeaders {
  return {
    get(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
  };
}
