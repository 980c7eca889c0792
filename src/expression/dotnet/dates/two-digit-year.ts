/** The last year that two digits can mean in the invariant culture: 2049 since .NET 8, 2029 before. */
const latest = 2049;

/** The year that two digits stand for (.NET: Calendar.ToFourDigitYear). A year with three or more digits stays. */
export function fourDigitYear(year: number): number {
  if (year >= 100) return year;
  const century = latest - (latest % 100);
  return year > latest % 100 ? century - 100 + year : century + year;
}
