import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddress from "proxy-addr";
import { env } from "~/env.server";

/** Whom limits count: behind as many proxies as the operator said there are, and not one more, which anyone could invent. */
export function addressOf(request: IncomingMessage): string {
  const told = proxyAddress(request, (_, hops) => hops < env().proxies);
  if (!ipaddr.isValid(told)) return "unknown";
  const address = ipaddr.process(told);
  if (address.kind() === "ipv4") return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString();
}
