import dns2 from "dns2";
import { once } from "node:events";

export type NameServer = {
  /** "127.0.0.1:port", as DNS_SERVERS takes it. */
  address: string;
  /** TXT records by name; changes hold from the next question on. */
  texts: Map<string, string[]>;
  /** IPv4 addresses by name. */
  addresses: Map<string, string>;
  /** Domains about which it says nothing at all. */
  silent: Set<string>;
  /** How many questions it has heard. */
  heard: () => number;
  close: () => Promise<void>;
};

/** Starts a real name server on this machine, which knows nothing at first. */
export async function startNameServer(port = 0): Promise<NameServer> {
  const texts = new Map<string, string[]>();
  const addresses = new Map<string, string>();
  const silent = new Set<string>();
  let heard = 0;
  const { Packet } = dns2;
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      heard++;
      const [question] = request.questions;
      const name = question?.name.toLowerCase() ?? "";
      if ([...silent].some((domain) => name === domain || name.endsWith(`.${domain}`))) return;
      const response = Packet.createResponseFromRequest(request);
      const common = { name, class: Packet.CLASS.IN, ttl: 1 };
      const address = addresses.get(name);
      if (question?.type === Packet.TYPE.TXT)
        for (const data of texts.get(name) ?? [])
          response.answers.push(
            Object.assign(new Packet.Resource(), { ...common, type: Packet.TYPE.TXT, data }),
          );
      if (question?.type === Packet.TYPE.A && address)
        response.answers.push(
          Object.assign(new Packet.Resource(), { ...common, type: Packet.TYPE.A, address }),
        );
      void send(response);
    },
  });
  const listening = once(server, "listening");
  void server.listen({ udp: { port, address: "127.0.0.1" } });
  await listening;
  const { udp } = server.addresses();
  return {
    address: `127.0.0.1:${udp?.port}`,
    texts,
    addresses,
    silent,
    heard: () => heard,
    close: () => server.close(),
  };
}
