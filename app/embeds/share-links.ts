/** Where a letter is passed on. These are plain links: nothing of other sites is loaded before one is followed. */
export function shareLinks(title: string, url: string) {
  const text = encodeURIComponent(`${title}\n${url}`);
  return {
    mail: `mailto:?subject=${encodeURIComponent(title)}&body=${text}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}`,
    bluesky: `https://bsky.app/intent/compose?text=${text}`,
  };
}

/** Where a post is written on an instance of Mastodon. @param instance a host, as `readInstance` gives it */
export const mastodonLink = (instance: string, title: string, url: string): string =>
  `https://${instance}/share?text=${encodeURIComponent(`${title}\n${url}`)}`;

/** The host of what somebody typed as their instance: "mastodon.social", its address, or "@ada@mastodon.social"; or null. */
export function readInstance(typed: string): string | null {
  const host = typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^@?[^@/]*@/, "")
    .replace(/\/.*$/, "");
  if (!/^[\p{L}\p{N}.-]{1,200}\.[\p{L}\p{N}-]{2,63}$/u.test(host) || !URL.canParse(`https://${host}`))
    return null;
  const { hostname } = new URL(`https://${host}`);
  // Addresses by number are no instance of anybody.
  return /[a-z]/.test(hostname.split(".").at(-1) ?? "") ? hostname : null;
}
