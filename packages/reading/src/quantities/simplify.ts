// Old and formal ways of writing a numeral, one character for one: offsets stay.
const FORMS: Readonly<Record<string, string>> = {
  萬: '万',
  億: '亿',
  點: '点',
  兩: '两',
  餘: '余',
  幾: '几',
  個: '个',
  參: '叁',
  貳: '贰',
  陸: '陆',
  弍: '贰',
  圓: '圆',
  負: '负',
  '(': '（',
  ')': '）',
  '～': '~',
  '－': '-',
}
const ANY = new RegExp(`[${Object.keys(FORMS).join('').replace(/[()]/g, '\\$&')}]`, 'g')

/** Traditional and formal characters of figures in the form that the scanners know; the length is kept. */
export const simplifyNumerals = (text: string): string => text.replace(ANY, (c) => FORMS[c] ?? c)
