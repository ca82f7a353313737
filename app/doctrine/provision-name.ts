/** A provision in a list: its number and title, or its slug where it has neither. */
export function provisionName({
  number,
  title,
  slug,
}: {
  number: string;
  title: string;
  slug: string;
}): string {
  return [number, title].filter(Boolean).join(" ") || slug;
}
