import { useTranslation } from "react-i18next";
import { encode } from "uqr";

type Props = { address: string; secret: string; sealed: string };

/** The key for an authenticator app, as a picture and as text; drawn here, so that it passes through no other machine. */
export function TotpSetup({ address, secret, sealed }: Props) {
  const { t } = useTranslation("auth");
  return (
    <div className="totp-setup">
      <input type="hidden" name="totp" value={sealed} />
      <p className="field-name">{t("setPassword.scan")}</p>
      <QrCode text={address} name={t("setPassword.qr")} />
      <p>
        {t("setPassword.type")} <code>{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
    </div>
  );
}

function QrCode({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <path className="qr-paper" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-ink" d={path} />
    </svg>
  );
}
