// What an OpenAPI description is made of (OpenAPI 3.1, whose schemas are JSON Schema 2020-12), and short ways to write it.

/** A JSON Schema, as far as the description needs it. */
export type Schema = {
  type?: string | string[];
  description?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: readonly (string | null)[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  $ref?: string;
};

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description: string;
  schema: Schema & { default?: unknown };
  example?: string | number;
};

export type Answer = {
  description: string;
  headers?: Record<string, { description: string; schema: Schema }>;
  content?: Record<string, { schema: Schema }>;
};

/** What one address answers to one method. */
export type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, Answer | { $ref: string }>;
  /** Empty or absent: anybody may ask. */
  security?: Record<string, string[]>[];
};
export type Path = Partial<Record<"get" | "post" | "put" | "patch" | "delete", Operation>>;

/** What a file of this folder adds to the description: the addresses of one noun, and the shapes they share. */
export type Chapter = { paths: Record<string, Path>; schemas?: Record<string, Schema> };

export const text = (description?: string): Schema => ({
  type: "string",
  ...(description ? { description } : {}),
});
export const count = (description?: string): Schema => ({
  type: "integer",
  ...(description ? { description } : {}),
});
export const yes = (description: string): Schema => ({ type: "boolean", description });
export const address = (description?: string): Schema => ({ ...text(description), format: "uri" });
/** A moment in UTC. */
export const moment = (description?: string): Schema => ({ ...text(description), format: "date-time" });
/** A day in Europe/Paris. */
export const day = (description?: string): Schema => ({ ...text(description), format: "date" });
export const hash: Schema = { ...text("SHA-256 in hex"), pattern: "^[0-9a-f]{64}$" };
export const oneOf = (values: readonly string[], description?: string): Schema => ({
  ...text(description),
  enum: values,
});
export const list = (items: Schema, description?: string): Schema => ({
  type: "array",
  items,
  ...(description ? { description } : {}),
});
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** An object that has all of these, and where given some of `sometimes`. */
export const object = (
  properties: Record<string, Schema>,
  sometimes: Record<string, Schema> = {},
): Schema => ({
  type: "object",
  properties: { ...properties, ...sometimes },
  required: Object.keys(properties),
});

export const language = oneOf(["en", "fr"]);

/** The parameter in a path that names a thing; `example` is one of the sample content. */
export const named = (name: string, description: string, example: string | number): Parameter => ({
  name,
  in: "path",
  required: true,
  description,
  schema: typeof example === "number" ? count() : text(),
  example,
});

export const asked = (
  name: string,
  description: string,
  schema: Parameter["schema"],
  example?: string | number,
): Parameter => ({
  name,
  in: "query",
  description,
  schema,
  ...(example === undefined ? {} : { example }),
});

/** Where the page before ended. Nobody has to make one: `next` of each page names the page after it. */
export const after = asked("after", "The key of the last entry of the page before; `next` holds it.", text());

/** The field of a page of a list that names the page after it. */
export const next = orNull(address("The page after this one; null on the last."));

const tag = {
  ETag: {
    description: "Names these bytes: sent as If-None-Match it gets 304 while they are the same.",
    schema: text(),
  },
};
const limits = {
  "RateLimit-Policy": { description: "How many (q) in how many seconds (w).", schema: text() },
  RateLimit: {
    description: "How many are left (r), and in how many seconds all are there again (t).",
    schema: text(),
  },
};

/** What is answered beside the thing itself, by the status. */
const others = { 304: { $ref: "#/components/responses/NotModified" } };
const missing = { 404: { $ref: "#/components/responses/NotFound" } };
const often = { 429: { $ref: "#/components/responses/TooOften" } };

/**
 * An address that is read.
 * @param types the media types of the answer, with what each holds
 */
export function reads(
  operationId: string,
  tag_: string,
  summary: string,
  types: Record<string, Schema>,
  more: {
    description?: string;
    parameters?: Parameter[];
    limited?: boolean;
    hidden?: boolean;
    always?: boolean;
  } = {},
): Path {
  const { description, parameters, limited, hidden, always } = more;
  return {
    get: {
      operationId,
      tags: [tag_],
      summary,
      ...(description ? { description } : {}),
      ...(parameters ? { parameters } : {}),
      responses: {
        200: {
          description: summary,
          headers: { ...tag, ...(limited ? limits : {}) },
          content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
        },
        ...others,
        ...(always ? {} : missing),
        ...(hidden
          ? {
              410: { $ref: "#/components/responses/Hidden" },
              451: { $ref: "#/components/responses/Removed" },
            }
          : {}),
        ...(limited ? often : {}),
      },
    },
  };
}

export const json = (schema: Schema) => ({ "application/json": schema });
export const csv = (description: string) => ({ "text/csv": text(description) });
export const atom = { "application/atom+xml": text("An Atom feed (RFC 4287).") };
