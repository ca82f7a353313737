import { notFound } from "#app/requests/visitor.server.ts";

/** Every address that is no page: thrown here so that the page has the site's frame. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function UnknownPage() {
  return null;
}
