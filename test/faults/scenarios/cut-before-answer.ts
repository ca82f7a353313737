import { once } from "node:events";
import { connect } from "node:net";
import { signFields } from "../signer.ts";
import { comesTo, expect, type Scenario, signOnce } from "../scenario.ts";

/** The client is gone before it hears that its signature was taken: asking again must give the same answer. */
export const cutBeforeAnswer: Scenario = {
  name: "cut before the answer",
  async run(installation) {
    const { url, letter } = installation;
    const email = "cut-off@example.org";
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const body = new URLSearchParams(await signFields(email)).toString();
    const head = [
      `POST /letters/${letter.slug}/sign HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Origin: ${url}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => setTimeout(() => socket.destroy(), 5));
    const rows = () =>
      installation.ask((sql) => sql<{ id: number }[]>`select id::int from signatures where email = ${email}`);
    // Gone so early it may not have been begun; then the next one is the first.
    await comesTo("the signature is there", async () => (await rows()).length > 0, 2000).catch(() => "");
    const [before] = await rows();
    const first = await signOnce(installation, email);
    const second = await signOnce(installation, email);
    const after = await rows();
    expect(first.status === 303 && second.status === 303, `answered ${first.status} and ${second.status}`);
    expect(first.headers.location === second.headers.location, "the answers differ");
    expect(after.length === 1, `there ${after.length} times`);
    expect(!before || before.id === after[0]?.id, "it is another signature");
    return before ? "taken though cut, the same answer twice, one signature" : "not begun, then taken once";
  },
};
