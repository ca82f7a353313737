import { expect, test } from "vitest";
import { isPrivateAddress } from "#app/outgoing/private-address.ts";

const hostOf = (address: string) => new URL(`https://${address}/`).hostname;

test.each([
  ..."localhost hook.localhost 127.0.0.1 127.1 0x7f.1 2130706433 0.0.0.0 10.0.0.5 100.64.0.1".split(" "),
  ..."169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 224.0.0.1 255.255.255.255".split(" "),
  ..."[::1] [::] [::ffff:127.0.0.1] [::ffff:10.0.0.5] [fd00::1] [fe80::1] [ff02::1]".split(" "),
])("%s is private", (address) => {
  expect(isPrivateAddress(hostOf(address))).toBe(true);
});

test.each(
  "hooks.example localhost.example 8.8.8.8 172.32.0.1 100.128.0.1 192.169.0.1 [2001:4860::8] [::ffff:8.8.8.8]".split(
    " ",
  ),
)("%s may be public", (address) => {
  expect(isPrivateAddress(hostOf(address))).toBe(false);
});
