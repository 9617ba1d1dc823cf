/** Whether two-digit year, month and day are a day in any century: 000229 is one, since 2000 was a leap year. */
export function isCalendarDay(yymmdd: string) {
  const [year, month, day] = [yymmdd.slice(0, 2), yymmdd.slice(2, 4), yymmdd.slice(4, 6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
}
