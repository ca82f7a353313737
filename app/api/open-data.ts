import { paths } from "./openapi.ts";

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Addresses that anybody may read, as the description has them; a slash at the end is taken as well. */
const patterns = Object.entries(paths).flatMap(([path, { get }]) =>
  get && !get.security?.length
    ? [
        path
          .replace(/\/$/, "")
          .split(/\{\w+\}/)
          .map(escaped)
          .join("[^/]+?"),
      ]
    : [],
);
const open = new RegExp(`^(?:${patterns.join("|")})/?$`);

/** Whether a path, without its question, is one of public data: pages of every origin may read it. */
export const isOpenData = (path: string): boolean => open.test(path);
