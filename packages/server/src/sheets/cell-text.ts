// Characters that XML cannot hold stand in a workbook as `_x0008_`; a text that looks like one has its underscore
// written so itself (ECMA-376, ST_Xstring).

/** `_x000D_` → the character. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/* oxlint-disable no-control-regex -- they are what is to be written otherwise */
// Control characters but tab and line feed, the two non-characters, and surrogates without their other half.
const special = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/
const forbidden =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as it stands in a cell's XML; `unescapeCell` and the XML parser give it back unchanged. */
export function escapeCell(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(forbidden, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

/** A value between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeCell(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
