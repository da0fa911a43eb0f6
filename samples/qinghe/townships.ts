/** `T01`, `T02` are the two streets, `T03`–`T13` the towns, `T14`–`T16` the 乡. */
export const townshipCodes: readonly string[] = Array.from(
  { length: 16 },
  (_, i) => `T${String(i + 1).padStart(2, '0')}`,
)

/** Townships with farmland: all but the two streets. */
export const ruralCodes: readonly string[] = townshipCodes.slice(2)
