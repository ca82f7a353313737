import { scopes } from "./token.ts";

/** A JSON Schema as OpenAPI 3.1 takes it. */
type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security: { personalToken: string[] }[];
  parameters?: Record<string, unknown>[];
  requestBody?: Record<string, unknown>;
  responses: Record<string, Record<string, unknown>>;
};

const text: Schema = { type: "string" };
const revision: Schema = { type: "integer", minimum: 1 };
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: "object",
  properties,
  required,
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});
const body = (name: string) => ({ required: true, content: { "application/json": { schema: ref(name) } } });
const inPath = (name: string) => ({ name, in: "path", required: true, schema: text });
const inHeader = (name: string, description: string, required = false) => ({
  ...{ name, in: "header", required, description, schema: text },
});

const refusals: Record<number, string> = {
  400: "broken-json, bad-request, wrong-key",
  401: "unknown-token",
  403: "missing-scope, not-yours, restricted",
  404: "not-found",
  409: "parent-gone, thread-locked, letter-archived, window-closed",
  412: "revision-behind, with the current revision",
  413: "too-large",
  415: "not-json",
  422: "wrong-fields",
  428: "revision-missing",
  429: "too-often, with Retry-After",
  503: "read-only, unavailable, with Retry-After",
};
const refused = (...statuses: number[]) =>
  Object.fromEntries(
    [401, 403, 429, 503, ...statuses].map((status) => [status, json(refusals[status] ?? "", ref("Refusal"))]),
  );
const takesJson = [400, 413, 415, 422];
const by = (scope: (typeof scopes)[number]) => [{ personalToken: [scope] }];

const comment = (operationId: string, summary: string, names: string[]): Operation => ({
  ...{ operationId, summary, tags: ["writing"], security: by("comments:write") },
  parameters: [...names.map(inPath), inHeader("Idempotency-Key", "The same key posts once")],
  requestBody: body("NewComment"),
  responses: {
    201: json("Posted", ref("PostedComment")),
    202: json("Held until a moderator has looked", ref("PostedComment")),
    ...refused(...takesJson, 404, 409),
  },
});

/** What programs may write, as paths, schemas and the security scheme of an OpenAPI 3.1 document. */
export const writeOperations: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Record<string, unknown>> };
} = {
  paths: {
    "/api/v1/drafts": {
      get: {
        operationId: "listDrafts",
        summary: "The drafts that the account writes or reads",
        tags: ["writing"],
        security: by("drafts:read"),
        responses: {
          200: json("The drafts", object({ drafts: { type: "array", items: ref("ListedDraft") } })),
          ...refused(),
        },
      },
      post: {
        operationId: "createDraft",
        summary: "Makes a draft",
        tags: ["writing"],
        security: by("drafts:write"),
        parameters: [inHeader("Idempotency-Key", "The same key makes one draft, and gets the same answer")],
        requestBody: body("NewDraft"),
        responses: { 201: json("Made", ref("SavedDraft")), ...refused(...takesJson) },
      },
    },
    "/api/v1/drafts/{slug}": {
      get: {
        operationId: "readDraft",
        summary: "A draft with its text",
        tags: ["writing"],
        security: by("drafts:read"),
        parameters: [inPath("slug")],
        responses: { 200: json("The draft; ETag is its revision", ref("Draft")), ...refused(404) },
      },
      put: {
        operationId: "saveDraft",
        summary: "Saves a whole draft",
        tags: ["writing"],
        security: by("drafts:write"),
        parameters: [
          inPath("slug"),
          inHeader("If-Match", "The ETag that the change was made on, or *", true),
        ],
        requestBody: body("NewDraft"),
        responses: { 200: json("Saved", ref("SavedDraft")), ...refused(...takesJson, 404, 412, 428) },
      },
      delete: {
        operationId: "deleteDraft",
        summary: "Deletes a draft, for its authors",
        tags: ["writing"],
        security: by("drafts:write"),
        parameters: [inPath("slug"), inHeader("If-Match", "The ETag that must still be current")],
        responses: { 204: { description: "Deleted" }, ...refused(404, 412) },
      },
    },
    "/api/v1/letters/{slug}/comments": {
      post: comment("commentLetter", "Comments a letter", ["slug"]),
    },
    "/api/v1/doctrine/{slug}/{provision}/comments": {
      post: comment("commentProvision", "Comments a provision", ["slug", "provision"]),
    },
  },
  components: {
    securitySchemes: {
      personalToken: {
        type: "http",
        scheme: "bearer",
        description: `A personal token, made on /settings/tokens with some of: ${scopes.join(", ")}`,
      },
    },
    schemas: {
      Refusal: object(
        { error: text, message: text, fields: { type: "object", additionalProperties: text }, revision },
        ["error", "message"],
      ),
      ListedDraft: object({
        ...{ slug: text, title: text, language: text, role: text, url: text },
        editedAt: { type: "string", format: "date-time" },
      }),
      NewDraft: {
        ...object(
          {
            ...{ title: text, summary: text, authorName: text },
            addressees: { type: "array", items: text, maxItems: 20 },
            authorKind: { enum: ["person", "organisation"] },
            language: { enum: ["en", "fr"] },
            closesOn: { type: ["string", "null"], format: "date" },
            text: { type: "string", description: "Markdown" },
            document: { type: "object", description: "ProseMirror JSON" },
          },
          ["title"],
        ),
        oneOf: [{ required: ["text"] }, { required: ["document"] }],
      },
      SavedDraft: object({ slug: text, revision, url: text }),
      Draft: object({
        ...{ slug: text, url: text, revision, role: text, title: text, summary: text, authorName: text },
        ...{ authorKind: text, language: text, text, document: { type: "object" } },
        addressees: { type: "array", items: text },
        closesOn: { type: ["string", "null"], format: "date" },
        editedAt: { type: "string", format: "date-time" },
      }),
      NewComment: object(
        {
          body: { type: "string", minLength: 1, maxLength: 10_000 },
          stance: { enum: ["support", "oppose", "neutral"] },
          parent: { type: ["integer", "null"] },
        },
        ["body"],
      ),
      PostedComment: object({ id: { type: "integer" }, state: { enum: ["posted", "held"] }, url: text }, [
        "id",
        "state",
      ]),
    },
  },
};
