// Why a workbook was not read: one function a reason, in words that its sender can act on.
import { megabytes, refuse, UploadError } from '../files/upload-error.ts'
import { columnName } from './address.ts'
import { maxColumn, maxRow } from './limits.ts'

const saveAs = '请在 Excel 或 WPS 里另存为 .xlsx 再上传'

/** @param what ` .xls 文件`, with the space that stands between Chinese and Latin */
export function oldFormat(what: string): UploadError {
  return refuse('unsupported', `这是${what}，${saveAs}。`, `能读的表格是 .xlsx 和 .csv。${saveAs}，内容不用改。`)
}

/** Something else than a table altogether. */
export function notATable(what: string): UploadError {
  return refuse(
    'unsupported',
    `这是${what}，不是表格，没有读取。`,
    `能读的表格是 .xlsx 和 .csv。请检查是不是选错了文件。`,
  )
}

export function locked(): UploadError {
  return refuse(
    'encrypted',
    '表格设了打开密码，没有读取。',
    '有密码就看不到里面的内容。请在 Excel 或 WPS 里去掉密码，另存后再上传。',
  )
}

export function brokenSheet(where = '表格'): UploadError {
  return refuse(
    'broken',
    `${where}打不开，没有读取。`,
    `文件不完整或已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。`,
  )
}

export function noSheet(name: string, has: readonly string[]): UploadError {
  const list = has.slice(0, 10).join('、')
  return refuse('empty', `找不到名为“${name}”的工作表。`, `文件里的工作表是：${list}。请重新选择。`)
}

export function emptyFile(): UploadError {
  return refuse('empty', '表格是空的，没有读取。', '里面没有一个有内容的工作表。请检查是不是传错了文件。')
}

export function tooBig(bytes: number, limit: number): UploadError {
  return refuse(
    'too-large',
    `表格超过 ${megabytes(limit)}，没有读取。`,
    `这个文件有 ${megabytes(bytes)}，上限是 ${megabytes(limit)}。请删去图片，或分成几个文件上传。`,
  )
}

export function bombed(why: string): UploadError {
  return refuse(
    'bomb',
    '表格展开后太大，没有读取。',
    `${why}，正常的表格不会这样。请把要用的内容复制到一个新的表格里，另存为 .xlsx 再上传。`,
  )
}

export function tooManyRows(row: number): UploadError {
  return refuse(
    'too-large',
    `第 ${row} 行超出了表格的最大行数 ${maxRow}，没有读取。`,
    `一个工作表最多 ${maxRow} 行。请分成几个文件上传。`,
  )
}

export function tooManyColumns(row: number, column: number): UploadError {
  return refuse(
    'too-large',
    `第 ${row} 行有第 ${column} 列，超出了表格的最大列数 ${maxColumn}，没有读取。`,
    `一个工作表最多 ${maxColumn} 列。请删去多余的列再上传。`,
  )
}

/** @param column 0-based */
export function longCell(row: number, column: number, limit: number): UploadError {
  return refuse(
    'too-large',
    `第 ${row} 行 ${columnName(column)} 列的内容太长，没有读取。`,
    `一个单元格最多 ${limit} 个字。请缩短这一格，长的材料作为附件上传；如果这一格本来不长，请看看它的引号是否配对。`,
  )
}

/** @param row the line on which the quotation begins; `column` 0-based */
export function openQuote(row: number, column: number): UploadError {
  return refuse(
    'broken',
    `第 ${row} 行 ${columnName(column)} 列的引号没有配对，没有读取。`,
    '从这个引号起分不清哪里是一格。请改正后再上传，或用 Excel、WPS 打开后另存为 .xlsx。',
  )
}

export function manyTexts(limit: number): UploadError {
  return refuse(
    'too-large',
    `表格里的文字超过 ${megabytes(limit)}，没有读取。`,
    '一个文件里不同的文字太多。请分成几个文件上传。',
  )
}

export function costly(what: '内存' | '时间'): UploadError {
  return refuse(
    'too-costly',
    '表格读到一半停下了，没有读取。',
    `读它占用的${what}超过上限。请把要用的内容复制到一个新的表格里，另存为 .xlsx 再上传。`,
  )
}

export function unknownEncoding(): UploadError {
  return refuse(
    'binary',
    '这不是表格，也不是看得懂的文字，没有读取。',
    '能读的表格是 .xlsx 和 .csv（UTF-8 或 GB18030）。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。',
  )
}

/** Whatever went wrong while reading, as a refusal. */
export function asRefusal(error: unknown): UploadError {
  return error instanceof UploadError ? error : brokenSheet()
}
