import { type Extensions, mergeAttributes, Node } from "@tiptap/core";
import { Image } from "@tiptap/extension-image";
import { Link } from "@tiptap/extension-link";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { type Citation, isCitation } from "#app/doctrine/citation.ts";

/** The title is the page's first heading, so a letter's own begin at the second level. */
export const headingLevels = [2, 3, 4] as const;

/** A footnote stands where its mark stands and carries its text; the page numbers it and sets it at the foot. */
const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ text: { default: "" } }),
  parseHTML: () => [
    {
      tag: "sup[data-footnote]",
      getAttrs: (element) => ({ text: element.getAttribute("data-footnote") ?? "" }),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "sup",
    mergeAttributes(
      {
        "data-footnote": node.attrs.text as string,
        title: node.attrs.text as string,
        class: "footnote-mark",
      },
      {
        ...HTMLAttributes,
        text: null,
      },
    ),
    "✻",
  ],
});

/**
 * A provision of a doctrine text that the letter points at, in the state its writer read. A `cite`, because what is
 * pasted loses its `span`s and a link would be read as a link.
 */
const CitationNode = Node.create({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: { default: "" },
    provision: { default: "" },
    revision: { default: "" },
    label: { default: "" },
  }),
  parseHTML: () => [
    {
      tag: "cite[data-provision]",
      getAttrs: (element) => {
        const { text = "", provision = "", revision = "" } = element.dataset;
        const citation = { text, provision, revision, label: (element.textContent ?? "").trim() };
        return isCitation(citation) ? citation : false;
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { text, provision, revision, label } = node.attrs as Citation;
    const place = { "data-text": text, "data-provision": provision, "data-revision": revision };
    return ["cite", { ...place, class: "citation", title: `${text}, ${provision} (${revision})` }, label];
  },
  renderText: ({ node }) => (node.attrs as Citation).label,
});

// What a signatory signs holds no window targets, widths or classes: only what the text says.
const PlainLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
}).configure({ openOnClick: false, autolink: true, defaultProtocol: "https", protocols: ["mailto"] });

const PlainImage = Image.extend({
  addAttributes: () => ({ src: { default: null }, alt: { default: "" } }),
});

const cellAttributes = () => ({
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
});

/** What a letter may be made of, for the editor and for the server alike. */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [...headingLevels] },
    link: false,
    underline: false,
    trailingNode: false,
  }),
  PlainLink,
  PlainImage,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
  Footnote,
  CitationNode,
];
