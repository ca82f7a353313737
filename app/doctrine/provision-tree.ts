import type { ProvisionTree } from "./provision.ts";

/** Rows of a revision in the order of reading, each with how many stand below it, as a tree. */
export function treeOf(rows: (Omit<ProvisionTree, "children"> & { descendants: number })[]): ProvisionTree[] {
  const top: ProvisionTree[] = [];
  const line: { children: ProvisionTree[]; until: number }[] = [{ children: top, until: rows.length }];
  rows.forEach(({ number, kind, title, text, descendants }, index) => {
    while ((line.at(-1)?.until ?? rows.length) <= index) line.pop();
    const node: ProvisionTree = { number, kind, title, text, children: [] };
    line.at(-1)?.children.push(node);
    if (descendants > 0) line.push({ children: node.children, until: index + 1 + descendants });
  });
  return top;
}
