import { pinyin } from 'pinyin-pro'

/**
 * Initials by which a name is typed: 青禾机械 → qhjx, letters and digits as they stand. Surnames that are read in their own
 * way (单, 解, 重庆) are read so by the library's dictionary.
 */
export function initialsOf(clean: string): string {
  return pinyin(clean, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
}
