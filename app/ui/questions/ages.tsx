import { useTranslation } from "react-i18next";

const bands = [
  { name: "week", upTo: 7 },
  { name: "fortnight", upTo: 14 },
  { name: "month", upTo: 30 },
  { name: "over", upTo: Number.POSITIVE_INFINITY },
] as const;

/** How long what is not answered has waited: a bar for each span, its count beside it. */
export function Ages({ ages }: { ages: number[] }) {
  const { t } = useTranslation("questions");
  if (ages.length === 0) return null;
  const counted = bands.map(({ name, upTo }, i) => {
    const from = bands[i - 1]?.upTo ?? -1;
    return { name, count: ages.filter((age) => age > from && age <= upTo).length };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  return (
    <figure className="ages">
      <figcaption>
        {t("ages.summary", { count: ages.length, days: t("days", { count: Math.max(...ages) }) })}
      </figcaption>
      <table>
        <caption className="visually-hidden">{t("ages.caption")}</caption>
        <tbody>
          {counted.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{t(`ages.${name}`)}</th>
              <td>
                <svg className="age-bar" focusable="false" aria-hidden="true">
                  <rect height="100%" width={`${(100 * count) / most}%`} />
                </svg>
                <span>{t("ages.bar", { count })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
