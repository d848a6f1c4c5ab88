import { z } from "zod";
import { statusOf } from "@/lib/errors";
import type { Contract, Handler } from "@/lib/route";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** The handlers of one route file, as it exports them. */
export type RouteModule = Partial<Record<(typeof methods)[number], Handler>>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.literal(Object.keys(statusOf)),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** JSON Schema draft 2020-12, which is what OpenAPI 3.1 takes; what cannot be expressed is left open. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return rest;
}

function parameters(schema: z.ZodType | undefined, where: "path" | "query"): Record<string, unknown>[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const { properties = {}, required = [] } = z
    .object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })
    .partial()
    .parse(jsonSchema(schema, "input"));
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: shape,
  }));
}

function operation({ summary, gate, params, query, body, answers, streams, form }: Contract): Record<string, unknown> {
  const schema = body && jsonSchema(body, "input");
  const answered = streams ? "text/event-stream" : "application/json";
  return {
    summary,
    security: gate === "public" || gate === "anybody" ? [{}] : [{ session: [] }],
    "x-gate": gate,
    parameters: [...parameters(params, "path"), ...parameters(query, "query")],
    ...(schema && {
      requestBody: {
        required: true,
        content: { "application/json": { schema }, ...(form && { "application/x-www-form-urlencoded": { schema } }) },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          {
            description: "Done",
            ...(answer && { content: { [answered]: { schema: jsonSchema(answer, "output") } } }),
          },
        ]),
      ),
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the contract, from the declarations of its routes. `routes`: path with `{name}` → what the file exports. */
export function openApi(routes: Record<string, RouteModule>, title: string): Record<string, unknown> {
  const paths = Object.entries(routes).map(([path, handlers]) => [
    path,
    Object.fromEntries(
      methods.flatMap((method) => {
        const contract = handlers[method]?.contract;
        return contract ? [[method.toLowerCase(), operation(contract)]] : [];
      }),
    ),
  ]);
  return {
    openapi: "3.1.0",
    info: { title, version: "1" },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: jsonSchema(problemSchema, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "rejoinder-session" } },
    },
  };
}
