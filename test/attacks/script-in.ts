import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What makes a browser run something, wherever it stands in a document. `boo()` is what the attackers type. */
const leads = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "data",
  "srcset",
  "poster",
  "xlink:href",
  "background",
]);
/** Elements of ours never frame, embed, redirect or style anything. */
const never = new Set([
  "iframe",
  "object",
  "embed",
  "base",
  "frame",
  "style",
  "applet",
  "marquee",
  "foreignobject",
]);

function faultsOf(element: Element, styled: boolean, policy: string): string[] {
  const faults: string[] = [];
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
  const { tagName } = element;
  if (never.has(tagName) && !(styled && tagName === "style")) faults.push(`<${tagName}>`);
  for (const { name, value: text } of element.attrs) {
    if (/^on/i.test(name)) faults.push(`<${tagName} ${name}="${text}">`);
    if (name === "srcdoc") faults.push(`<${tagName} srcdoc>`);
    // Browsers take out tabs and line ends, and what stands before the scheme.
    // eslint-disable-next-line no-control-regex -- control characters are what browsers skip here
    const target = text.replace(/[\u0000-\u0020]+/g, "").toLowerCase();
    if (leads.has(name) && /^(javascript|data|vbscript):/.test(target))
      faults.push(`<${tagName} ${name}="${text}">`);
  }
  if (tagName === "img" && value("src") === "x") faults.push("<img> of the payload");
  if (tagName === "meta" && /refresh/i.test(value("http-equiv") ?? "")) faults.push("<meta refresh>");
  if (tagName === "script") {
    const text = element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
    const src = value("src");
    if (value("type") === "application/ld+json") JSON.parse(text);
    else if (
      src !== undefined
        ? !/^\/(?!\/)/.test(src)
        : value("nonce") === undefined && !policy.includes(hashOf(text))
    )
      faults.push(`<script src="${src}">${text.slice(0, 60)}`);
  }
  return faults;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What of a page or a piece of HTML would run; empty when all that was typed is text. Throws on broken JSON-LD.
 * @param options.styled whether it brings a style of its own, as a card to embed and a letter as a file do
 * @param options.policy the Content-Security-Policy that it came with: what it names by its hash is ours */
export function scriptIn(html: string, { fragment = false, styled = false, policy = "" } = {}): string[] {
  const faults: string[] = [];
  const walk = (node: Node): void => {
    if ("tagName" in node) faults.push(...faultsOf(node, styled, policy));
    if ("content" in node) walk(node.content);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(fragment ? parseFragment(html) : parse(html));
  return faults;
}

/** The addresses that a page leads to or loads, as they stand there. */
export function addressesIn(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ("tagName" in node)
      for (const { name, value } of node.attrs)
        if (name === "href" && (node.tagName === "a" || node.tagName === "link")) found.push(value);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
