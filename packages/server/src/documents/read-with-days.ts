import { chineseCalendar } from '@yipanqi/base'
import { readDocument, type Reading } from '@yipanqi/reading'
import type { CountyReading } from './read-in-thread.ts'

/** Reads with the county's own calendar, here or in the thread that got its days as data. */
export function readWithDays(text: string, { days, ...options }: CountyReading): Reading {
  return readDocument(text, { ...options, calendar: chineseCalendar(days) })
}
