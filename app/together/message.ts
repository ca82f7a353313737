import { z } from "zod";

/** Why the server ends a connection to a shared draft. After the first two the page tries again by itself. */
export const endings = [
  "logged-out",
  "role-changed",
  "not-allowed",
  "no-draft",
  "refused",
  "too-large",
  "read-only",
] as const;
export type Ending = (typeof endings)[number];

/** What surrounds the text of a draft, as others changed it. */
const Fields = z.object({
  revision: z.number(),
  title: z.string(),
  summary: z.string(),
  addressees: z.array(z.string()),
  authorKind: z.enum(["person", "organisation"]),
  authorName: z.string(),
  language: z.enum(["en", "fr"]),
  closesOn: z.string().nullable(),
});
export type SharedFields = z.infer<typeof Fields>;

/**
 * What the server says besides changes of the text: that all up to a page's own number is stored, that what stands there
 * is no letter (with why) or one again, that the fields were changed, that something was written in the margin, that the
 * connection ends.
 */
const ServerMessage = z.union([
  z.object({ stored: z.number() }),
  z.object({ fault: z.string().nullable() }),
  z.object({ fields: Fields }),
  z.object({ margin: z.literal(true) }),
  z.object({ ending: z.enum(endings) }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** What a page asks besides: to be told when all that it has sent so far is stored. The number is its own. */
const ClientMessage = z.object({ store: z.number().int().min(0) });

const parsed = <Message>(schema: z.ZodType<Message>, text: string): Message | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

export const readServerMessage = (text: string) => parsed(ServerMessage, text);
export const readClientMessage = (text: string) => parsed(ClientMessage, text);
export const written = (message: ServerMessage | z.infer<typeof ClientMessage>) => JSON.stringify(message);

/** The name of a draft's shared document. */
export const sharedName = (letterId: number) => `letters/${letterId}`;

/** The letter of a shared document's name; null when it names none. */
export function letterOf(name: string): number | null {
  const [, id] = /^letters\/([1-9]\d{0,14})$/.exec(name) ?? [];
  return id === undefined ? null : Number(id);
}
