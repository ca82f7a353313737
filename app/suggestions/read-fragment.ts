import type { Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { DocumentNode } from "#app/letters/document.ts";

/**
 * A shared document's text as ProseMirror JSON, read strictly: what an editor could not have written (unknown attributes,
 * other things than elements and text) is a fault, where y-tiptap would leave it out or delete it.
 * @throws Error when it holds anything else
 */
export function readFragment(fragment: Y.XmlFragment, schema: Schema): DocumentNode {
  return { type: "doc", content: fragment.toArray().flatMap((child) => readChild(child, schema, 0)) };
}

function readChild(child: unknown, schema: Schema, depth: number): DocumentNode[] {
  if (depth > 60) throw new Error("too deep");
  if (child instanceof Y.XmlText) return readText(child);
  if (!(child instanceof Y.XmlElement) || child instanceof Y.XmlHook)
    throw new Error("neither element nor text");
  const type = schema.nodes[child.nodeName];
  const attrs: Record<string, unknown> = child.getAttributes();
  if (!type) throw new Error("unknown element");
  for (const name of Object.keys(attrs))
    if (!(name in (type.spec.attrs ?? {}))) throw new Error("unknown attribute");
  const content = child.toArray().flatMap((inner) => readChild(inner, schema, depth + 1));
  return [{ type: child.nodeName, attrs, ...(content.length > 0 ? { content } : {}) }];
}

function readText(text: Y.XmlText): DocumentNode[] {
  if (Object.keys(text.getAttributes()).length > 0) throw new Error("attributes on text");
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map(
    ({ insert, attributes = {} }) => {
      if (typeof insert !== "string") throw new Error("an embedded object");
      const marks = Object.entries(attributes).map(([type, attrs]) => ({
        type,
        attrs: attrs as Record<string, unknown>,
      }));
      return { type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) };
    },
  );
}
