// Days as clerks write them: 3月15日, with the year only when it is not this year.

/** `2026-03-15` → `3月15日` when `today` lies in the same year, otherwise `2026年3月15日`. Null → `未定`. */
export function day(iso: string | null | undefined, today: string): string {
  if (!iso) return '未定'
  const year = iso.slice(0, 4)
  const short = `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`
  return year === today.slice(0, 4) ? short : `${Number(year)}年${short}`
}

/** An instant with its offset → `5月21日 09:30`, read as written (the server answers in the county's time). */
export function moment(iso: string, today: string): string {
  return `${day(iso.slice(0, 10), today)} ${iso.slice(11, 16)}`
}

/** `2026-05-21` → `2026年5月21日`: for paper, where the year always stands. */
export function fullDay(iso: string): string {
  return `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`
}
