import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Reach } from "#app/organisations/look-at-domain.server.ts";

/**
 * Signed by itself for proved.example, rebound.example and other.example, good until 2120. Its key protects nothing:
 * it stands here for everybody to read.
 */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5wcm92ZWQu
ZXhhbXBsZTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGTEXMBUG
A1UEAwwOcHJvdmVkLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQE
8EtvYpefCFGp4ScdJeETiaquP+X2eMPDqswn+w5efU4bVwG4D4SAZT7dF1n1Et78
hrOiY12pRW5ZQLv4tJzro20wazA5BgNVHREEMjAwgg5wcm92ZWQuZXhhbXBsZYIP
cmVib3VuZC5leGFtcGxlgg1vdGhlci5leGFtcGxlMA8GA1UdEwEB/wQFMAMBAf8w
HQYDVR0OBBYEFLhSfDVn+nwHStRHsx/e5w8Qaxx3MAoGCCqGSM49BAMCA0gAMEUC
IQDQlDiXG1yJ6KaSVGt0hPhkObBv8SXEC/rDFIPYSu4eoQIgTEv9IOmuLXwzQuTr
5/Jik4UGpYDce6c6eaiLuPwFrcE=
-----END CERTIFICATE-----
`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGGaRDCqC08kVB8sq
Pl9IcUzUNXC6EJWn7Rb1DbgysIahRANCAAQE8EtvYpefCFGp4ScdJeETiaquP+X2
eMPDqswn+w5efU4bVwG4D4SAZT7dF1n1Et78hrOiY12pRW5ZQLv4tJzr
-----END PRIVATE KEY-----
`;

export type WebServer = {
  web: NonNullable<Reach["web"]>;
  /** What it answers from now on. */
  answerWith: (listener: RequestListener) => void;
  close: () => Promise<void>;
};

/** Starts a real https server on this machine; until told otherwise it knows no file. */
export async function startWebServer(): Promise<WebServer> {
  let answer: RequestListener = (_request, response) => response.writeHead(404).end();
  const server = createServer(
    { cert: certificate, key },
    (request, response) => void answer(request, response),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    web: { port: (server.address() as AddressInfo).port, certificate, allowedAddresses: ["127.0.0.1"] },
    answerWith: (listener) => (answer = listener),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
