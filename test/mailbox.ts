import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Mailbox = {
  /** What SMTP_URL has to be so that mail ends here. */
  url: string;
  /** Every mail that came in, the oldest first. */
  messages: ParsedMail[];
  /** A mail that came in as it came: its bytes, with line ends CRLF. */
  sourceOf(mail: ParsedMail): Buffer;
  /**
   * The newest mail to `to`, waiting up to 10 s for it. `subject` must match; `after` is how many mails to leave
   * out of account from the start: `mailbox.messages.length` before the act that sends it.
   * Rejects with a list of what did arrive.
   */
  waitFor(to: string, options?: { subject?: RegExp; after?: number }): Promise<ParsedMail>;
  /** The first link in the mail's text whose path and query match. Throws naming the links there are. */
  linkIn(mail: ParsedMail, path: RegExp): string;
  close(): Promise<void>;
};

const patience = 10_000;

/**
 * Opens a real SMTP server on a free port of this machine that takes every mail and keeps it.
 * @param wish.refuse mailboxes, by what stands before the @, that it refuses with this status
 */
export async function startMailbox(wish: { refuse?: Record<string, number> } = {}): Promise<Mailbox> {
  const messages: ParsedMail[] = [];
  const sources = new WeakMap<ParsedMail, Buffer>();
  const take = async (stream: AsyncIterable<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const source = Buffer.concat(chunks);
    const mail = await simpleParser(source);
    sources.set(mail, source);
    messages.push(mail);
  };
  const server = new SMTPServer({
    onRcptTo({ address }, _session, callback) {
      const status = wish.refuse?.[address.split("@")[0] ?? ""];
      callback(status ? Object.assign(new Error("no such mailbox"), { responseCode: status }) : null);
    },
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, callback) {
      take(stream).then(
        () => callback(),
        (fault: unknown) => callback(fault instanceof Error ? fault : new Error(String(fault))),
      );
    },
  });
  // A client that hangs up in the middle is nothing a test should die of.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    sourceOf: (mail) => sources.get(mail) ?? Buffer.alloc(0),
    async waitFor(to, { subject, after = 0 } = {}) {
      const deadline = Date.now() + patience;
      for (;;) {
        const found = messages
          .slice(after)
          .findLast(
            (mail) =>
              recipients(mail).includes(to.toLowerCase()) && (subject?.test(mail.subject ?? "") ?? true),
          );
        if (found) return found;
        if (Date.now() > deadline) break;
        await sleep(20);
      }
      const arrived = messages
        .slice(after)
        .map((mail) => `  ${recipients(mail).join(", ")}: ${mail.subject ?? ""}`);
      throw new Error(
        `No mail to ${to}${subject ? ` with subject ${String(subject)}` : ""} within ${patience / 1000} s. ` +
          (arrived.length > 0 ? `Arrived:\n${arrived.join("\n")}` : "None arrived."),
      );
    },
    linkIn,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function linkIn(mail: ParsedMail, path: RegExp): string {
  const links = (mail.text ?? "").match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const found = links.find((link) => {
    const { pathname, search } = new URL(link);
    return path.test(pathname + search);
  });
  if (found) return found;
  throw new Error(`No link like ${String(path)} in "${mail.subject ?? ""}". It has:\n${links.join("\n")}`);
}

function recipients(mail: ParsedMail): string[] {
  const lists = mail.to === undefined ? [] : [mail.to].flat();
  return lists.flatMap((list) => list.value.map(({ address }) => (address ?? "").toLowerCase()));
}
