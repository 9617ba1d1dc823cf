import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** What a test may have wrong about an answer. */
export type Twist = {
  /** What the browser says it speaks to. */
  origin?: string;
  /** For whom the authenticator holds the passkey. */
  rpId?: string;
  /** Whether the authenticator saw to it that it was its owner. */
  verified?: boolean;
  present?: boolean;
  counter?: number;
  type?: string;
  /** Signed by another key. */
  forged?: boolean;
};

export const site = { origin: "https://ribera.example" };

/** One passkey in an authenticator of ours, without a browser: answers as one does, or wrongly in one chosen way. */
export function anAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, challenge: string, { origin = site.origin, ...twist }: Twist) =>
    Buffer.from(JSON.stringify({ type: twist.type ?? type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (twist: Twist, attested = Buffer.alloc(0)) => {
    counter += 1;
    const { rpId = new URL(site.origin).hostname, verified = true, present = true } = twist;
    const flags = (present ? 0x01 : 0) | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(twist.counter ?? counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), count, attested]);
  };
  const envelope = {
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
  };

  return {
    id,
    /** COSE. */
    publicKey: coseOf(publicKey),
    /** What a browser sends when the passkey is made. */
    make(challenge: string, twist: Twist = {}): string {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const attestationObject = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
        cborBytes(authenticatorData(twist, attested)),
      ]);
      return JSON.stringify({
        ...envelope,
        response: {
          clientDataJSON: clientData("webauthn.create", challenge, twist).toString("base64url"),
          attestationObject: attestationObject.toString("base64url"),
          transports: ["internal"],
        },
      });
    },
    /** What a browser sends when it is used. */
    use(challenge: string, twist: Twist = {}): string {
      const client = clientData("webauthn.get", challenge, twist);
      const data = authenticatorData(twist);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      const key = twist.forged ? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey : privateKey;
      return JSON.stringify({
        ...envelope,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: sign("sha256", signed, key).toString("base64url"),
        },
      });
    },
  };
}
export type Authenticator = ReturnType<typeof anAuthenticator>;

// CBOR by hand, for there is one shape of it: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
function coseOf(key: KeyObject) {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const of = (label: string, value: string) =>
    Buffer.concat([Buffer.from(`${label}5820`, "hex"), Buffer.from(value, "base64url")]);
  return Buffer.concat([Buffer.from("a5010203262001", "hex"), of("21", x), of("22", y)]);
}

function cborBytes(bytes: Buffer) {
  const head = Buffer.from([0x58, bytes.length]);
  return bytes.length < 256
    ? Buffer.concat([head, bytes])
    : Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes]);
}
